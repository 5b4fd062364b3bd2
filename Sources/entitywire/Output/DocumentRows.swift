import Annotation
import Wire

/// Documents as rows of a table.
enum DocumentRows {
    static let columns: [Table.Column] = [
        .init(title: "KEY"), .init(title: "STATE", ordinary: "done"), .init(title: "PUBLISHED"),
        .init(title: "LANG", ordinary: "en"),
        .init(title: "MENTIONS", isNumber: true), .init(title: "SOURCE", gives: 2, ordinary: ""),
        .init(title: "TITLE", gives: 1),
    ]
    /// With the words around what was searched for.
    static let columnsWithSnippet = columns + [.init(title: "FOUND", gives: 1)]

    static func cells(_ row: DocumentSummary) -> [String] {
        [
            ShortKey.of(row.document), row.state.rawValue, row.published?.value ?? "", row.language ?? "",
            Numbers.grouped(row.mentions), row.source ?? "", row.title,
        ]
    }

    static func cellsWithSnippet(_ row: DocumentSummary) -> [String] { cells(row) + [row.snippet ?? ""] }
}
