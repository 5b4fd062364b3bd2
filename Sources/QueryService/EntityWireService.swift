package import Logging
import Metrics
import ServiceLifecycle
import Store
import Synchronization
import Wire
import ZeroMQ

/// The query service: opens the store, binds its three ports, and runs until it is told to stop.
///
/// Read this file to see who talks to whom. The parts start in the order of `services` and stop in reverse: first nothing
/// new is let in, then the writer commits and acknowledges what waits, then the feed falls silent.
package struct EntityWireService: Service {
    package let ports: Ports
    private let services: [any Service]
    private let store: Store
    private let endpoints: [Endpoint]
    let loop: SocketLoop
    let doorkeeper: Doorkeeper
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
        let doorkeeper = try await Doorkeeper.post(keys: options.keys, loop: loop, logger: logger)
        var router = SocketOptions()
        router.maxMessageSize = Int64(Limits.maxMessageSize)
        router.maxFrames = Limits.frames + 3
        // The last acknowledgements leave after the writer has stopped.
        router.linger = .seconds(1)
        router.curve = doorkeeper.curve(.work)
        let work = try Endpoint(.router, loop: loop, options: router)
        router.curve = doorkeeper.curve(.query)
        let query = try Endpoint(.router, loop: loop, options: router)
        var publisher = SocketOptions()
        publisher.curve = doorkeeper.curve(.feed)
        let feed = try Endpoint(.xpub, loop: loop, options: publisher)
        let feedAddress = try await bind(feed, options.host, options.feedPort)
        let ports = Ports(
            work: port(of: try await bind(work, options.host, options.workPort)),
            query: port(of: try await bind(query, options.host, options.queryPort)), feed: port(of: feedAddress))
        let parts = try await Parts(
            options, store: store, work: work, query: query, feed: (feed, feedAddress), doorkeeper: doorkeeper,
            logger: logger)
        return EntityWireService(
            ports: ports, services: parts.services, store: store, endpoints: [work, query, feed],
            loop: loop, doorkeeper: doorkeeper, logger: logger)
    }

    package func run() async throws {
        defer {
            loop.stop()
            loop.context.shutdown()
        }
        let group = ServiceGroup(
            configuration: .init(services: services.map(Self.configuration), logger: .quiet))
        try await doorkeeper.guarding(endpoints) {
            try await group.run()
            for endpoint in endpoints { await endpoint.close() }
        }
        try await store.checkpoint()
        try store.close()
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

/// A bind that would let strangers in.
package struct OpenBindError: Error, CustomStringConvertible {
    package let host: String

    package var description: String {
        "Binding to \(host) without keys would let anybody in: give --keys DIR, bind to 127.0.0.1, or give --insecure if "
            + "the network is closed."
    }
}

/// The parts of the service, wired to each other.
private struct Parts {
    let services: [any Service]

    init(
        _ options: ServiceOptions, store: Store, work: Endpoint, query: Endpoint,
        feed: (endpoint: Endpoint, address: String), doorkeeper: Doorkeeper, logger: Logger
    ) async throws {
        let queue = WriteQueue()
        var dispatching = Dispatcher.Options()
        dispatching.leaseMs = Int64(options.leaseMs)
        dispatching.attemptLimitMs = Int64(options.attemptLimitMs)
        let coordinator = Coordinator(options: dispatching, queue: queue)
        let gate = Gate(maximumOpenJobs: options.maximumOpenJobs)
        let start = try await store.commit(options.extractor.map { [.repin(extractor: $0)] } ?? [], now: Clock.unixMs)
        let leased = try await store.leasedJobs()
        coordinator.with { dispatcher in
            dispatcher.update(start.queue)
            dispatcher.adopt(leased, now: Clock.monotonicMs)
        }
        let feed = Feed(endpoint: feed.endpoint, address: feed.address, epoch: store.epoch, last: start.last)
        let metrics = ServiceMetrics()
        let backups = Backups(
            store: store, folder: BackupFolder(options.backups, beside: options.database), endpoint: query,
            metrics: metrics, logger: logger)
        let vitals = Vitals(
            store: store, coordinator: coordinator, queue: queue, feed: feed, backups: backups, path: options.database,
            minimumFreeBytes: UInt64(options.minimumFreeBytes))
        let pong: @Sendable () -> Pong = { Pong(version: Program.version, epoch: store.epoch, last: feed.lastSequence) }
        let questions = Questions(store: store, coordinator: coordinator, vitals: vitals)
        let watcher = doorkeeper.control.map {
            AccessWatcher(control: $0, coordinator: coordinator, feed: feed, logger: logger)
        }
        let server = options.metricsPort.map { port in
            MetricsServer(
                host: options.metricsHost, port: port,
                families: {
                    metrics.families(
                        try? await vitals.status(), leases: coordinator.leases, waiting: queue.count)
                },
                problem: { await vitals.problem() },
                isListening: options.metricsAreServed, logger: logger)
        }
        var services: [any Service] = [
            feed,
            Writer(
                queue: queue, store: store, work: work, query: query, feed: feed, coordinator: coordinator,
                vitals: vitals, metrics: metrics, logger: logger),
            backups,
            WorkEndpoint(
                endpoint: work, queue: queue, coordinator: coordinator, gate: gate, doorkeeper: doorkeeper,
                metrics: metrics, options: dispatching, pong: pong, logger: logger),
            QueryEndpoint(
                endpoint: query, queue: queue, gate: gate, doorkeeper: doorkeeper, questions: questions,
                backups: backups, metrics: metrics, pong: pong, logger: logger),
            Ticker(
                coordinator: coordinator, gate: gate, vitals: vitals, metrics: metrics, store: store,
                options: dispatching, logger: logger),
        ]
        if let days = options.keepDays {
            services.append(
                Retention(keepMs: Int64(days) * 86_400_000, store: store, queue: queue, logger: logger))
        }
        if let watcher { services.append(watcher) }
        if let server { services.append(server) }
        self.services = services
    }
}
