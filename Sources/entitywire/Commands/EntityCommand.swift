import ArgumentParser
import ClientKit
import Wire

/// `entitywire entity NAME`
struct EntityCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "entity", abstract: "Shows one entity: names, roles, quotes, documents, related.",
        usage: "entitywire entity <name> ... [<options>]")

    @Argument(help: "A name in any case, with or without diacritics, or an id.")
    var name: [String]
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let limit = global.limit.map { $0 == 0 ? 500 : min($0, 500) }
        let entity = try await client.entity(name.joined(separator: " "), limit: limit)
        if console.isJSON { return try console.json(entity) }
        for item in EntityView(entity, style: console.style, width: console.width).lines { console.print(item) }
        console.flush()
        console.hint("Next: entitywire mentions \(entity.entity.id)")
    }
}
