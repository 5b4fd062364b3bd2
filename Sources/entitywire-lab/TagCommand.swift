import Annotation
import ArgumentParser
import Extraction
import Foundation

/// `entitywire-lab tag FILE`: tags the tokens of a file.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Writes each token of a CoNLL-like file with the tag that the model gives it.")

    @Argument(help: "One token a line (the first column counts), a blank line between segments.") var file: String
    @Option(help: "The model; the shipped one by default.") var model: String?

    func run() throws {
        let tagger = try Tagger(model: model)
        var output: [UInt8] = []
        let segments = try TaggedFile(path: file).segments
        for (segment, tags) in zip(segments, tagger.tags(of: segments)) {
            for (token, tag) in zip(segment.tokens, tags) { output += "\(token)\t\(tag)\n".utf8 }
            output.append(0x0A)
        }
        FileHandle.standardOutput.write(Data(output))
    }
}

/// Tags given tokens with a recogniser.
struct Tagger {
    let recognizer: any Recognizer

    init(model: String?) throws { recognizer = try CRFRecognizer.load(path: model) }

    init(_ recognizer: any Recognizer) { self.recognizer = recognizer }

    /// BIO tags, one list a segment. Segments are of one document up to a segment that begins with `-DOCSTART-`.
    func tags(of segments: [TaggedFile.Segment]) -> [[String]] {
        var documents: [ArraySlice<TaggedFile.Segment>] = []
        var start = 0
        for index in segments.indices where index > start && segments[index].tokens.first == "-DOCSTART-" {
            documents.append(segments[start..<index])
            start = index
        }
        documents.append(segments[start...])
        let texts = documents.map(TaggedFile.text(of:))
        return zip(texts, recognizer.recognize(texts)).flatMap(Self.tags(of:_:))
    }

    private static func tags(of text: TokenizedText, _ names: [RecognizedName]) -> [[String]] {
        var tags = [String](repeating: "O", count: text.tokens.count)
        for name in names {
            for token in name.tokens {
                tags[token] = (token == name.tokens.lowerBound ? "B-" : "I-") + name.type.rawValue
            }
        }
        return text.sentences.map { Array(tags[$0]) }
    }
}
