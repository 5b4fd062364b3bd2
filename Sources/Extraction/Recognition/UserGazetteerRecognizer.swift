/// A recogniser with the user's names on top: where they are, what the model found across them gives way.
public struct UserGazetteerRecognizer: Recognizer {
    private let base: any Recognizer
    private let gazetteer: UserGazetteer

    public init(_ base: any Recognizer, gazetteer: UserGazetteer) {
        self.base = base
        self.gazetteer = gazetteer
    }

    /// The version of the model with a mark of the names: other names, other results.
    public var version: String { base.version + "+names." + String(gazetteer.fingerprint, radix: 16) }

    public func reads(_ language: String?) -> Bool { base.reads(language) }

    public func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]] { recognize(texts, language: nil) }

    public func recognize(_ texts: [TokenizedText], language: String?) -> [[RecognizedName]] {
        zip(texts, base.recognize(texts, language: language)).map { text, found in Self.merged(gazetteer.names(in: text), found) }
    }

    /// Both lists in order of start, without what overlaps a name of the first.
    private static func merged(_ own: [RecognizedName], _ found: [RecognizedName]) -> [RecognizedName] {
        var result: [RecognizedName] = []
        var next = 0
        for name in own {
            while next < found.count, found[next].tokens.upperBound <= name.tokens.lowerBound {
                result.append(found[next])
                next += 1
            }
            while next < found.count, found[next].tokens.lowerBound < name.tokens.upperBound { next += 1 }
            result.append(name)
        }
        return result + found[next...]
    }
}
