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
            let rows = try db.rows(
                Self.jobRows(in: parameters.state), [pinned.id, after ?? Data().databaseValue, limit + 1])
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

    /// Few jobs are ready, leased or dead: each of these states has a partial index, which SQLite uses where the state
    /// stands in the statement as a number. The others are met on a walk by key.
    static func jobRows(in state: DocumentState?) -> String {
        let state = state.map(JobState.init)
        let from =
            switch state {
            case .ready, .leased, .dead: "job j CROSS JOIN document d ON d.id = j.document"
            case .done, .deleted, nil: "document d CROSS JOIN job j ON j.document = d.id"
            }
        return """
            SELECT d.key, j.state, j.attempt, j.failures, j.suspect, j.code, j.reason, j.worker,
                strftime('%Y-%m-%dT%H:%M:%SZ', j.since / 1000, 'unixepoch') AS since
            FROM \(from)
            WHERE j.extractor = ? AND \(state.map { "j.state = \($0.rawValue)" } ?? "j.state < 4") AND d.key > ?
            ORDER BY d.key LIMIT ?
            """
    }

    /// When the open job that has been due longest became due; a look-up in each index.
    static let oldestDue = """
        SELECT min(due) FROM (
            SELECT min(due) AS due FROM job WHERE extractor = ?1 AND state = 0 AND suspect = 0
            UNION ALL SELECT min(due) FROM job WHERE extractor = ?1 AND state = 0 AND suspect = 1
            UNION ALL SELECT min(due) FROM job WHERE extractor = ?1 AND state = 1)
        """

    /// The store's part of `status`: the queue, how many documents and entities there are, and the size of the file.
    ///
    /// The age of the queue is that of the job that has been due longest.
    /// - Parameter now: Unix milliseconds.
    package func counts(
        now: Int64 = Int64(Date().timeIntervalSince1970 * 1_000), deadlineMs: Int? = nil
    ) async throws -> (queue: StatusAnswer.Queue, documents: Int, entities: Int, databaseBytes: Int) {
        let due = try await read(deadlineMs: deadlineMs) { db in
            try Writing.pinned(db).flatMap { try db.value(Int64.self, Self.oldestDue, [$0.id]) }
        }
        let tally = counted
        func count(_ state: JobState) -> Int { tally.jobs[state.rawValue] }
        return (
            StatusAnswer.Queue(
                ready: tally.ready, leased: count(.leased), done: count(.done), dead: count(.dead),
                oldestSeconds: due.map { Int(max(0, now - $0) / 1_000) }),
            tally.documents, tally.entities, databaseBytes
        )
    }
}
