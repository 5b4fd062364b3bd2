import Metrics
import Store
import Wire

/// What the service counts from its start on, and how it shows that and its state to Prometheus.
final class ServiceMetrics: Sendable {
    private let accepted = Counter("entitywire_documents_accepted_total", "Documents accepted.")
    private let extracted = Counter("entitywire_documents_extracted_total", "Results stored.")
    private let dead = Counter("entitywire_documents_dead_total", "Jobs given up.")
    private let retried = Counter("entitywire_documents_retried_total", "Dead jobs put back.")
    private let deleted = Counter("entitywire_documents_deleted_total", "Documents deleted.")
    private let commitSeconds = Histogram("entitywire_commit_seconds", "How long a commit took, in seconds.")
    private let operations = Counter("entitywire_commit_operations_total", "Operations that commits carried out.")
    private let rejects = Counter(
        "entitywire_rejects_total", "Requests answered with an error.", label: "code",
        values: WireError.Code.allCases.map(\.rawValue))
    private let expired = Counter("entitywire_leases_expired_total", "Leases that ended without a word of the worker.")
    private let readFailures = Counter(
        "entitywire_read_failures_total", "Questions that could not be read from the database.")
    private let backups = Counter(
        "entitywire_backups_total", "Backups.", label: "result", values: ["made", "failed"])

    func count(_ commit: Commit, seconds: Double) {
        commitSeconds.observe(seconds)
        operations.add(commit.outcomes.count)
        for event in commit.events {
            switch event.event {
            case .accepted: accepted.add()
            case .stored: extracted.add()
            case .dead: dead.add()
            case .retried: retried.add()
            case .deleted: deleted.add()
            case .heartbeat: break
            }
        }
    }

    func countReject(_ error: WireError) { rejects.add(1, error.code.rawValue) }

    func countExpired(_ leases: Int) { expired.add(leases) }

    func countReadFailure() { readFailures.add() }

    func countBackup(isMade: Bool) { backups.add(1, isMade ? "made" : "failed") }

    /// The metrics of now.
    ///
    /// - Parameters:
    ///   - status: nil where the store does not answer.
    ///   - leases: those held now.
    ///   - waiting: requests that wait for the writer.
    func families(_ status: StatusAnswer?, leases: Int, waiting: Int) -> [MetricFamily] {
        [
            .buildInfo(program: "entitywire-service", version: Program.version),
            .gauge("entitywire_healthy", "1 where the service is healthy, else 0.", status?.healthy == true ? 1 : 0),
            accepted.family, extracted.family, dead.family, retried.family, deleted.family, commitSeconds.family,
            operations.family,
            .gauge("entitywire_write_queue_requests", "Requests that wait for the writer.", Double(waiting)),
            rejects.family,
            .gauge("entitywire_leases", "Documents in the hands of extractors.", Double(leases)),
            expired.family, backups.family, readFailures.family,
        ] + (status.map(Self.families) ?? []) + ProcessMetrics.families
    }

    private static func families(_ status: StatusAnswer) -> [MetricFamily] {
        let queue = status.queue
        var families: [MetricFamily] = [
            .gauge(
                "entitywire_jobs", "Jobs of the pinned extractor version.", by: "state",
                ["ready": queue.ready, "leased": queue.leased, "done": queue.done, "dead": queue.dead]),
            .gauge(
                "entitywire_queue_oldest_seconds", "For how long the oldest open job has waited; 0 where none is open.",
                Double(queue.oldestSeconds ?? 0)),
            .gauge("entitywire_documents", "Documents in the database.", Double(status.documents)),
            .gauge("entitywire_entities", "Entities in the database.", Double(status.entities)),
            .gauge("entitywire_extractors", "Extractors connected.", Double(status.workers)),
            .gauge("entitywire_database_bytes", "Size of the database and its log.", Double(status.databaseBytes)),
            .gauge("entitywire_feed_sequence", "Number of the last event.", Double(status.last)),
        ]
        if let free = status.freeBytes {
            families.append(.gauge("entitywire_disk_free_bytes", "Left on the database's disk.", Double(free)))
        }
        return families
    }
}
