import Annotation
import Extraction

/// Tags given tokens with a recogniser.
struct Tagger {
    let recognizer: any Recognizer
    /// The language of the tokens; nil where it is not known.
    var language: String?

    init(model: String?, language: String? = nil) throws {
        self.init(try ModelChoice.recognizer(model))
        self.language = language
    }

    init(_ recognizer: any Recognizer) { self.recognizer = recognizer }

    /// Each token with its tag, a line each, and a blank line after each segment.
    func lines(of segments: [TaggedFile.Segment]) -> String {
        zip(segments, tags(of: segments)).map { segment, tags in
            zip(segment.tokens, tags).map { "\($0)\t\($1)\n" }.joined() + "\n"
        }.joined()
    }

    /// BIO tags, one list a segment. A segment that begins with `-DOCSTART-` begins a document; where a file has none, the
    /// recogniser takes neighbours for one document.
    func tags(of segments: [TaggedFile.Segment]) -> [[String]] {
        let starts = segments.indices.filter { $0 > 0 && segments[$0].tokens.first == Self.documentStart }
        let documents = zip([0] + starts, starts + [segments.count]).map { segments[$0..<$1] }
        let texts = documents.map(TaggedFile.text(of:))
        return zip(texts, recognizer.recognize(texts, language: language)).flatMap(Self.tags(of:_:))
    }

    private static let documentStart = "-DOCSTART-"

    private static func tags(of text: TokenizedText, _ names: [RecognizedName]) -> [[String]] {
        var tags = [String](repeating: "O", count: text.tokens.count)
        for name in names {
            for token in name.tokens where text.string(of: token..<token + 1) != documentStart {
                tags[token] = (token == name.tokens.lowerBound ? "B-" : "I-") + name.type.rawValue
            }
        }
        return text.sentences.map { Array(tags[$0]) }
    }
}
