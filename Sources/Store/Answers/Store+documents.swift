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
            (date: $0[0], key: try PageToken.key($0[1]))
        }
        var filter = DocumentSearch()
        for word in words { filter.add(word: word) }
        if let source = parameters.source { filter.add(tags: [.source(source)]) }
        if let language = parameters.language { filter.add(tags: [.language(language)]) }
        try Self.add(parameters, to: &filter)
        return try await answer(deadlineMs: deadlineMs) { [filter] lookup in
            var filter = filter
            if let entity = parameters.entity {
                filter.add(tags: [.form(try EntityLookup.resolve(entity, lookup).form)])
            }
            if let after { filter.limit(from: try DocumentRows.place(after: after, lookup) + 1) }
            var rows = try filter.items(lookup, limit: limit + 1)
            let hasMore = rows.count > limit
            if hasMore { rows.removeLast() }
            let items = try rows.map { row in
                var summary = row.summary
                if !words.isEmpty { summary.snippet = try Self.snippet(lookup.db, of: row.id, words: words) }
                return summary
            }
            return (Page(items: items), hasMore ? rows.last.map(DocumentRows.token) : nil)
        }
    }

    /// From the beginning of a key, at least 4 digits, to the key.
    ///
    /// - Throws: `unknown_document`, `ambiguous` with candidates, `bad_field`.
    package func resolveKey(_ prefix: String, deadlineMs: Int? = nil) async throws -> String {
        try await answer(deadlineMs: deadlineMs) { lookup in try KeyLookup.resolve(prefix, lookup).key }
    }

    private static func add(_ parameters: DocumentsParameters, to filter: inout DocumentSearch) throws {
        for (name, date) in [("from", parameters.from), ("to", parameters.to)] {
            guard let date else { continue }
            guard PublicationDate.isValid(date) else {
                throw WireError.badField(name, "\(date.prefix(40)) is not a date: write 2024-02-15, 2024-02 or 2024.")
            }
            let day = PublicationDate.day(of: date)
            if name == "from" {
                filter.limit(from: Place.first(ofDate: Place.number(ofDate: day)))
            } else {
                // The end takes its whole month or year in.
                filter.limit(through: Place.last(ofDate: day))
            }
            // Undated documents come last, and are in no range.
            filter.limit(through: Place.first(ofDate: Place.undated) - 1)
        }
    }

    private static func snippet(_ db: Database, of document: Int64, words: [String]) throws -> String? {
        try db.value(String.self, "SELECT body FROM text WHERE document = ?", [document]).map {
            Snippet.cut($0, around: words)
        }
    }
}
