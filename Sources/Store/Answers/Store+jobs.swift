import Foundation
import GRDB
package import Wire

extension Store {
    /// The jobs of the pinned version by document key; without a state all but those of deleted documents.
    ///
    /// - Throws: `bad_field`, `deadline`.
    package func jobs(
        _ parameters: JobsParameters, deadlineMs: Int? = nil
    ) async throws -> (page: Page<JobRow>, next: String?) {
        let limit = try PageLimit.rows(parameters.limit)
        let after = try PageToken.parts(parameters.after, count: 1).map { try PageToken.key($0[0]) }
        return try await read(deadlineMs: deadlineMs) { db in
            guard let pinned = try Writing.pinned(db) else { return (Page(items: []), nil) }
            // The number stands in the statement so that SQLite can use the indexes of open and of dead jobs.
            let state = parameters.state.map { "j.state = \(JobState($0).rawValue)" } ?? "j.state < 4"
            let rows = try db.rows(
                """
                SELECT d.key, j.state, j.attempt, j.failures, j.suspect, j.code, j.reason, j.worker,
                    strftime('%Y-%m-%dT%H:%M:%SZ', j.since / 1000, 'unixepoch') AS since
                FROM job j JOIN document d ON d.id = j.document
                WHERE j.extractor = ? AND \(state) AND d.key > ? ORDER BY d.key LIMIT ?
                """, [pinned.id, after ?? Data().databaseValue, limit + 1])
            let items = rows.prefix(limit).map { row in
                JobRow(
                    document: KeyBytes.hex(row["key"]), extractor: pinned.version,
                    state: (JobState(rawValue: row["state"]) ?? .ready).wire, attempt: row["attempt"],
                    failures: row["failures"], suspect: row["suspect"], code: row["code"], reason: row["reason"],
                    worker: row["worker"], since: row["since"])
            }
            return (Page(items: items), rows.count > limit ? items.last?.document : nil)
        }
    }

    /// The store's part of `status`: the queue, how many documents and entities there are, and the size of the file.
    ///
    /// The age of the queue is that of the job that has been due longest.
    /// - Parameter now: Unix milliseconds.
    package func counts(
        now: Int64 = Int64(Date().timeIntervalSince1970 * 1_000), deadlineMs: Int? = nil
    ) async throws -> (queue: StatusAnswer.Queue, documents: Int, entities: Int, databaseBytes: Int) {
        let (due, entities) = try await read(deadlineMs: deadlineMs) { db in
            (
                try db.value(
                    Int64.self,
                    """
                    SELECT min(j.due) FROM job j JOIN extractor x ON x.id = j.extractor
                        JOIN meta m ON m.name = 'pinned' AND m.value = x.version WHERE j.state < 2
                    """),
                try db.value(Int.self, "SELECT count(*) FROM entity WHERE documents > 0") ?? 0
            )
        }
        let tally = counted
        func count(_ state: JobState) -> Int { tally.jobs[state.rawValue] }
        let unpinned = tally.jobs.allSatisfy { $0 == 0 } ? tally.documents : 0
        return (
            StatusAnswer.Queue(
                ready: count(.ready) + unpinned, leased: count(.leased), done: count(.done), dead: count(.dead),
                oldestSeconds: due.map { Int(max(0, now - $0) / 1_000) }),
            tally.documents, entities, databaseBytes
        )
    }
}
