import ServiceLifecycle
import Store
import Synchronization
import Wire

/// How the service is: counts of the store, rates of the last minute, and what holds the work up.
final class HealthMonitor: Sendable {
    private struct State {
        /// The counts of accepted and stored documents at the end of each of the last 60 seconds.
        var samples: [(accepted: Int, stored: Int)] = []
        var accepted = 0
        var stored = 0
        /// Monotonic milliseconds.
        var committingSince: Int64?
        var abandonedSince: Int64?
        var failure: (at: Int64, message: String)?
        /// Damage stays, whatever comes after it.
        var damage: String?
        var readFailure: (at: Int64, message: String)?
    }

    /// How long a failed commit counts where nothing was written since.
    private static let failureMs: Int64 = 60_000

    private let state = Mutex(State())
    private let store: Store
    private let coordinator: Coordinator
    private let queue: WriteQueue
    private let feed: Feed
    private let backups: Backups
    private let path: String
    private let minimumFreeBytes: UInt64

    init(
        store: Store, coordinator: Coordinator, queue: WriteQueue, feed: Feed, backups: Backups, path: String,
        minimumFreeBytes: UInt64
    ) {
        self.store = store
        self.coordinator = coordinator
        self.queue = queue
        self.feed = feed
        self.backups = backups
        self.path = path
        self.minimumFreeBytes = minimumFreeBytes
    }

    /// The writer begins a commit.
    func commitBegins(now: Int64) { state.withLock { $0.committingSince = now } }

    /// Counts what a commit brought.
    func commitEnded(_ commit: Commit, now: Int64) {
        state.withLock { state in
            state.committingSince = nil
            state.failure = commit.failure.map { (now, $0.message) }
            for event in commit.events {
                if event.event == .accepted { state.accepted += 1 }
                if event.event == .stored { state.stored += 1 }
            }
        }
    }

    /// A question could not be read.
    func noteReadFailure(_ failure: ReadFailure, now: Int64) {
        state.withLock { state in
            if failure.isDamage { state.damage = state.damage ?? failure.error.message }
            state.readFailure = (now, failure.error.message)
        }
    }

    /// Ends a second in which this many documents waited or were worked on.
    func tick(open: Int, now: Int64) {
        let isAbandoned = open > 0 && !hasWorkers
        state.withLock { state in
            state.samples.append((state.accepted, state.stored))
            if state.samples.count > 61 { state.samples.removeFirst() }
            state.abandonedSince = isAbandoned ? state.abandonedSince ?? now : nil
        }
    }

    func status() async throws -> StatusAnswer {
        let counts = try await store.counts(now: Clock.unixMs)
        let (accepted, stored) = rates()
        let free = FreeSpace.bytes(at: path)
        let health = health(open: counts.queue.ready + counts.queue.leased, free: free)
        return StatusAnswer(
            version: Program.version, extractor: coordinator.pinned, healthy: health.problem == nil,
            problem: health.problem, limit: health.limit, queue: counts.queue, documents: counts.documents,
            entities: counts.entities, workers: coordinator.workers().count, storedPerSecond: stored,
            acceptedPerSecond: accepted, database: path, databaseBytes: counts.databaseBytes,
            freeBytes: free.map { Int(clamping: $0) }, epoch: store.epoch, last: feed.lastSequence,
            backup: backups.progress)
    }

    /// What is wrong, in one sentence; nil where the service is healthy. Slow questions of clients do not hold it up.
    var problem: String? { health(open: store.openJobs, free: FreeSpace.bytes(at: path)).problem }

    private var hasWorkers: Bool { coordinator.workers().contains(where: \.current) }

    private func health(open: Int, free: UInt64?) -> Health {
        let now = Clock.monotonicMs
        let (committing, abandoned, failure, damage, unread) = state.withLock {
            ($0.committingSince, $0.abandonedSince, $0.failure, $0.damage, $0.readFailure)
        }
        func recent(_ failure: (at: Int64, message: String)?) -> String? {
            failure.flatMap { now - $0.at < Self.failureMs ? $0.message : nil }
        }
        return Health(
            Health.Inputs(
                freeBytes: free, minimumFreeBytes: minimumFreeBytes, open: open, hasWorkers: hasWorkers,
                abandonedMs: abandoned.map { now - $0 } ?? 0, committingMs: committing.map { now - $0 } ?? 0,
                lastFailure: recent(failure), loss: store.loss, readFailure: damage ?? recent(unread),
                isWriterBehind: queue.count >= WriteQueue.batch))
    }

    private func rates() -> (accepted: Double, stored: Double) {
        state.withLock { state in
            guard let first = state.samples.first, state.samples.count > 1 else { return (0, 0) }
            let seconds = Double(state.samples.count)
            func rate(_ count: Int) -> Double { (Double(count) / seconds * 10).rounded() / 10 }
            return (rate(state.accepted - first.accepted), rate(state.stored - first.stored))
        }
    }
}
