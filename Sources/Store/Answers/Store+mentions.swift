import Annotation
import Foundation
import GRDB
package import Wire

extension Store {
    /// The places where an entity is mentioned, with the words around; by document key, then start.
    ///
    /// - Throws: `unknown_entity`, `ambiguous`, `bad_field`, `deadline`.
    package func mentions(
        _ parameters: EntityParameters, deadlineMs: Int? = nil
    ) async throws -> (page: Page<MentionInContext>, next: String?) {
        let limit = try PageLimit.rows(parameters.limit)
        let parts = try PageToken.parts(parameters.after, count: 2)
        let after = try parts.map { (key: try PageToken.key($0[0]), number: try PageToken.number($0[1])) }
        return try await read(deadlineMs: deadlineMs) { db in
            let entity = try EntityLookup.resolve(parameters.entity, db).id
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT d.key, m.document, m.number, m.start, m.length, m.type, m.kind, m.confidence
                    FROM appearance a JOIN document d ON d.id = a.document
                        JOIN mention m ON m.document = a.document AND m.entity = a.entity
                    WHERE a.entity = ? AND (d.key, m.number) > (?, ?) ORDER BY d.key, m.number LIMIT ?
                    """, arguments: [entity, after?.key ?? Data().databaseValue, after?.number ?? -1, limit + 1])
            var contexts = ContextReader(db: db)
            let items = try rows.prefix(limit).map { try contexts.mention($0) }
            guard rows.count > limit, let last = rows.prefix(limit).last else { return (Page(items: items), nil) }
            let number: Int = last["number"]
            return (Page(items: items), PageToken.make(KeyBytes.hex(last["key"]), String(number)))
        }
    }
}

/// Cuts the words around mentions out of texts; mentions of one document come one after the other.
private struct ContextReader {
    private static let reach = 60

    let db: Database
    private var document: Int64?
    private var offsets = CodePointOffsets([])

    init(db: Database) { self.db = db }

    mutating func mention(_ row: Row) throws -> MentionInContext {
        let document: Int64 = row["document"]
        if self.document != document {
            let text = try db.value(String.self, "SELECT body FROM text WHERE document = ?", [document]) ?? ""
            offsets = CodePointOffsets(Array(text.utf8))
            self.document = document
        }
        let start: Int = row["start"]
        let end = start + row["length"]
        let confidence: Int = row["confidence"]
        return MentionInContext(
            document: KeyBytes.hex(row["key"]), start: start, end: end,
            before: offsets.text(max(0, start - Self.reach), start), text: offsets.text(start, end),
            after: offsets.text(end, min(offsets.count, end + Self.reach)), type: EntityCode.types[row["type"]],
            kind: EntityCode.kinds[row["kind"]], confidence: Double(confidence) / 100)
    }
}
