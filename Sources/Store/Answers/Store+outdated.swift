import GRDB

extension Store {
    /// The keys of documents accepted before a moment for which no job is open: what may be deleted by age; oldest first.
    ///
    /// - Parameter moment: Unix milliseconds.
    package func outdated(before moment: Int64, limit: Int) async throws -> [String] {
        try await read(deadlineMs: max(options.deadlineMs, 60_000)) { db in
            guard let pinned = try Writing.pinned(db) else { return [] }
            let rows = try db.rows(
                """
                SELECT key FROM document WHERE deleted = 0 AND accepted < ? AND EXISTS (
                    SELECT 1 FROM job j WHERE j.document = document.id AND j.extractor = ? AND j.state >= 2)
                ORDER BY accepted LIMIT ?
                """, [moment, pinned.id, limit])
            return rows.map { KeyBytes.hex($0[0]) }
        }
    }
}
