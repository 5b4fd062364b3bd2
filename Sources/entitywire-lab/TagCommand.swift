import ArgumentParser
import Foundation

/// `entitywire-lab tag FILE`: tags the tokens of a file.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Writes each token of a CoNLL-like file with the tag that the model gives it.")

    @Argument(help: "One token a line (the first column counts), a blank line between segments.") var file: String
    @Option(help: "fast, accurate, their open forms, or a file; fast by default.") var model: String?
    @Option(help: "The language of the text, a BCP 47 tag; English by default.") var language = "en"

    func run() throws {
        let segments = try TaggedFile(path: file).segments
        FileHandle.standardOutput.write(Data(try Tagger(model: model, language: language).lines(of: segments).utf8))
    }
}
