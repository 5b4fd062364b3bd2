import Annotation
import ArgumentParser
import ClientKit
import Wire

/// `entitywire entities [NAME]`
struct EntitiesCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", abstract: "Lists entities, those in most documents first.",
        usage: "entitywire entities [<name> ...] [<options>]")

    @Argument(help: "Part of a name, in any case, with or without diacritics.")
    var name: [String] = []
    @Option(help: "\(EntityType.allCases.map(\.rawValue).joined(separator: ", ")).")
    var type: EntityType?
    @Option(help: "The country's code of two letters: UA.")
    var country: String?
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let words = name.joined(separator: " ")
        let parameters = EntitiesParameters(
            name: words.isEmpty ? nil : words, type: type, country: country?.uppercased(), limit: global.page)
        let listing = Listing<EntitySummary>(
            columns: EntityRows.columns, nothing: "No entity matches.", cells: EntityRows.cells)
        try await listing.show(client.entities(parameters), limit: global.rows, on: console)
        console.hint("Next: entitywire entity NAME")
    }
}
