import Annotation
import Logging
import ServiceLifecycle
import Store
import Synchronization
import Wire
import ZeroMQ

/// Makes backups while the service works, one at a time, and answers whoever asked for one when it is complete.
final class Backups: Service {
    /// What was asked for, and who waits.
    private struct Order: Sendable {
        let command: String
        let file: String
        let path: String
        /// Whoever sent the command: a client repeats it until it is answered.
        var routes: [Route]
        var percent = 0

        /// A client that connects again and again is answered on its latest connections alone.
        mutating func add(_ route: Route) {
            routes = routes.filter { $0 != route }.suffix(15) + [route]
        }
    }

    private let store: Store
    private let folder: BackupFolder
    private let endpoint: Endpoint
    private let metrics: ServiceMetrics
    private let logger: Logger
    private let current = Mutex<Order?>(nil)
    private let orders: AsyncStream<Void>
    private let caller: AsyncStream<Void>.Continuation

    /// - Parameter endpoint: where the answers go: the query port.
    init(store: Store, folder: BackupFolder, endpoint: Endpoint, metrics: ServiceMetrics, logger: Logger) {
        self.store = store
        self.folder = folder
        self.endpoint = endpoint
        self.metrics = metrics
        self.logger = logger
        (orders, caller) = AsyncStream.makeStream()
    }

    /// How far the backup is that is being made.
    var progress: BackupProgress? {
        current.withLock { $0.map { BackupProgress(file: $0.file, percent: $0.percent) } }
    }

    /// Begins a backup, or lets a repeated command wait for the one that it began.
    func begin(_ command: String, _ parameters: BackupParameters, for route: Route) throws(WireError) {
        let path = try folder.place(for: parameters.file)
        let running = current.withLock { current -> Order? in
            if current == nil {
                current = Order(command: command, file: parameters.file, path: path, routes: [route])
                caller.yield()
            } else if current?.command == command {
                current?.add(route)
            } else {
                return current
            }
            return nil
        }
        guard let running else { return }
        throw WireError(
            .busy,
            "The backup \(running.file) is being made (\(running.percent) %): wait for its end; `status` shows it.")
    }

    func run() async throws {
        folder.removeUnfinished()
        if folder.isMissing { logger.warning("the folder of backups is not there: \(folder.path)") }
        try await cancelWhenGracefulShutdown {
            for await _ in self.orders { try await self.makeOne() }
        }
    }

    private func makeOne() async throws {
        guard let order = current.withLock({ $0 }) else { return }
        let start = ContinuousClock.now
        logger.info("backup began", metadata: ["file": "\(order.path)"])
        let result: Result<BackedUp, WireError>
        do {
            let backup = try await store.backUp(to: order.path, command: order.command) { done, total in
                CrashPoint.duringBackup.pass()
                current.withLock { $0?.percent = done * 100 / max(1, total) }
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            logger.info(
                "backup made",
                metadata: [
                    "file": "\(backup.file)", "bytes": "\(backup.bytes)", "documents": "\(backup.documents)",
                    "seconds": "\(seconds)",
                ])
            metrics.countBackup(isMade: true)
            result = .success(backup)
        } catch let error as WireError {
            metrics.countBackup(isMade: false)
            metrics.countReject(error)
            logger.error("backup failed: \(error.message)", metadata: ["file": "\(order.path)"])
            result = .failure(error)
        } catch is CancellationError {
            logger.warning("backup given up: the service is stopping", metadata: ["file": "\(order.path)"])
            result = .failure(
                WireError(.draining, "The service is stopping, the backup was given up: ask again.", retry: .later))
        }
        try await answer(result)
    }

    private func answer(_ result: Result<BackedUp, WireError>) async throws {
        let routes = current.withLock { current in
            defer { current = nil }
            return current?.routes ?? []
        }
        let replies = try routes.map { route in
            switch result {
            case .success(let backup): route.reply(.ok, Answer(), bodies: [try CanonicalJSON.encode(backup)])
            case .failure(let error): route.reply(error)
            }
        }
        try await endpoint.send(replies)
    }
}
