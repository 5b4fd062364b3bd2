/// One token as the rules see it: its classes, and a hash by which two tokens are known to be one word.
struct Lexeme: Sendable {
    var classes: WordClasses
    /// By `Folding`, without a full stop at the end.
    let hash: UInt64

    /// - Parameter bytes: those of one token.
    init(_ bytes: ArraySlice<UInt8>, _ lexicon: WordLexicon) {
        hash = Folding.key(of: bytes)
        classes = []
        guard let first = bytes.first else { return }
        switch first {
        case 0x2C: classes = [.comma]
        case 0x2E, 0x21, 0x3F: classes = [.stop]
        case 0x2D: classes = bytes.count == 1 ? [.dash] : []
        case 0x26: classes = lexicon.classes(hash)
        case 0x30...0x39: classes = [.digit]
        case 0x27: classes = Lexeme.clitic(bytes.dropFirst(1))
        case 0xE2: classes = Lexeme.mark(bytes)
        default: if Lexeme.opensWord(bytes) { classes = Lexeme.word(bytes, hash, lexicon) }
        }
    }

    /// ASCII letters, and all beyond ASCII but the blocks of punctuation, symbols and pictures.
    private static func opensWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        return first < 0x80 ? (0x41...0x5A).contains(first & 0xDF) : first >= 0xC3 && first < 0xEF
    }

    /// `'s` and the apostrophe alone; `'re`, `'ll`: a verb.
    private static func clitic(_ letters: ArraySlice<UInt8>) -> WordClasses {
        if letters.isEmpty { return [.genitive] }
        if letters.count == 1, letters.first.map({ $0 | 0x20 }) == 0x73 { return [.genitive, .finiteVerb] }
        return letters.count <= 2 ? [.finiteVerb] : []
    }

    /// Curly apostrophes, dashes and the ellipsis.
    private static func mark(_ bytes: ArraySlice<UInt8>) -> WordClasses {
        guard bytes.count >= 3, bytes[bytes.startIndex + 1] == 0x80 else { return [] }
        switch bytes[bytes.startIndex + 2] {
        case 0x99: return clitic(bytes.dropFirst(3))
        case 0x93, 0x94: return [.dash]
        case 0xA6: return [.stop]
        default: return []
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>, _ hash: UInt64, _ lexicon: WordLexicon) -> WordClasses {
        var classes = lexicon.classes(hash)
        classes.insert(.word)
        if isCapital(bytes) {
            classes.insert(.capital)
        } else if classes.contains(.capitalOnly) {
            classes = classes.subtracting([.officeNoun, .plural])
        }
        let known: WordClasses = [.officeNoun, .officeModifier, .officeField, .officeState, .personalPronoun, .article]
        if classes.isDisjoint(with: known), let hyphen = bytes.lastIndex(of: 0x2D), hyphen + 1 < bytes.endIndex {
            classes.formUnion(hyphenated(bytes, hyphen, lexicon))
        }
        return classes
    }

    static func isCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if first < 0x80 { return (0x41...0x5A).contains(first) }
        return String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
            .map { LetterCase.isUpper($0.value) } ?? false
    }

    /// `ex-minister` and `deputy-governor` have the classes of their last part, `prime-ministerial` none.
    private static func hyphenated(_ bytes: ArraySlice<UInt8>, _ hyphen: Int, _ lexicon: WordLexicon) -> WordClasses {
        let first = lexicon.classes(of: bytes[..<hyphen])
        let last = lexicon.classes(of: bytes[(hyphen + 1)...]).intersection(officeClasses)
        if last.contains(.officeNoun), isCapital(bytes[(hyphen + 1)...]) || !last.contains(.capitalOnly),
            !first.isDisjoint(with: [.officeModifier, .officeState, .officeNoun, .officeField, .officeEpithet])
        {
            return last.subtracting([.capitalOnly]).union(first.intersection([.deputyOffice]))
        }
        if first.contains(.officeNoun), last.contains(.officePostfix) { return first.intersection(officeClasses) }
        // `Ex-Prime Minister`
        return first.contains(.officeState) && last.contains(.officeModifier) ? last.union([.officeState]) : []
    }

    private static let officeClasses: WordClasses = WordClasses.domains.union([
        .officeNoun, .plural, .capitalOnly, .officeModifier, .officeField, .officePostfix, .officeState, .officeEpithet,
        .rankPrefix, .deputyOffice, .domainNoun, .male, .female, .commonPerson, .honorific,
    ])
}
