import ArgumentParser
import ClientKit
import Wire

/// `entitywire mentions NAME`
struct MentionsCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions", abstract: "Lists the places where an entity is mentioned, in context.",
        usage: "entitywire mentions <name> ... [<options>]")

    @Argument(help: "A name in any case, with or without diacritics, or an id.")
    var name: [String]
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let listing = Listing<MentionInContext>(
            columns: [
                .init(title: "DOCUMENT"), .init(title: "AT", isNumber: true),
                .init(title: "BEFORE", isNumber: true, keepsEnd: true, gives: 1), .init(title: "MENTION", gives: 1),
                .init(title: "AFTER", gives: 1),
            ],
            nothing: "Nothing is mentioned under this name."
        ) { row in
            [ShortKey.of(row.document), Numbers.grouped(row.start), row.before, row.text, row.after]
        }
        let parameters = EntityParameters(entity: name.joined(separator: " "), limit: global.page)
        let rows = client.rows(.mentions, parameters, as: MentionInContext.self)
        try await listing.show(rows, limit: global.rows, on: console)
        console.hint("Next: entitywire document KEY")
    }
}
