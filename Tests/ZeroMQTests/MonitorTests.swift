import Foundation
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct MonitorTests {
    @Test func bothSidesSeeAConnectionComeAndGo() async throws {
        try await withLoop { loop in
            let router = try Endpoint(.router, loop: loop)
            let dealer = try Endpoint(.dealer, loop: loop)
            let served = try await router.monitor()
            let connected = try await dealer.monitor()
            let address = try await router.bind("tcp://127.0.0.1:*")
            try await dealer.connect(address)
            #expect(await events(of: connected, through: .handshakeSucceeded).contains(.connected))
            let seen = await events(of: served, through: .handshakeSucceeded)
            #expect(seen.first == .listening)
            #expect(seen.contains(.accepted))
            await dealer.close()
            #expect(await events(of: served, through: .disconnected).last == .disconnected)
            #expect(await connected.first { _ in false } == nil)
            await router.close()
            #expect(await served.first { _ in false } == nil)
        }
    }

    @Test func aMissingServiceShowsAsRetries() async throws {
        try await withLoop { loop in
            let dealer = try Endpoint(.dealer, loop: loop)
            let events = try await dealer.monitor()
            try await dealer.connect("tcp://127.0.0.1:1")
            let retry = await events.first {
                if case .connectRetried = $0 { true } else { false }
            }
            #expect(retry != nil)
            await dealer.close()
        }
    }

    @Test(arguments: [[UInt8](), Array("GET / HTTP/1.1\r\n\r\n".utf8), [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3]])
    func aPeerThatDoesNotShakeHandsIsReportedAndHarmsNobody(greeting: [UInt8]) async throws {
        var options = SocketOptions()
        options.handshakeInterval = .milliseconds(100)
        try await withLoop { loop in
            let router = try Endpoint(.router, loop: loop, options: options)
            let monitored = try await router.monitor()
            let address = try await router.bind("tcp://127.0.0.1:*")
            let peer = try RawPeer(address: address)
            try peer.send(greeting)
            let failure = await monitored.first {
                if case .handshakeFailed = $0 { true } else { false }
            }
            #expect(failure != nil)
            let dealer = try Endpoint(.dealer, loop: loop)
            try await dealer.connect(address)
            try await dealer.send([Message("unharmed")])
            #expect(try await router.collect(1).first?.frames.last == Array("unharmed".utf8))
            await dealer.close()
            await router.close()
            peer.close()
        }
    }

    @Test func aSecondMonitorEndsTheFirstOnesStream() async throws {
        try await withLoop { loop in
            let router = try Endpoint(.router, loop: loop)
            let first = try await router.monitor()
            let second = try await router.monitor()
            _ = try await router.bind("tcp://127.0.0.1:*")
            #expect(await first.first { _ in true } == nil)
            #expect(await second.first { _ in true } == .listening)
            await router.close()
        }
    }

    @Test func unreadEventsStopNothing() async throws {
        try await withLoop { loop in
            let router = try Endpoint(.router, loop: loop)
            let events = try await router.monitor()
            let address = try await router.bind("tcp://127.0.0.1:*")
            for _ in 0..<MonitorStream.capacity { try RawPeer(address: address).close() }
            let dealer = try Endpoint(.dealer, loop: loop)
            try await dealer.connect(address)
            try await dealer.send([Message("through")])
            #expect(try await router.collect(1).count == 1)
            await dealer.close()
            await router.close()
            #expect(await events.reduce(0) { count, _ in count + 1 } <= MonitorStream.capacity)
        }
    }

    private func events(of stream: MonitorStream, through last: SocketEvent) async -> [SocketEvent] {
        var events: [SocketEvent] = []
        for await event in stream {
            events.append(event)
            if event == last { break }
        }
        return events
    }
}
