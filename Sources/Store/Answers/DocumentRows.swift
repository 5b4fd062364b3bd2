import Annotation
import Foundation
import GRDB
import Wire

/// Rows of `documents`, wherever they are shown.
enum DocumentRows {
    /// The publication date, `~` where there is none; an index begins with it.
    static let date = "coalesce(d.stated, d.given, '~')"
    /// By publication date, undated last, then by key; an index holds this order.
    static let order = "\(date), d.key"

    private static let columns = """
        SELECT d.id, d.key, coalesce(d.stated, d.given) AS published, d.basis, d.stated IS NULL AS isGiven,
            coalesce(d.language, (SELECT min(s.language) FROM submission s WHERE s.document = d.id)) AS language,
            d.length, d.mentions, coalesce(j.state, 0) AS state,
            substr(coalesce((SELECT min(s.title) FROM submission s WHERE s.document = d.id), d.title), 1, 500) AS title,
            (SELECT min(s.source) FROM submission s WHERE s.document = d.id) AS source,
            (SELECT substr(t.body, 1, 200) FROM text t WHERE t.document = d.id) AS beginning
        """

    /// What comes after a document in `order`.
    static func after(date: String, key: DatabaseValue) -> [PageRange] {
        [
            PageRange(condition: "\(Self.date) = ? AND d.key > ?", arguments: [date, key], order: "d.key"),
            PageRange(condition: "\(Self.date) > ?", arguments: [date], order: order),
        ]
    }

    /// The rows that a condition on `d` selects, with the rows' numbers in the file. Titles and beginnings are looked up
    /// for the rows of the page alone.
    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments,
        from ranges: [PageRange] = PageRange.all(order: order), limit: Int
    ) throws -> [(id: Int64, summary: DocumentSummary)] {
        let pinned = try Writing.pinned(db)?.id
        return try PageRange.rows(ranges, limit: limit) { range, limit in
            let rows = try Row.fetchAll(
                db, sql: sql(where: condition, range), arguments: arguments + range.arguments + [limit, pinned])
            return rows.map { ($0["id"], summary($0)) }
        }
    }

    static func sql(where condition: String, _ range: PageRange) -> String {
        """
        \(columns)
        FROM (SELECT d.id FROM document d WHERE d.deleted = 0 AND \(condition) AND \(range.condition)
              ORDER BY \(range.order) LIMIT ?) page CROSS JOIN document d ON d.id = page.id
            LEFT JOIN job j ON j.document = d.id AND j.extractor = ?
        ORDER BY \(order)
        """
    }

    /// The value that a page of documents in `order` goes on after.
    static func token(_ summary: DocumentSummary) -> String {
        PageToken.make(summary.published?.value ?? "~", summary.document)
    }

    private static func summary(_ row: Row) -> DocumentSummary {
        let basis: Published.Basis = row["isGiven"] ? .given : Published.Basis(rawValue: row["basis"] ?? "") ?? .stated
        let published: String? = row["published"]
        let title: String? = row["title"]
        return DocumentSummary(
            document: KeyBytes.hex(row["key"]), state: (JobState(rawValue: row["state"]) ?? .ready).wire,
            title: title ?? firstWords(row["beginning"] ?? ""),
            published: published.map { Published(value: $0, basis: basis) }, source: row["source"],
            language: row["language"], length: row["length"], mentions: row["mentions"])
    }

    /// The first words of a text, at most 80 characters.
    private static func firstWords(_ beginning: String) -> String {
        var title = ""
        for word in beginning.split(whereSeparator: \.isWhitespace) {
            guard title.count + word.count < 80 else { return title.isEmpty ? String(word.prefix(80)) : title + "…" }
            title += title.isEmpty ? String(word) : " " + word
        }
        return title
    }
}
