public import Annotation

/// A name that a recogniser found: a range of token indexes of one text.
public struct RecognizedName: Sendable, Equatable {
    public var tokens: Range<Int>
    public var type: EntityType
    /// `country`, `city` or `region` for places, where it is certain.
    public var subtype: String?
    /// A calibrated probability between 0 and 1.
    public var confidence: Double
    /// The identifier that a user's gazetteer gives to this name.
    public var gazetteer: String?

    public init(
        tokens: Range<Int>, type: EntityType, subtype: String? = nil, confidence: Double, gazetteer: String? = nil
    ) {
        self.tokens = tokens
        self.type = type
        self.subtype = subtype
        self.confidence = confidence
        self.gazetteer = gazetteer
    }
}

/// Finds names in tokenized texts. Pure: the same texts give the same names.
public protocol Recognizer: Sendable {
    /// Names the model and its version; part of the extractor's version.
    var version: String { get }

    /// Whether the model reads a language, given as a BCP 47 tag; nil where the language is not certain.
    func reads(_ language: String?) -> Bool

    /// The names of each text, in order of start, without overlap. A batch may be larger for models that gain by it.
    func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]]

    /// The names of texts in one language, nil where it is not certain.
    func recognize(_ texts: [TokenizedText], language: String?) -> [[RecognizedName]]
}

extension Recognizer {
    public func recognize(_ texts: [TokenizedText], language: String?) -> [[RecognizedName]] { recognize(texts) }

    /// English, and what is too short to tell.
    public func reads(_ language: String?) -> Bool { language == nil || language == "en" }
}
