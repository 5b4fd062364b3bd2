import Glibc
import ServiceLifecycle
import Store
import Synchronization
import Wire

/// How the service is: counts of the store, rates of the last minute, and what holds the work up.
final class Vitals: Sendable {
    private struct State {
        /// The counts of accepted and stored documents at the end of each of the last 60 seconds.
        var samples: [(accepted: Int, stored: Int)] = []
        var accepted = 0
        var stored = 0
    }

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

    /// Counts what a commit brought.
    func count(_ events: [FeedEvent]) {
        state.withLock { state in
            for event in events {
                if event.event == .accepted { state.accepted += 1 }
                if event.event == .stored { state.stored += 1 }
            }
        }
    }

    /// Ends a second.
    func tick() {
        state.withLock { state in
            state.samples.append((state.accepted, state.stored))
            if state.samples.count > 61 { state.samples.removeFirst() }
        }
    }

    func status() async throws -> StatusAnswer {
        let counts = try await store.counts(now: Clock.unixMs)
        let (accepted, stored) = rates()
        let workers = coordinator.workers()
        let limit = limit(counts.queue, hasWorkers: workers.contains(where: \.current))
        return StatusAnswer(
            version: Program.version, extractor: coordinator.pinned, healthy: limit != .disk, limit: limit,
            queue: counts.queue, documents: counts.documents, entities: counts.entities, workers: workers.count,
            storedPerSecond: stored, acceptedPerSecond: accepted, database: path, databaseBytes: counts.databaseBytes,
            epoch: store.epoch, last: feed.lastSequence, backup: backups.progress)
    }

    private func rates() -> (accepted: Double, stored: Double) {
        state.withLock { state in
            guard let first = state.samples.first, state.samples.count > 1 else { return (0, 0) }
            let seconds = Double(state.samples.count)
            func rate(_ count: Int) -> Double { (Double(count) / seconds * 10).rounded() / 10 }
            return (rate(state.accepted - first.accepted), rate(state.stored - first.stored))
        }
    }

    private func limit(_ counts: StatusAnswer.Queue, hasWorkers: Bool) -> StatusAnswer.Limit {
        if let free = FreeSpace.bytes(at: path), free < minimumFreeBytes { return .disk }
        guard counts.ready + counts.leased > 0 else { return .nothing }
        if !hasWorkers { return .noExtractors }
        return queue.count >= WriteQueue.batch ? .store : .extraction
    }
}
