import FlyingFox
import FlyingSocks
import Foundation
import Glibc
package import Logging
import ServiceLifecycle
import Synchronization

/// Serves `/metrics` and `/healthz` over HTTP, to anyone who reaches the address: numbers, and one sentence on health.
package struct MetricsServer: Service {
    private let host: String
    private let port: Int
    private let families: @Sendable () async -> [MetricFamily]
    private let problem: @Sendable () async -> String?
    private let isListening: @Sendable (_ port: Int) -> Void
    private let logger: Logger

    /// - Parameters:
    ///   - host: an address of IPv4 or IPv6.
    ///   - port: 0 lets the system pick one.
    ///   - families: the metrics of now.
    ///   - problem: what is wrong now, in one sentence; nil where all is well.
    ///   - isListening: called with the port once it can be reached.
    package init(
        host: String, port: Int, families: @escaping @Sendable () async -> [MetricFamily],
        problem: @escaping @Sendable () async -> String?, isListening: @escaping @Sendable (_ port: Int) -> Void,
        logger: Logger
    ) {
        self.host = host
        self.port = port
        self.families = families
        self.problem = problem
        self.isListening = isListening
        self.logger = logger
    }

    /// The metrics as text.
    package static func text(_ families: [MetricFamily]) -> String { families.map(\.text).joined() }

    /// - Throws: `MetricsAddressError` where the address cannot be had. Later troubles end nothing: the server starts anew.
    package func run() async throws {
        let hasListened = Atomic(false)
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                try await cancelWhenGracefulShutdown { try await serve { hasListened.store(true, ordering: .relaxed) } }
            } catch  where Task.isShuttingDownGracefully || Task.isCancelled {
                return
            } catch {
                let error = MetricsAddressError(host: host, port: port, cause: "\(error)")
                guard hasListened.load(ordering: .relaxed) else { throw error }
                logger.error("\(error)")
                try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
            }
        }
    }

    private func serve(_ listens: @escaping @Sendable () -> Void) async throws {
        let server = try await makeServer()
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                listens()
                isListening(await Self.port(of: server.listeningAddress))
            }
        }
    }

    private func makeServer() async throws -> HTTPServer {
        let server: HTTPServer
        if let address = try? sockaddr_in.inet(ip4: host, port: UInt16(port)) {
            server = HTTPServer(address: address, logger: .disabled)
        } else if let address = try? sockaddr_in6.inet6(ip6: host, port: UInt16(port)) {
            server = HTTPServer(address: address, logger: .disabled)
        } else {
            throw MetricsAddressError(host: host, port: port, cause: "it is no address such as 127.0.0.1")
        }
        await server.appendRoute("GET /metrics") { [families] _ in
            Self.answer(
                .ok, Self.text(await families()), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        await server.appendRoute("GET /healthz") { [problem] _ in
            guard let problem = await problem() else { return Self.answer(.ok, "ok\n") }
            return Self.answer(.serviceUnavailable, problem + "\n")
        }
        return server
    }

    private static func answer(
        _ status: HTTPStatusCode, _ text: String, type: String = "text/plain; charset=utf-8"
    ) -> HTTPResponse {
        HTTPResponse(statusCode: status, headers: [.contentType: type], body: Data(text.utf8))
    }

    private static func port(of address: Socket.Address?) -> Int {
        switch address {
        case .ip4(_, let port), .ip6(_, let port): Int(port)
        default: 0
        }
    }
}

/// An address that the metrics cannot be served at.
package struct MetricsAddressError: Error, CustomStringConvertible {
    let host: String
    let port: Int
    let cause: String

    package var description: String {
        "Cannot serve metrics at \(host), port \(port): \(cause). Give another --metrics-port or --metrics-host."
    }
}
