import Annotation
import Wire

/// Documents as rows of a table.
enum DocumentRows {
    static let columns: [Table.Column] = [
        .init(title: "KEY"), .init(title: "STATE"), .init(title: "PUBLISHED"), .init(title: "LANG"),
        .init(title: "MENTIONS", isNumber: true), .init(title: "SOURCE", gives: 2), .init(title: "TITLE", gives: 1),
    ]

    static func cells(_ row: DocumentSummary) -> [String] {
        [
            ShortKey.of(row.document), row.state.rawValue, row.published?.value ?? "", row.language ?? "",
            Numbers.grouped(row.mentions), row.source ?? "", row.snippet.map { "\(row.title) · \($0)" } ?? row.title,
        ]
    }
}
