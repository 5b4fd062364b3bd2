public import Annotation

/// Turns a text into its annotation: sections, tokens, names, then one stage of reading after the other.
///
/// Pure: the same bytes give the same annotation on every machine and in any order. Safe to use from many threads.
public struct Extractor: Sendable {
    /// The version of this program's reading; changes with every change that can change an annotation.
    static let programVersion = "0.1.0"

    /// Names program and model: what makes two annotations of one text comparable.
    public let version: String

    private let sectionReader = SectionReader()
    private let recognizer: any Recognizer
    private let stages: [any ReadingStage]

    /// The extractor with all its stages, over a recogniser.
    public init(recognizer: any Recognizer) {
        self.init(
            recognizer: recognizer,
            stages: [EntityReader(), RoleReader(), QuoteReader(), DateReader(), QuantityReader(), SourceReader()])
    }

    package init(recognizer: any Recognizer, stages: [any ReadingStage]) {
        self.recognizer = recognizer
        self.stages = stages
        version = "entitywire-\(Self.programVersion)+\(recognizer.version)"
    }

    /// The annotation of a text.
    ///
    /// - Parameters:
    ///   - bytes: the text as submitted, valid UTF-8 of any length.
    ///   - report: called after each step with its name, for those who measure where the time goes.
    public func annotate(_ bytes: [UInt8], report: (_ step: String) -> Void = { _ in }) -> Annotation {
        let reading = read(bytes, report: report)
        var annotation = reading.annotation(document: DocumentKey.of(bytes), extractor: version)
            .resolvingDates(published: nil)
        if !recognizer.reads(reading.language) { annotation.unsupported = true }
        report("annotation")
        return annotation
    }

    /// What the stages find. A language that the recogniser does not read gives sections alone.
    package func read(_ bytes: [UInt8], report: (_ step: String) -> Void = { _ in }) -> Reading {
        let (sections, language, title) = sectionReader.sections(of: bytes)
        report("sections")
        // No fact comes from boilerplate: its tokens are not there for the stages to see.
        let text = TokenizedText(bytes).keeping(sections.filter { $0.kind != .boilerplate }.map(\.bytes))
        report("tokens and sentences")
        let isRead = recognizer.reads(language)
        let names = isRead ? TouchingNames.joined(recognizer.recognize([text])[0], in: text) : []
        var reading = Reading(text: text, sections: sections, language: language, names: names)
        reading.title = title
        report("names")
        guard isRead else { return reading }
        for stage in stages {
            stage.read(&reading)
            report(String(describing: type(of: stage)))
        }
        return reading
    }
}
