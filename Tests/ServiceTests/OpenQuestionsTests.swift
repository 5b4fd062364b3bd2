import Foundation
import ServiceLifecycle
import Testing
import Wire
import ZeroMQ

import class Store.Store

@testable import QueryService

/// What becomes of questions that are open when the service is told to stop.
@Suite struct OpenQuestionsTests {
    private static let questions = 9

    @Test(.timeLimit(.minutes(2))) func thoseThatWaitAreToldToComeBack() async throws {
        let secured = try await SecuredService(hasKeys: false)
        let group = ServiceGroup(services: [secured.service], logger: SecuredService.quiet)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            try await Self.withPeer(port: secured.service.ports.query) { peer in
                let held = DispatchSemaphore(value: 0)
                defer { for _ in 0..<4 { held.signal() } }
                let readers = await Self.holdReaders(of: secured.service.store, until: held)
                for _ in 0..<Self.questions {
                    let query = Envelope(.query, requestID: [1], Query(method: "documents", deadlineMs: 60_000))
                    try await peer.endpoint.send([Message(frames: query.frames)])
                }
                // The service has taken the questions in: it reads one message after the other.
                #expect(try await peer.ask(.ping)?.kind == Kind.pong.rawValue)
                await group.triggerGracefulShutdown()
                // Eight may stand in the line for a reader; the ninth waits for its turn.
                #expect(try await peer.next()?.header(as: WireError.self).code == .draining)
                for _ in readers { held.signal() }
                for _ in 1..<Self.questions {
                    #expect(try await peer.next()?.header(as: WireError.self).code == .draining)
                }
                for reader in readers { try await reader.value }
            }
            try await tasks.waitForAll()
        }
    }

    /// Keeps all readers of a store busy until they are let go, each by a signal.
    private static func holdReaders(of store: Store, until held: DispatchSemaphore) async -> [Task<Void, any Error>] {
        let (began, tell) = AsyncStream<Void>.makeStream()
        let readers = (0..<4).map { _ in
            Task {
                try await store.read(deadlineMs: 300_000) { _ in
                    tell.yield()
                    held.wait()
                }
            }
        }
        for await _ in began.prefix(readers.count) {}
        return readers
    }

    private static func withPeer(port: Int, _ body: (KeyedPeer) async throws -> Void) async throws {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "peer")
        defer {
            loop.stop()
            context.shutdown()
        }
        let endpoint = try Endpoint(.dealer, loop: loop)
        try await endpoint.connect("tcp://127.0.0.1:\(port)")
        try await body(KeyedPeer(endpoint: endpoint))
        await endpoint.close()
    }
}
