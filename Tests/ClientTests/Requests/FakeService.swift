import Synchronization
import Wire
import ZeroMQ

/// A service on real sockets of loopback that answers as a test wants it to.
final class FakeService: Sendable {
    /// What comes back for a request; empty for silence.
    typealias Answer = @Sendable (Envelope) -> [Envelope]

    let workPort: Int
    let queryPort: Int
    let feedPort: Int
    private let context: ZMQContext
    private let loop: SocketLoop
    private let work: Endpoint
    private let query: Endpoint
    private let feed: Endpoint
    private let requests = Mutex<[Envelope]>([])

    /// Binds to the ports given, or to some that the system picks.
    init(workPort: Int? = nil, queryPort: Int? = nil, feedPort: Int? = nil) async throws {
        context = try ZMQContext()
        loop = SocketLoop(context: context, name: "fake-service")
        (work, self.workPort) = try await Self.bind(.router, loop, workPort)
        (query, self.queryPort) = try await Self.bind(.router, loop, queryPort)
        (feed, self.feedPort) = try await Self.bind(.pub, loop, feedPort)
    }

    private static func bind(_ kind: SocketKind, _ loop: SocketLoop, _ port: Int?) async throws -> (Endpoint, Int) {
        let endpoint = try Endpoint(kind, loop: loop)
        let address = try await endpoint.bind("tcp://127.0.0.1:\(port.map(String.init) ?? "*")")
        return (endpoint, Int(address.split(separator: ":").last ?? "") ?? 0)
    }

    /// What has come in so far, on both ports.
    var seen: [Envelope] { requests.withLock { $0 } }

    /// Answers for as long as the body runs, then closes its sockets.
    func serve<Value: Sendable>(
        _ answer: @escaping Answer, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.serve(self.work, answer) }
            group.addTask { try await self.serve(self.query, answer) }
            do {
                let value = try await body()
                await close()
                return value
            } catch {
                await close()
                throw error
            }
        }
    }

    private func serve(_ endpoint: Endpoint, _ answer: Answer) async throws {
        while let batch = try await endpoint.receive(upTo: 100) {
            for message in batch {
                guard let peer = message.frames.first else { continue }
                let request = try Envelope(frames: Array(message.frames.dropFirst()))
                requests.withLock { $0.append(request) }
                let replies = answer(request).map { Message(frames: [peer] + $0.frames) }
                try await endpoint.send(replies)
            }
        }
    }

    /// Publishes frames to all who listen.
    func publish(_ frames: [[UInt8]]) async throws { try await feed.send([Message(frames: frames)]) }

    func close() async {
        for endpoint in [work, query, feed] { await endpoint.close() }
        loop.stop()
        context.shutdown()
    }
}
