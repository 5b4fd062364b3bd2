import ArgumentParser
import ClientKit
import Wire

/// `entitywire export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes what is stored for other programs.",
        subcommands: [ExportAnnotationsCommand.self])
}

/// `entitywire export annotations`
struct ExportAnnotationsCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotations",
        abstract: "Writes all annotations as JSON Lines, in order of the documents' keys.",
        discussion: """
            The same documents give the same bytes, once no job is open. --output replaces the file only when all is \
            written.
            """)

    @Option(name: [.short, .long], help: "The file to write instead of standard output.")
    var output: String?
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let file = try output.map { try OutputFile($0) }
        let limit = global.limit == nil ? .max : global.rows
        var written = 0
        for try await item in client.annotations() {
            if written == limit { break }
            let line = try AnnotationLine.bytes(item.annotation)
            if let file { try file.write(line) } else { console.write(line) }
            written += 1
            if written % 1_000 == 0, file != nil { console.progress("\(Numbers.grouped(written)) annotations") }
        }
        console.endProgress()
        try file?.commit()
        console.flush()
        guard written > 0 else {
            throw Failure(.nothingFound, "No annotation is stored yet: entitywire status tells why.")
        }
        if let output {
            console.note("\(Numbers.count(written, "annotation")) written to \(output).")
            console.hint("Next: entitywire verify")
        }
    }
}
