import Annotation
import GRDB

/// Writes the facts of one document, each kind in a table, in order of document and number.
struct FactRows {
    static let tables = ["appearance", "mention", "role", "quote", "date_expression", "quantity", "cited_source"]

    let db: Database
    let document: Int64
    /// The form of an entity of the annotation.
    let form: (String?) -> Int64?

    func write(_ annotation: Annotation) throws {
        try write(annotation.mentions)
        try write(annotation.roles)
        try write(annotation.quotes)
        try write(annotation.dates)
        try write(annotation.quantities)
        try write(annotation.sources)
    }

    private func write(_ mentions: [Mention]) throws {
        for (number, mention) in mentions.enumerated() {
            try db.run(
                """
                INSERT INTO mention (document, number, start, length, form, type, kind, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                numbers: [
                    document, Int64(number), Int64(mention.start), Int64(mention.end - mention.start),
                    form(mention.entity), Int64(EntityCode.of(mention.type)), Int64(EntityCode.of(mention.kind)),
                    Int64((mention.confidence * 100).rounded()),
                ])
        }
    }

    private func write(_ roles: [Role]) throws {
        for (number, role) in roles.enumerated() {
            try db.run(
                """
                INSERT INTO role (document, number, start, length, holder, office, organization, country)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    document, number, role.start, role.end - role.start, form(role.holder), role.office,
                    form(role.organization), role.country,
                ])
        }
    }

    private func write(_ quotes: [Quote]) throws {
        for (number, quote) in quotes.enumerated() {
            try db.run(
                """
                INSERT INTO quote (document, number, start, length, kind, speaker, source) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                numbers: [
                    document, Int64(number), Int64(quote.start), Int64(quote.end - quote.start),
                    Int64(EntityCode.of(quote.kind)), form(quote.speaker), form(quote.source),
                ])
        }
    }

    private func write(_ dates: [DateExpression]) throws {
        for (number, date) in dates.enumerated() {
            try db.run(
                "INSERT INTO date_expression (document, number, start, length, type, value) VALUES (?, ?, ?, ?, ?, ?)",
                [document, number, date.start, date.end - date.start, EntityCode.of(date.type), date.value])
        }
    }

    private func write(_ quantities: [Quantity]) throws {
        for (number, quantity) in quantities.enumerated() {
            try db.run(
                """
                INSERT INTO quantity (document, number, start, length, kind, value, unit) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    document, number, quantity.start, quantity.end - quantity.start, EntityCode.of(quantity.kind),
                    quantity.value, quantity.unit,
                ])
        }
    }

    private func write(_ sources: [Source]) throws {
        for (number, source) in sources.enumerated() {
            try db.run(
                "INSERT INTO cited_source (document, number, start, length, form) VALUES (?, ?, ?, ?, ?)",
                numbers: [
                    document, Int64(number), Int64(source.start), Int64(source.end - source.start),
                    form(source.entity),
                ])
        }
    }
}
