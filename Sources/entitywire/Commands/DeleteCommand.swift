import ArgumentParser
import ClientKit
import Wire

/// `entitywire delete KEY`
struct DeleteCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Deletes a document: text and facts go, a tombstone stays.")

    @Argument(help: "The document's key, or its first characters, at least 4.")
    var key: String
    @OptionGroup var global: GlobalOptions

    var changesSomething: Bool { true }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let deleted = try await client.delete(key)
        if console.isJSON { try console.json(deleted) }
        console.note("Deleted \(deleted.document).")
    }
}
