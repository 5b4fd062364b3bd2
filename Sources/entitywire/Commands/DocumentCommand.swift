import Annotation
import ArgumentParser
import ClientKit
import Wire

/// `entitywire document KEY`
struct DocumentCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "document", abstract: "Shows one document: its text and what was found in it.")

    @Argument(help: "The document's key, or its first characters, at least 4.")
    var key: String
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let document = try await client.document(key)
        if console.isJSON { return try console.json(document) }
        for item in DocumentView(document, style: console.style, width: console.width).lines { console.print(item) }
        console.flush()
        if document.state == .dead { console.hint("Next: entitywire jobs retry \(ShortKey.of(document.document))") }
        if let name = document.annotation?.entities.first?.name { console.hint("Next: entitywire entity '\(name)'") }
    }
}
