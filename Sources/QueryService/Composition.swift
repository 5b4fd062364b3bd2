import Logging
import Metrics
import ServiceLifecycle
import Store
import Wire
import ZeroMQ

/// The parts of the service, wired to each other.
struct Composition {
    let services: [any Service]

    /// What the service is bound to.
    struct Sockets {
        let work: Endpoint
        let query: Endpoint
        let feed: Endpoint
        let feedAddress: String
    }

    init(
        _ options: ServiceOptions, store: Store, sockets: Sockets, authenticator: Authenticator, logger: Logger
    ) async throws {
        let queue = WriteQueue()
        var dispatching = Dispatcher.Options()
        dispatching.leaseMs = Int64(options.leaseMs)
        dispatching.attemptLimitMs = Int64(options.attemptLimitMs)
        let start = try await store.commit(options.extractor.map { [.repin(extractor: $0)] } ?? [], now: Clock.unixMs)
        let coordinator = try await Self.makeCoordinator(dispatching, queue, store, start)
        let admission = AdmissionControl(maximumOpenJobs: options.maximumOpenJobs)
        let feed = Feed(endpoint: sockets.feed, address: sockets.feedAddress, epoch: store.epoch, last: start.last)
        let metrics = ServiceMetrics()
        let backups = Backups(
            store: store, folder: BackupFolder(options.backups, beside: options.database), endpoint: sockets.query,
            metrics: metrics, logger: logger)
        let monitor = HealthMonitor(
            store: store, coordinator: coordinator, queue: queue, feed: feed, backups: backups, path: options.database,
            minimumFreeBytes: UInt64(options.minimumFreeBytes))
        let pong: @Sendable () -> Pong = { Pong(version: Program.version, epoch: store.epoch, last: feed.lastSequence) }
        let core: [any Service] = [
            feed,
            Writer(
                queue: queue, store: store, work: sockets.work, query: sockets.query, feed: feed,
                coordinator: coordinator,
                monitor: monitor, metrics: metrics, logger: logger),
            backups,
            FileWatch(store: store, logger: logger),
            WorkEndpoint(
                endpoint: sockets.work, queue: queue, coordinator: coordinator, admission: admission,
                authenticator: authenticator,
                metrics: metrics, options: dispatching, pong: pong, logger: logger),
            QueryEndpoint(
                endpoint: sockets.query, queue: queue, admission: admission, authenticator: authenticator,
                questions: Questions(store: store, coordinator: coordinator, monitor: monitor), backups: backups,
                metrics: metrics, pong: pong, logger: logger),
            Ticker(
                coordinator: coordinator, admission: admission, monitor: monitor, metrics: metrics, store: store,
                options: dispatching, logger: logger),
        ]
        let extras: [(any Service)?] = [
            options.keepDays.map { days in
                Retention(keepMs: Int64(days) * 86_400_000, store: store, queue: queue, logger: logger)
            },
            authenticator.control.map {
                AccessWatcher(control: $0, coordinator: coordinator, feed: feed, logger: logger)
            },
            try Self.makeServer(options, metrics, monitor, coordinator, queue),
        ]
        services = core + extras.compactMap(\.self)
    }

    /// Who works on what, with the leases that the service left behind when it last ended.
    private static func makeCoordinator(
        _ options: Dispatcher.Options, _ queue: WriteQueue, _ store: Store, _ start: Commit
    ) async throws -> Coordinator {
        let coordinator = Coordinator(options: options, queue: queue)
        let leased = try await store.leasedJobs()
        coordinator.with { dispatcher in
            dispatcher.update(start.queue, unixMs: Clock.unixMs, now: Clock.monotonicMs)
            dispatcher.adopt(leased, now: Clock.monotonicMs)
        }
        return coordinator
    }

    /// The metrics, where they are wanted.
    private static func makeServer(
        _ options: ServiceOptions, _ metrics: ServiceMetrics, _ monitor: HealthMonitor, _ coordinator: Coordinator,
        _ queue: WriteQueue
    ) throws -> MetricsServer? {
        try options.metricsPort.map { port in
            try MetricsServer(
                host: options.metricsHost, port: port,
                families: {
                    metrics.families(try? await monitor.status(), leases: coordinator.leases, waiting: queue.count)
                },
                problem: { monitor.problem }, isListening: options.metricsAreServed)
        }
    }
}
