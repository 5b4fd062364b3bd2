import Annotation
import ArgumentParser
import ClientKit
import Wire

/// `entitywire document KEY`
struct DocumentCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "document", abstract: "Shows one document: its text and what was found in it.",
        usage: "entitywire document <key> [<options>]")

    @Argument(help: "The document's key, or its first characters, at least 4.")
    var key: String
    @Option(help: ArgumentHelp("Write a page for the browser instead.", valueName: "file"), completion: .file())
    var html: String?
    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
        if html != nil, global.json { throw ValidationError("--html and --json exclude each other.") }
    }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let document = try await client.document(key)
        if let html { return try write(document, to: html, console) }
        if console.isJSON { return try console.json(document) }
        for item in DocumentView(document, style: console.style, width: console.width).lines { console.print(item) }
        console.flush()
        if document.state == .dead { console.hint("Next: entitywire jobs retry \(ShortKey.of(document.document))") }
        if let name = document.annotation?.entities.first?.name { console.hint("Next: entitywire entity '\(name)'") }
    }

    private func write(_ document: DocumentAnswer, to path: String, _ console: Console) throws {
        let state = [document.state.rawValue, document.reason].compactMap(\.self).joined(separator: ": ")
        let page = DocumentPage(
            text: document.text, annotation: document.shownAnnotation, submissions: document.submissions,
            origin: document.document, state: document.annotation == nil ? state : nil)
        try PageFolder.write(page.html, to: path)
        console.note("Written to \(path).")
    }
}
