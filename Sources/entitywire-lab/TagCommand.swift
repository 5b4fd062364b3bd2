import ArgumentParser
import Foundation

/// `entitywire-lab tag FILE`: tags the tokens of a file.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Writes each token of a CoNLL-like file with the tag that the model gives it.")

    @Argument(help: "One token a line (the first column counts), a blank line between segments.") var file: String
    @Option(help: "The model; the shipped one by default.") var model: String?

    func run() throws {
        let segments = try TaggedFile(path: file).segments
        FileHandle.standardOutput.write(Data(try Tagger(model: model).lines(of: segments).utf8))
    }
}
