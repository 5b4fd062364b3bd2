import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct MessageLimitTests {
    @Test(arguments: [15, 16, 2_000])
    func moreFramesThanTheLimitAreDrainedAndTold(count: Int) async throws {
        try await withPair { router, dealer in
            let long = Message(frames: (0..<count).map { Array("\($0)".utf8) })
            try await dealer.send([long, Message("next")])
            let received = try await router.collect(2)
            try #require(received.count == 2)
            // The routing id is one of the sixteen.
            #expect(received[0].truncated == (count > 15))
            #expect(Array(received[0].frames.dropFirst()) == Array(long.frames.prefix(15)))
            #expect(!received[1].truncated)
            #expect(received[1].frames.last == Array("next".utf8))
        }
    }

    @Test func moreBytesThanTheLimitAreDrainedAndTold() async throws {
        var options = SocketOptions()
        options.maxMessageBytes = 1_000
        try await withPair(router: options) { router, dealer in
            let kind = Array("SUBMIT".utf8)
            let long = Message(frames: [kind, Frame(repeating: 0, count: 2_000), [1]])
            let fitting = Message(frames: [kind, Frame(repeating: 0, count: 900)])
            try await dealer.send([long, fitting])
            let received = try await router.collect(2)
            try #require(received.count == 2)
            #expect(received[0].truncated)
            #expect(Array(received[0].frames.dropFirst()) == [kind])
            #expect(!received[1].truncated)
            #expect(Array(received[1].frames.dropFirst()) == fitting.frames)
        }
    }

    @Test func aPeerThatSendsTooLongAFrameIsCutOff() async throws {
        var options = SocketOptions()
        options.maxMessageSize = 1_000
        try await withPair(router: options) { router, dealer in
            let events = try await dealer.monitor()
            try await dealer.send([Message(frames: [Frame(repeating: 0, count: 1_000)])])
            #expect(try await router.collect(1).first?.frames.last?.count == 1_000)
            try await dealer.send([Message(frames: [Frame(repeating: 0, count: 1_001)])])
            for await event in events where event == .disconnected { return }
            Issue.record("The connection was not cut")
        }
    }
}
