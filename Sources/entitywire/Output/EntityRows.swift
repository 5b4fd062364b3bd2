import Annotation
import Wire

/// Entities as rows of a table.
enum EntityRows {
    static let columns: [Table.Column] = [
        .init(title: "ID"), .init(title: "TYPE"), .init(title: "COUNTRY", ordinary: ""),
        .init(title: "DOCUMENTS", isNumber: true),
        .init(title: "MENTIONS", isNumber: true), .init(title: "NAME", gives: 1),
    ]

    static func cells(_ row: EntitySummary) -> [String] {
        [
            row.id, row.type.rawValue, row.country ?? "", Numbers.grouped(row.documents),
            Numbers.grouped(row.mentions), row.name,
        ]
    }
}
