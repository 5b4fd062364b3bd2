import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct BackPressureTests {
    @Test(arguments: [(false, 10), (true, 0)])
    func withoutAPeerMessagesQueueUpToTheHighWaterMarkOrNotAtAll(immediate: Bool, queued: Int) async throws {
        try await withLoop { loop in
            var options = SocketOptions()
            options.sendHighWater = 10
            options.immediate = immediate
            let dealer = try Endpoint(.dealer, loop: loop, options: options)
            // Port 1 belongs to a service that nobody runs.
            try await dealer.connect("tcp://127.0.0.1:1")
            let outcomes = try await dealer.send((0..<20).map { Message("\($0)") })
            let expected = (0..<20).map { $0 < queued ? SendOutcome.sent : .wouldBlock }
            #expect(outcomes == expected)
            await dealer.close()
        }
    }

    @Test func aSlowPeerStopsTheSenderAndStillReceivesAllThatWasSent() async throws {
        var options = SocketOptions()
        options.sendHighWater = 2
        options.receiveHighWater = 2
        try await withPair(router: options, dealer: options) { router, dealer in
            let peer = try await introduce(dealer, to: router)
            let body = Frame(repeating: 7, count: 200_000)
            var sent = 0
            while try await router.send([Message(frames: [peer, body, Array("\(sent)".utf8)])]) == [.sent] {
                sent += 1
            }
            #expect(sent >= 2)
            let received = try await dealer.collect(sent)
            #expect(received == (0..<sent).map { Message(frames: [body, Array("\($0)".utf8)]) })
            // There is room again, once libzmq has told the sender.
            var outcome = SendOutcome.wouldBlock
            while outcome == .wouldBlock { outcome = try await router.send([Message(frames: [peer, [1]])])[0] }
            #expect(outcome == .sent)
            #expect(try await dealer.collect(1) == [Message(frames: [[1]])])
        }
    }

    @Test func aBatchTellsEachMessagesOutcome() async throws {
        try await withPair { router, dealer in
            let peer = try await introduce(dealer, to: router)
            let batch = [Message("nobody", "1"), Message("2").addressed(to: peer), Message("nobody", "3", "x")]
            #expect(try await router.send(batch) == [.unreachable, .sent, .unreachable])
            #expect(try await dealer.collect(1) == [Message("2")])
        }
    }

    @Test func withoutMandatoryAnUnknownPeersMessageIsDropped() async throws {
        var options = SocketOptions()
        options.mandatory = false
        try await withPair(router: options) { router, dealer in
            let peer = try await introduce(dealer, to: router)
            let batch = [Message("nobody", "1"), Message("2").addressed(to: peer)]
            #expect(try await router.send(batch) == [.sent, .sent])
            #expect(try await dealer.collect(1) == [Message("2")])
        }
    }

    @Test func aPeerThatDiedBecomesUnreachable() async throws {
        try await withPair { router, dealer in
            let peer = try await introduce(dealer, to: router)
            await dealer.close()
            var outcome = SendOutcome.sent
            while outcome != .unreachable { outcome = try await router.send([Message("x").addressed(to: peer)])[0] }
            #expect(outcome == .unreachable)
        }
    }

    @Test func aClientOutlivesItsServer() async throws {
        try await withLoop { loop in
            var options = SocketOptions()
            options.reconnectInterval = .milliseconds(10)
            let dealer = try Endpoint(.dealer, loop: loop, options: options)
            var first: Endpoint? = try Endpoint(.router, loop: loop)
            let address = try await #require(first).bind("tcp://127.0.0.1:*")
            try await dealer.connect(address)
            _ = try await introduce(dealer, to: #require(first))
            let events = try await dealer.monitor()
            await first?.close()
            first = nil
            for await event in events where event == .disconnected { break }
            let second = try Endpoint(.router, loop: loop)
            try await bindWhenFree(second, to: address)
            for await event in events where event == .handshakeSucceeded { break }
            try await dealer.send([Message("again")])
            #expect(try await second.collect(1).first?.frames.last == Array("again".utf8))
            await dealer.close()
            await second.close()
        }
    }

    /// Sends a word of greeting.
    ///
    /// - Returns: the dealer's routing id.
    private func introduce(_ dealer: Endpoint, to router: Endpoint) async throws -> Frame {
        try await dealer.send([Message("hello")])
        return try #require(try await router.collect(1).first?.frames.first)
    }
}

/// Binds as soon as the last owner's socket is gone: closing takes its time in the background.
func bindWhenFree(_ endpoint: Endpoint, to address: String) async throws {
    while true {
        do {
            _ = try await endpoint.bind(address)
            return
        } catch  where error.code == .addressInUse {
            await Task.yield()
        }
    }
}
