import Annotation

/// Joins names that touch: "Ukrainian" and "Armed Forces" are one name, "Ukrainian Armed Forces".
///
/// Corpora that were flattened from nested labels keep the inner name and leave the outer one in pieces, and a recogniser
/// that learned from them cuts names in the same places. An annotation has the longest span.
package enum TouchingNames {
    /// The names with those joined that only white space parts.
    package static func joined(_ names: [RecognizedName], in text: TokenizedText) -> [RecognizedName] {
        var result: [RecognizedName] = []
        for name in names {
            guard let last = result.last, last.tokens.upperBound == name.tokens.lowerBound,
                last.gazetteer == nil, name.gazetteer == nil, areOnOneLine(last, name, in: text),
                let type = type(of: last, byWords: name, in: text) ?? type(of: last.type, then: name.type)
            else {
                result.append(name)
                continue
            }
            result[result.count - 1] = RecognizedName(
                tokens: last.tokens.lowerBound..<name.tokens.upperBound, type: type,
                confidence: min(last.confidence, name.confidence))
        }
        return result
    }

    /// `Harbour | Boatmen's Union`, but not `ANC | NEC`; `City of | Lima`; `Gulf | Republic`.
    private static func type(of first: RecognizedName, byWords second: RecognizedName, in text: TokenizedText)
        -> EntityType?
    {
        let last = Folding.fold(text.bytes(of: first.tokens.upperBound - 1))
        switch (first.type, second.type) {
        case (.organization, .organization):
            return first.tokens.count == 1 && isCapitals(text.bytes(of: first.tokens.lowerBound)) ? nil : .organization
        case (.location, .location), (.event, .location), (.miscellaneous, .location):
            return first.tokens.count > 1 && last == "of" ? first.type : nil
        case (.group, .location):
            return countryWords.contains(Folding.fold(text.bytes(of: second.tokens.lowerBound))) ? .location : nil
        default: return nil
        }
    }

    private static func isCapitals(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x61 } }

    /// What makes a name of the nationality before it.
    private static let countryWords: Set<String> = [
        "republic", "kingdom", "federation", "empire", "emirates", "islands", "peninsula", "ocean", "sea", "gulf",
        "territory", "territories",
    ]

    /// The type of two touching names as one; nil where they stay two.
    private static func type(of first: EntityType, then second: EntityType) -> EntityType? {
        switch (first, second) {
        case (.location, .organization), (.group, .organization), (.person, .organization): .organization
        case (.location, .facility), (.group, .facility), (.organization, .facility), (.person, .facility): .facility
        case (.location, .event), (.group, .event), (.organization, .event): .event
        case (.location, .miscellaneous), (.group, .miscellaneous), (.organization, .miscellaneous): .miscellaneous
        case (.organization, .location), (.organization, .group): .organization
        default: nil
        }
    }

    private static func areOnOneLine(_ first: RecognizedName, _ second: RecognizedName, in text: TokenizedText) -> Bool
    {
        let gap = Int(text.tokens[first.tokens.upperBound - 1].end)..<Int(text.tokens[second.tokens.lowerBound].start)
        return !text.bytes[gap].contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }
}
