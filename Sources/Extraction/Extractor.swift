public import Annotation

/// Turns a text into its annotation: sections, tokens, names, then one stage of reading after the other.
///
/// Pure: the same bytes give the same annotation on every machine and in any order. Safe to use from many threads.
public struct Extractor: Sendable {
    /// The version of the program.
    static let programVersion = "0.1.0"
    /// The number of the rules of reading: one more with every change that changes an annotation. A test holds the
    /// annotations of the samples to it, and says what to do.
    static let rules = 8

    /// Names program, rules, words and model: what makes two annotations of one text comparable.
    public let version: String

    private let sectionReader = SectionReader()
    private let recognizer: any Recognizer
    private let stages: [any ReadingStage]

    /// The extractor with all its stages, over a recogniser.
    public init(recognizer: any Recognizer) {
        self.init(
            recognizer: recognizer,
            stages: [
                NameReader(), EntityReader(), OfficeReader(), QuoteReader(), RoleReader(), DateReader(),
                QuantityReader(),
                SourceReader(),
            ])
    }

    package init(recognizer: any Recognizer, stages: [any ReadingStage]) {
        self.recognizer = recognizer
        self.stages = ReadingOrder.sorted(stages)
        let words = String(WordLexicon.english.fingerprint >> 32, radix: 16)
        version = "entitywire-\(Self.programVersion)+rules.\(Self.rules).\(words)+\(recognizer.version)"
    }

    /// The annotation of a text.
    ///
    /// - Parameter bytes: the text as submitted, valid UTF-8 of any length.
    public func annotate(_ bytes: [UInt8]) -> Annotation { annotate(bytes) { _, _ in } }

    /// The names of the stages that `took` tells of: three at the beginning, those of the reading, one at the end.
    package var stageNames: [String] { ["sections", "tokens", "names"] + stages.map(\.name) + ["annotation"] }

    /// The annotation of a text.
    ///
    /// - Parameters:
    ///   - bytes: the text, UTF-8.
    ///   - took: told how long each stage took, those that a language is not read in left out.
    public func annotate(_ bytes: [UInt8], took: (_ stage: String, _ time: Duration) -> Void) -> Annotation {
        let reading = read(bytes, took: took)
        let start = ContinuousClock.now
        var annotation = reading.annotation(of: bytes, document: DocumentKey.of(bytes), extractor: version)
            .resolvingDates(published: nil)
        if !recognizer.reads(reading.language) { annotation.unsupported = true }
        took("annotation", ContinuousClock.now - start)
        return annotation
    }

    /// What the stages find. A language that the recogniser does not read gives sections alone.
    package func read(_ bytes: [UInt8], took: (_ stage: String, _ time: Duration) -> Void = { _, _ in }) -> Reading {
        var last = ContinuousClock.now
        func end(_ stage: String) {
            let now = ContinuousClock.now
            took(stage, now - last)
            last = now
        }
        let bytes = LineWraps.undone(bytes)
        let (sections, language, title) = sectionReader.sections(of: bytes)
        end("sections")
        // No fact comes from boilerplate: its tokens are not there for the stages to see.
        let text = TokenizedText(bytes).keeping(sections.filter { $0.kind != .boilerplate }.map(\.bytes))
        end("tokens")
        let isRead = recognizer.reads(language)
        let found = isRead ? TouchingNames.joined(recognizer.recognize([text])[0], in: text) : []
        let names = ClockNames.removed(from: found, in: text)
        end("names")
        var reading = Reading(text: text, sections: sections, language: language, names: names)
        reading.title = title
        guard isRead else { return reading }
        for stage in stages {
            stage.read(&reading)
            end(stage.name)
        }
        return reading
    }
}
