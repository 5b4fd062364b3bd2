import ArgumentParser
import ClientKit
import Wire

/// `entitywire documents [QUERY]`
struct DocumentsCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Lists documents by words, entity, date, source, language.",
        usage: "entitywire documents [<words> ...] [<options>]")

    @Argument(help: "Words that the text or its titles must have, all of them.")
    var query: [String] = []
    @Option(help: "An entity: its id or one of its names.")
    var entity: String?
    @Option(help: "The outlet or feed that a submission names.")
    var source: String?
    @Option(help: "A language tag: en, uk, pl.")
    var language: String?
    @Option(help: "Published on or after: 2024-02-15.")
    var from: String?
    @Option(help: "Published on or before.")
    var to: String?
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let words = query.joined(separator: " ")
        let parameters = DocumentsParameters(
            text: words.isEmpty ? nil : words, entity: entity, source: source, language: language, from: from, to: to,
            limit: global.page)
        let isSearch = !words.isEmpty
        let listing = Listing<DocumentSummary>(
            columns: isSearch ? DocumentRows.columnsWithSnippet : DocumentRows.columns,
            nothing: "No document matches."
        ) { row in
            isSearch ? DocumentRows.cellsWithSnippet(row) : DocumentRows.cells(row)
        }
        try await listing.show(client.documents(parameters), limit: global.rows, on: console)
        console.hint("Next: entitywire document KEY")
    }
}
