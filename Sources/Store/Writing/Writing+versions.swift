import Annotation
import GRDB
import Wire

extension Writing {
    /// The version in force.
    static func pinned(_ db: Database) throws -> Extractor? {
        let row = try db.row(
            "SELECT x.id, x.version FROM meta m JOIN extractor x ON x.version = m.value WHERE m.name = 'pinned'")
        return row.map { Extractor(id: $0[0], version: $0[1]) }
    }

    mutating func pin(_ version: String) throws -> Outcome {
        if let pinned { return .pinned(pinned.version) }
        return try repin(version)
    }

    mutating func repin(_ version: String) throws -> Outcome {
        guard pinned?.version != version else { return .pinned(version) }
        let isChange = pinned != nil
        let extractor = try self.extractor(version)
        try db.run(
            "INSERT INTO meta (name, value) VALUES ('pinned', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [version])
        pinned = extractor
        try db.run(
            """
            INSERT INTO job (document, extractor, ordinal, state, due, since)
            SELECT id, ?, key_ordinal(key), 0, accepted, ? FROM document d WHERE deleted = 0
                AND NOT EXISTS (SELECT 1 FROM job WHERE document = d.id AND extractor = ?)
            """, [extractor.id, now, extractor.id])
        // Documents that were deleted and submitted again while another version was pinned.
        try db.run(
            """
            UPDATE job SET state = 0, due = ?, since = ? WHERE extractor = ? AND state = 4
                AND document IN (SELECT id FROM document WHERE deleted = 0)
            """, [steady, now, extractor.id])
        // A version that stored results before it was pinned has facts to show.
        if try isChange || db.value(Int.self, "SELECT 1 FROM result LIMIT 1") != nil { try rebuildFacts() }
        tally.recount = true
        return .pinned(version)
    }
}
