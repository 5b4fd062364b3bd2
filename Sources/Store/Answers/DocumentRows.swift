import Annotation
import Foundation
import GRDB
import Wire

/// Rows of `documents`, wherever they are shown.
enum DocumentRows {
    /// A row with its number and its place in the list.
    struct Item {
        var id: Int64
        var place: Int64
        var summary: DocumentSummary
    }

    static let row = """
        SELECT d.place, d.key, coalesce(d.stated, d.given) AS published, d.basis, d.stated IS NULL AS isGiven,
            coalesce(d.language, (SELECT min(s.language) FROM submission s WHERE s.document = d.id)) AS language,
            d.length, d.mentions, coalesce(j.state, 0) AS state,
            substr(coalesce((SELECT min(s.title) FROM submission s WHERE s.document = d.id), d.title), 1, 500) AS title,
            (SELECT min(s.source) FROM submission s WHERE s.document = d.id) AS source,
            (SELECT substr(t.body, 1, 200) FROM text t WHERE t.document = d.id) AS beginning
        FROM document d LEFT JOIN job j ON j.document = d.id AND j.extractor = ?
        WHERE d.id = ? AND d.deleted = 0
        """

    /// The row of a document; nil where it is deleted.
    static func fetch(_ db: Database, document: Int64, extractor: Int64?) throws -> Item? {
        try db.row(row, [extractor, document]).map { Item(id: document, place: $0["place"], summary: summary($0)) }
    }

    /// The value that a page of documents goes on after.
    static func token(_ item: Item) -> String {
        PageToken.make(item.summary.published?.value ?? "~", item.summary.document)
    }

    /// The place behind which a page goes on.
    ///
    /// - Parameter token: as `token` made it: the document may have moved or be gone since.
    static func place(after token: (date: String, key: Data), _ lookup: Lookup) throws -> Int64 {
        for id in try lookup.ids(.documentKey, Ordinal.of(key: token.key)) {
            let row = try lookup.db.row(
                "SELECT key, place, coalesce(stated, given, '~') FROM document WHERE id = ?", [id])
            if let row, row[0] as Data == token.key, row[2] as String == token.date, let place: Int64 = row[1] {
                return place
            }
        }
        return Place.wanted(date: token.date == "~" ? nil : token.date, key: token.key)
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
