public import Annotation

/// Turns a text into its annotation: sections, tokens, names, then one stage of reading after the other.
///
/// Pure: the same bytes give the same annotation on every machine and in any order. Safe to use from many threads.
public struct Extractor: Sendable {
    /// The version of this program's reading; changes with every change that can change an annotation.
    static let programVersion = "0.1.0"

    /// Names program and model: what makes two annotations of one text comparable.
    public let version: String

    private let recognizer: any Recognizer
    private let stages: [any ReadingStage]

    package init(recognizer: any Recognizer, stages: [any ReadingStage]) {
        self.recognizer = recognizer
        self.stages = stages
        version = "entitywire-\(Self.programVersion)+\(recognizer.version)"
    }

    /// The annotation of a text.
    ///
    /// - Parameter bytes: the text as submitted, valid UTF-8 of any length.
    public func annotate(_ bytes: [UInt8]) -> Annotation {
        let text = TokenizedText(bytes)
        let names = recognizer.recognize([text])[0]
        var reading = Reading(
            text: text, sections: [PageSection(kind: .body, bytes: 0..<bytes.count)], language: nil, names: names)
        for stage in stages { stage.read(&reading) }
        return reading.annotation(document: DocumentKey.of(bytes), extractor: version)
    }
}
