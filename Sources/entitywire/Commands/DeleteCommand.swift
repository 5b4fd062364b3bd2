import Annotation
import ArgumentParser
import ClientKit
import Glibc
import Wire

/// `entitywire delete KEY`
struct DeleteCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Deletes a document: text and facts go, a tombstone stays.",
        usage: "entitywire delete <key> [<options>]")

    @Argument(help: "The document's key, or its first characters, at least 4.")
    var key: String
    @Flag(help: "Delete without asking.")
    var yes = false
    @OptionGroup var global: GlobalOptions

    var changesSomething: Bool { true }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let key = try await confirmed(client, console)
        let deleted = try await client.delete(key)
        if console.isJSON { try console.json(deleted) }
        console.note("Deleted \(deleted.document).")
    }

    /// The whole key of the document that is meant: on a terminal its name is shown, and somebody has to say yes.
    private func confirmed(_ client: ServiceClient, _ console: Console) async throws -> String {
        guard !yes, console.isErrorTerminal, isatty(STDIN_FILENO) == 1 else { return key }
        let document = try await client.document(key)
        console.ask("Delete \(Self.name(document)) (\(ShortKey.of(document.document)))? [y/N] ")
        guard let answer = readLine()?.lowercased(), ["y", "yes"].contains(answer) else {
            throw Failure(.nothingFound, "Nothing is deleted.")
        }
        return document.document
    }

    /// A title, or the first words.
    static func name(_ document: DocumentAnswer) -> String {
        let title = document.submissions.lazy.compactMap(\.title).first ?? document.annotation?.title?.text
        let words = title ?? document.text.split(whereSeparator: \.isWhitespace).prefix(12).joined(separator: " ")
        return "“\(DisplayWidth.truncate(words, to: 60))”"
    }
}
