import Annotation

/// A recognised name on its way to an entity: trimmed, with the folded words by which it is compared.
struct NameDraft {
    /// Without leading article or title and without trailing possessive.
    var tokens: Range<Int>
    var type: EntityType
    var subtype: String?
    var confidence: Double
    var gazetteer: String?
    /// Folded; hyphens and full stops split words, `U.S.` is one word.
    var words: [String]
    /// Whether the letters are capitals throughout, as in headings and acronyms.
    var isCapitals: Bool
    /// Whether it looks like an acronym: one token, two capitals or more.
    var isAcronym: Bool
    /// Whether the definite article stands before it.
    var isDefinite: Bool

    init?(_ name: RecognizedName, in text: TokenizedText) {
        tokens = NameTrimming.trimmed(name.tokens, type: name.type, in: text)
        type = name.type
        subtype = name.subtype
        confidence = name.confidence
        gazetteer = name.gazetteer
        words = tokens.flatMap { NameDraft.words(of: text.bytes(of: $0), type: name.type) }
        if words.isEmpty { return nil }
        if name.type == .person { words = NameDraft.lastNameLast(words, tokens, in: text) }
        let shape = LetterShape(text, tokens)
        isCapitals = shape.capitals > 1 && shape.small == 0
        isAcronym =
            tokens.count == 1 && shape.capitals > 1 && shape.capitals + shape.small <= 10 && shape.startsHigh
            && shape.capitals >= shape.small
        let before = tokens.lowerBound - 1
        isDefinite = before >= 0 && Folding.fold(text.bytes(of: before)) == "the"
    }

    /// `Hartley, Emma` is Emma Hartley.
    private static func lastNameLast(_ words: [String], _ tokens: Range<Int>, in text: TokenizedText) -> [String] {
        guard let comma = tokens.first(where: { text.bytes(of: $0).elementsEqual([0x2C]) }) else { return words }
        let last = (tokens.lowerBound..<comma).flatMap { NameDraft.words(of: text.bytes(of: $0), type: .person) }
        return words.starts(with: last) ? words.dropFirst(last.count) + last : words
    }

    /// The folded words of one token.
    static func words(of bytes: ArraySlice<UInt8>, type: EntityType) -> [String] {
        let folded = Folding.fold(bytes)
        var pieces: [String] = []
        for piece in folded.utf8.split(whereSeparator: isSeparator) {
            pieces.append(String(decoding: piece, as: UTF8.self))
        }
        if pieces.count > 1, folded.utf8.contains(0x2E), pieces.allSatisfy({ $0.utf8.count == 1 }), type != .person {
            return [pieces.joined()]
        }
        // The initials of `DK Shivakumar` are those of `D. K. Shivakumar`.
        if type == .person, pieces.count == 1, (2...3).contains(bytes.count), bytes.allSatisfy(isCapitalConsonant) {
            return folded.unicodeScalars.map(String.init)
        }
        return pieces.filter { $0 != "s" || pieces.count == 1 }
    }

    private static func isCapitalConsonant(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) && !Array("AEIOUY".utf8).contains(byte)
    }

    /// Hyphen, full stop, slash, comma, quotation marks and brackets; dashes are tokens of their own.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x2E, 0x2F, 0x2C, 0x22, 0x28, 0x29, 0x26, 0x3A: true
        default: false
        }
    }
}

/// Counts the letters of some tokens by case.
private struct LetterShape {
    var capitals = 0
    var small = 0
    var startsHigh = false

    init(_ text: TokenizedText, _ tokens: Range<Int>) {
        for token in tokens {
            for scalar in String(decoding: text.bytes(of: token), as: UTF8.self).unicodeScalars {
                if LetterCase.isUpper(scalar.value) {
                    if capitals + small == 0 { startsHigh = true }
                    capitals += 1
                } else if LetterCase.isLower(scalar.value) {
                    small += 1
                }
            }
        }
    }
}
