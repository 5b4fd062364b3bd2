import Logging
import ServiceLifecycle
import Wire
import ZeroMQ

@testable import QueryService

/// A work port without a writer behind its queue.
enum WorkPort {
    static func with(_ queue: WriteQueue, _ body: @Sendable (KeyedPeer) async throws -> Void) async throws {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "port")
        defer {
            loop.stop()
            context.shutdown()
        }
        let endpoint = try Endpoint(.router, loop: loop, options: SocketOptions())
        let address = try await endpoint.bind("tcp://127.0.0.1:*")
        let port = WorkEndpoint(
            endpoint: endpoint, queue: queue, coordinator: Coordinator(options: Dispatcher.Options(), queue: queue),
            admission: AdmissionControl(maximumOpenJobs: 1),
            authenticator: try await Authenticator.post(keys: nil, loop: loop, logger: quiet),
            metrics: ServiceMetrics(), options: Dispatcher.Options(),
            pong: { Pong(version: "", epoch: "", last: 0) }, logger: quiet)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await port.run() }
            try await KeyedPeer.with(port: address.split(separator: ":").last.flatMap { Int($0) } ?? 0, body)
            await endpoint.close()
            try await tasks.waitForAll()
        }
    }

    private static let quiet = SecuredService.quiet
}
