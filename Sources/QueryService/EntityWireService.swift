package import Logging
import Metrics
import ServiceLifecycle
import Store
import Wire
import ZeroMQ

/// The query service: opens the store, binds its three ports, and runs until it is told to stop.
///
/// `Composition` shows who talks to whom. The parts start in the order of `services` and stop in reverse: first nothing
/// new is let in, then the writer commits and acknowledges what waits, then the feed falls silent.
package struct EntityWireService: Service {
    package let ports: Ports
    private let services: [any Service]
    let store: Store
    private let endpoints: [Endpoint]
    let loop: SocketLoop
    let authenticator: Authenticator
    private let logger: Logger

    /// Opens and binds; throws where the database or a port cannot be had, in words for the operator.
    package static func make(_ options: ServiceOptions, logger: Logger) async throws -> EntityWireService {
        try checkBind(options, logger: logger)
        var storing = StoreOptions()
        storing.minimumFreeBytes = UInt64(options.minimumFreeBytes)
        storing.hooks = StoreHooks(beforeCommit: { CrashPoint.beforeCommit.pass() })
        let store = try Store(path: options.database, options: storing)
        if let copy = store.olderCopy {
            logger.notice("the database has a new layout; it lies as it was in a copy", metadata: ["copy": "\(copy)"])
        }
        let loop = SocketLoop(context: try ZMQContext(), name: "sockets")
        let authenticator = try await Authenticator.post(keys: options.keys, loop: loop, logger: logger)
        var router = SocketOptions()
        router.maxMessageSize = Int64(Limits.maxMessageSize)
        router.maxFrames = Limits.frames + 3
        // The last acknowledgements leave after the writer has stopped.
        router.linger = .seconds(1)
        router.curve = authenticator.curve(.work)
        let work = try Endpoint(.router, loop: loop, options: router)
        router.curve = authenticator.curve(.query)
        router.maxMessageSize = Int64(Limits.maxQuerySize)
        let query = try Endpoint(.router, loop: loop, options: router)
        var publisher = SocketOptions()
        publisher.curve = authenticator.curve(.feed)
        let feed = try Endpoint(.xpub, loop: loop, options: publisher)
        let feedAddress = try await bind(feed, options.host, options.feedPort)
        let ports = Ports(
            work: port(of: try await bind(work, options.host, options.workPort)),
            query: port(of: try await bind(query, options.host, options.queryPort)), feed: port(of: feedAddress))
        let composition = try await Composition(
            options, store: store,
            sockets: Composition.Sockets(work: work, query: query, feed: feed, feedAddress: feedAddress),
            authenticator: authenticator,
            logger: logger)
        return EntityWireService(
            ports: ports, services: composition.services, store: store, endpoints: [work, query, feed],
            loop: loop, authenticator: authenticator, logger: logger)
    }

    package func run() async throws {
        defer {
            loop.stop()
            loop.context.shutdown()
        }
        let group = ServiceGroup(
            configuration: .init(services: services.map(Self.configuration), logger: .quiet))
        try await authenticator.guarding(endpoints) {
            try await group.run()
            for endpoint in endpoints { await endpoint.close() }
        }
        try await store.end()
        logger.info("stopped")
    }

    /// A part that breaks ends all others at once; metrics that cannot be served leave them the time to end in order.
    private static func configuration(_ service: any Service) -> ServiceGroupConfiguration.ServiceConfiguration {
        .init(
            service: service,
            failureTerminationBehavior: service is MetricsServer ? .gracefullyShutdownGroup : .cancelGroup)
    }

    /// The address bound, with the port that the system picked.
    private static func bind(_ endpoint: Endpoint, _ host: String, _ port: Int) async throws -> String {
        try await endpoint.bind("tcp://\(host):\(port == 0 ? "*" : String(port))")
    }

    private static func port(of address: String) -> Int { address.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

    /// Without keys, only this machine may come in (guarantee H).
    private static func checkBind(_ options: ServiceOptions, logger: Logger) throws {
        let isLoopback = options.host.hasPrefix("127.") || options.host == "localhost" || options.host == "[::1]"
        guard !isLoopback, options.keys == nil else { return }
        guard options.insecure else { throw OpenBindError(host: options.host) }
        logger.warning(
            "anybody who reaches this address can submit, ask and delete", metadata: ["host": "\(options.host)"])
    }
}

extension Logger {
    /// The lifecycle's own messages are of no use to an operator.
    fileprivate static let quiet = Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }
}

/// A bind that would let anybody in.
package struct OpenBindError: Error, CustomStringConvertible {
    package let host: String

    package var description: String {
        "Binding to \(host) without keys would let anybody in: give --keys DIR, bind to 127.0.0.1, or give --insecure if "
            + "the network is closed."
    }
}
