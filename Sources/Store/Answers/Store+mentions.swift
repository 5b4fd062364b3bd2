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
        let most = options.pageBytes
        return try await read(deadlineMs: deadlineMs) { db in
            let entity = try EntityLookup.resolve(parameters.entity, db).id
            let key = after?.key ?? Data().databaseValue
            // Each document has at least one mention, that of the page before perhaps none that is left.
            let rows = try db.rows(
                Self.mentionRows, [entity, key, limit + 2, entity, key, after?.number ?? -1, limit + 1])
            var contexts = ContextReader(db: db)
            var items: [MentionInContext] = []
            var bytes = 0
            for row in rows.prefix(limit) {
                let item = try contexts.mention(row)
                bytes += AnswerSize.json(item.text.utf8)
                guard items.isEmpty || bytes <= most else { break }
                items.append(item)
            }
            guard rows.count > items.count else { return (Page(items: items), nil) }
            let last = rows[items.count - 1]
            let number: Int = last["number"]
            return (Page(items: items), PageToken.make(KeyBytes.hex(last["key"]), String(number)))
        }
    }

    /// First the documents of the page, then their mentions: those of all other documents are not looked at.
    static let mentionRows = """
        SELECT page.key, m.document, m.number, m.start, m.length, m.type, m.kind, m.confidence
        FROM (SELECT d.id, d.key FROM appearance a JOIN document d ON d.id = a.document
              WHERE a.entity = ? AND a.mentions > 0 AND d.key >= ? ORDER BY d.key LIMIT ?) page
            CROSS JOIN mention m ON m.document = page.id AND m.entity = ?
        WHERE (page.key, m.number) > (?, ?) ORDER BY page.key, m.number LIMIT ?
        """
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
