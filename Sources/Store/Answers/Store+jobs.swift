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
        let state = parameters.state.map(JobState.init)
        return try await answer(deadlineMs: deadlineMs) { lookup in
            guard let pinned = try Writing.pinned(lookup.db) else { return (Page(items: []), nil) }
            if let state, let sql = Self.jobRows(in: state) {
                let rows = try lookup.db.rows(
                    sql, [pinned.id, after.map { Ordinal.of(key: $0) } ?? .min, after ?? Data(), limit + 1])
                let items = rows.prefix(limit).map { Self.job($0, pinned.version) }
                return (Page(items: items), rows.count > limit ? items.last?.document : nil)
            }
            return try Self.jobsByKey(lookup, pinned, state, after: after, limit: limit)
        }
    }

    /// How many documents a page looks at where no index knows the state.
    private static let mostLookedAt = 10_000

    /// Few jobs are ready, leased, dead or deleted: each of these states has a partial index, which SQLite uses where the
    /// state stands in the statement as a number. Nil for the rest, which are met on a walk by key.
    static func jobRows(in state: JobState) -> String? {
        guard state != .done else { return nil }
        return """
            SELECT \(jobColumns) FROM job j CROSS JOIN document d ON d.id = j.document
            WHERE j.extractor = ? AND j.state = \(state.rawValue) AND j.ordinal >= ? AND d.key > ?
            ORDER BY j.ordinal LIMIT ?
            """
    }

    static let jobOfDocument = """
        SELECT \(jobColumns) FROM document d CROSS JOIN job j ON j.document = d.id AND j.extractor = ? WHERE d.id = ?
        """

    private static let jobColumns = """
        d.key, j.state, j.attempt, j.failures, j.suspect, j.code, j.reason, j.worker,
            strftime('%Y-%m-%dT%H:%M:%SZ', j.since / 1000, 'unixepoch') AS since
        """

    /// The jobs of one state, or all but those of deleted documents. The page is shorter where few of many documents are
    /// in the state; the next one goes on behind what was looked at.
    private static func jobsByKey(
        _ lookup: Lookup, _ pinned: Writing.Extractor, _ state: JobState?, after: Data?, limit: Int
    ) throws -> (page: Page<JobRow>, next: String?) {
        var items: [JobRow] = []
        var walk = try DocumentWalk(lookup, after: after)
        while items.count < limit, walk.count < mostLookedAt, let document = try walk.next() {
            guard let row = try lookup.db.row(jobOfDocument, [pinned.id, document.id]),
                let found = JobState(rawValue: row["state"]), state.map({ $0 == found }) ?? (found != .deleted)
            else { continue }
            items.append(job(row, pinned.version))
        }
        return (Page(items: items), try walk.next() == nil ? nil : walk.keyBefore.map(KeyBytes.hex))
    }

    private static func job(_ row: Row, _ version: String) -> JobRow {
        JobRow(
            document: KeyBytes.hex(row["key"]), extractor: version,
            state: (JobState(rawValue: row["state"]) ?? .ready).wire, attempt: row["attempt"],
            failures: row["failures"], suspect: row["suspect"], code: row["code"], reason: row["reason"],
            worker: row["worker"], since: row["since"])
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
