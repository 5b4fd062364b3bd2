import Annotation
import Foundation
import GRDB
package import Wire

extension Store {
    /// Documents by words, entity, source, language and date; a page by publication date, then key.
    ///
    /// - Throws: `bad_field`, `unknown_entity`, `ambiguous`, `deadline`.
    package func documents(
        _ parameters: DocumentsParameters, deadlineMs: Int? = nil
    ) async throws -> (page: Page<DocumentSummary>, next: String?) {
        let limit = try PageLimit.rows(parameters.limit)
        let words = try parameters.text.map(SearchWords.expressions) ?? []
        let after = try PageToken.parts(parameters.after, count: 2).map {
            DocumentRows.after(date: $0[0], key: try PageToken.key($0[1]))
        }
        return try await read(deadlineMs: deadlineMs) { db in
            var filter = DocumentFilter()
            for word in words { filter.add(word: word) }
            if let entity = parameters.entity { filter.add(entity: try EntityLookup.resolve(entity, db).id) }
            try filter.add(parameters)
            var rows = try DocumentRows.fetch(
                db, where: filter.condition, filter.arguments, from: after ?? PageRange.all(order: DocumentRows.order),
                limit: limit + 1)
            let hasMore = rows.count > limit
            if hasMore { rows.removeLast() }
            let items = try rows.map { row in
                var summary = row.summary
                if !words.isEmpty { summary.snippet = try Self.snippet(db, of: row.id, words: words) }
                return summary
            }
            return (Page(items: items), hasMore ? items.last.map(DocumentRows.token) : nil)
        }
    }

    /// From the beginning of a key, at least 4 digits, to the key.
    ///
    /// - Throws: `unknown_document`, `ambiguous` with candidates, `bad_field`.
    package func resolveKey(_ prefix: String, deadlineMs: Int? = nil) async throws -> String {
        try await read(deadlineMs: deadlineMs) { db in try KeyLookup.resolve(prefix, db).key }
    }

    private static func snippet(_ db: Database, of document: Int64, words: [String]) throws -> String? {
        try db.value(
            String.self,
            "SELECT snippet(text_index, 0, '', '', '…', 16) FROM text_index WHERE text_index MATCH ? AND rowid = ?",
            [words.joined(separator: " OR "), document])
    }
}

/// The conditions on a document, gathered.
private struct DocumentFilter {
    private var conditions = ["true"]
    private(set) var arguments = StatementArguments()

    var condition: String { conditions.joined(separator: " AND ") }

    mutating func add(_ condition: String, _ arguments: StatementArguments) {
        conditions.append(condition)
        self.arguments += arguments
    }

    mutating func add(word: String) {
        add(
            """
            d.id IN (SELECT rowid FROM text_index WHERE text_index MATCH ?
                UNION SELECT s.document FROM title_index x JOIN submission s ON s.id = x.rowid
                WHERE title_index MATCH ?)
            """, [word, word])
    }

    mutating func add(entity: Int64) {
        add("d.id IN (SELECT document FROM appearance WHERE entity = ?)", [entity])
    }

    mutating func add(_ parameters: DocumentsParameters) throws {
        if let source = parameters.source {
            add("d.id IN (SELECT document FROM submission WHERE source = ?)", [source])
        }
        if let language = parameters.language {
            add(
                "coalesce(d.language, (SELECT min(s.language) FROM submission s WHERE s.document = d.id)) = ?",
                [language])
        }
        for (name, date) in [("from", parameters.from), ("to", parameters.to)] {
            guard let date else { continue }
            guard PublicationDate.isValid(date) else {
                throw WireError.badField(name, "\(date.prefix(40)) is not a date: write 2024-02-15, 2024-02 or 2024.")
            }
            let day = PublicationDate.day(of: date)
            if name == "from" {
                add("\(DocumentRows.date) >= ? AND \(DocumentRows.date) < '~'", [day])
            } else {
                // The end takes its whole month or year in; every character of a date comes before the tilde.
                add("\(DocumentRows.date) <= ?", [day + "~"])
            }
        }
    }
}
