import Annotation
import Foundation
import GRDB
package import Wire

extension Store {
    /// The places where an entity is mentioned, with the words around; by the date of
    /// publication and the key of the document, then start.
    ///
    /// - Throws: `unknown_entity`, `ambiguous`, `bad_field`, `deadline`.
    package func mentions(
        _ parameters: EntityParameters, deadlineMs: Int? = nil
    ) async throws -> (page: Page<MentionInContext>, next: String?) {
        let limit = try PageLimit.rows(parameters.limit)
        let after = try PageToken.parts(parameters.after, count: 3).map { try MentionPlace(parts: $0) }
        let most = options.pageBytes
        return try await answer(deadlineMs: deadlineMs) { lookup in
            let form = try EntityLookup.resolve(parameters.entity, lookup).form
            var search = DocumentSearch()
            search.add(tags: [.form(form)])
            if let after { search.limit(from: try DocumentRows.place(after: (after.date, after.key), lookup)) }
            var contexts = ContextReader(db: lookup.db)
            var items: [(item: MentionInContext, token: String)] = []
            var bytes = 0
            var hits = try search.hits(lookup)
            while let document = try hits.next() {
                let rows = try lookup.db.rows(Self.mentionRows, [document, form])
                for row in rows where after.map({ $0.isBefore(row) }) ?? true {
                    let item = try contexts.mention(row)
                    bytes += AnswerSize.json(item.text.utf8)
                    guard items.isEmpty || (items.count < limit && bytes <= most) else {
                        return (Page(items: items.map(\.item)), items.last?.token)
                    }
                    items.append((item, MentionPlace(row).token))
                }
            }
            return (Page(items: items.map(\.item)), nil)
        }
    }

    static let mentionRows = """
        SELECT d.key, coalesce(d.stated, d.given, '~') AS date, m.document, m.number, m.start, m.length, m.type, m.kind,
            m.confidence
        FROM mention m JOIN document d ON d.id = m.document WHERE m.document = ? AND m.form = ? ORDER BY m.number
        """
}

/// Where a mention stands in the list.
private struct MentionPlace {
    let date: String
    let key: Data
    let number: Int

    init(_ row: Row) {
        (date, key, number) = (row["date"], row["key"], row["number"])
    }

    init(parts: [String]) throws(WireError) {
        (date, key, number) = (parts[0], try PageToken.key(parts[1]), try PageToken.number(parts[2]))
    }

    var token: String { PageToken.make(date, KeyBytes.hex(key), String(number)) }

    func isBefore(_ row: Row) -> Bool {
        let other = MentionPlace(row)
        return key != other.key || number < other.number
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
