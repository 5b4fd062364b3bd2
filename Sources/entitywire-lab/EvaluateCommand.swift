import Annotation
import ArgumentParser
import Extraction
import Foundation

/// `entitywire-lab evaluate FILE`: judges the model on a tagged file.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Prints precision, recall and F1 by type on tagged files.")

    @Argument(help: "Token TAB tag, a blank line between segments.") var files: [String]
    @Option(help: "fast, accurate, their open forms, or a file; fast by default.") var model: String?
    @Option(help: "The language of the text, a BCP 47 tag; English by default.") var language = "en"
    @Flag(help: "Judge people, organisations and places alone; facilities count as places.") var collapse = false

    /// The names that corpora have for our types.
    private static let aliases: [String: String] = [
        "PER": "PERSON", "POLITICIAN": "PERSON", "RESEARCHER": "PERSON", "WRITER": "PERSON", "SCIENTIST": "PERSON",
        "MUSICALARTIST": "PERSON", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "CORPORATION": "ORG", "GROUP": "ORG",
        "POLITICALPARTY": "ORG", "BAND": "ORG", "UNIVERSITY": "ORG", "LOCATION": "LOC", "GPE": "LOC", "COUNTRY": "LOC",
        "FACILITY": "FAC", "ELECTION": "EVENT",
    ]

    func run() throws {
        let tagger = try Tagger(model: model, language: language)
        for file in files {
            let segments = try TaggedFile(path: file).segments
            var scores = Scores()
            for (segment, tags) in zip(segments, tagger.tags(of: segments)) {
                scores.add(found: Self.spans(tags), gold: Self.spans(segment.tags), collapse: collapse)
            }
            print("\(file)\n\(scores.table)")
        }
    }

    static func spans(_ tags: [String]) -> [LabelledSpan] {
        TaggedFile.spans(tags).compactMap { span in
            let label = span.label.uppercased()
            let name = aliases[label] ?? label
            return Labels.types.firstIndex { $0.rawValue == name }.map { LabelledSpan(tokens: span.tokens, type: $0) }
        }
    }
}
