import Annotation
import ArgumentParser
import Extraction
import Foundation

/// `entitywire-lab calibrate`: how often names of a probability are right, by language.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Writes the curves of confidence of a model whose own curve is straight, as JSON by language.",
        discussion: """
            People, organisations and places are judged, those of them that a file has; facilities count as places. * is the
            curve of all files together, for languages without one.
            """)

    @Argument(help: "LANGUAGE=FILE: token TAB tag, a blank line between segments.") var files: [String]
    @Option(help: "fast, accurate, their open forms, or a file.") var model: String

    private typealias Sureness = [(probability: Float, isRight: Bool)]

    func run() throws {
        var found: [String: Sureness] = [:]
        let recognizer = try ModelChoice.recognizer(model)
        for file in files {
            let parts = file.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("not LANGUAGE=FILE: \(file)") }
            let sureness = Self.sureness(recognizer, try TaggedFile(path: parts[1]).segments, language: parts[0])
            found[parts[0], default: []] += sureness
            log("\(parts[1]): \(sureness.count) names, error \(Self.error(sureness))")
        }
        found["*"] = found.keys.sorted().flatMap { found[$0] ?? [] }
        for (language, sureness) in found.sorted(by: { $0.key < $1.key }) {
            log("\(language): \(sureness.count) names, error \(Self.error(sureness))")
        }
        // Few names make no curve of their own.
        let curves = found.filter { $0.value.count >= 400 }.mapValues { Calibration(isotonic: $0).points }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(curves), as: UTF8.self))
    }

    private static func error(_ sureness: Sureness) -> String {
        String(format: "%.4f", Calibration.crossedError(sureness))
    }

    /// The probability of each found name and whether the corpus has it, over documents of so many segments.
    private static func sureness(
        _ recognizer: any Recognizer, _ segments: [TaggedFile.Segment], language: String
    ) -> Sureness {
        let gold = segments.map { Set(EvaluateCommand.spans($0.tags).compactMap(collapsed)) }
        let judged = Set(gold.joined().map(\.type))
        let text = TaggedFile.text(of: segments[...])
        var result: Sureness = []
        var segment = 0
        for name in recognizer.recognize([text], language: language)[0] {
            while text.sentences[segment].upperBound <= name.tokens.lowerBound { segment += 1 }
            let start = text.sentences[segment].lowerBound
            guard let type = Labels.types.firstIndex(of: name.type),
                let span = collapsed(
                    LabelledSpan(tokens: name.tokens.lowerBound - start..<name.tokens.upperBound - start, type: type)),
                judged.contains(span.type)
            else { continue }
            let isRight = gold[segment].contains(span)
            result.append((Float(name.confidence), isRight))
        }
        return result
    }

    /// The span with facilities as places; nil for other types than people, organisations and places.
    private static func collapsed(_ span: LabelledSpan) -> LabelledSpan? {
        switch Labels.types[span.type] {
        case .person, .organization, .location: return span
        case .facility:
            return Labels.types.firstIndex(of: .location).map { LabelledSpan(tokens: span.tokens, type: $0) }
        default: return nil
        }
    }
}
