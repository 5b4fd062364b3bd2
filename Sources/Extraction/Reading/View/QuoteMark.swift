/// A token that is a quotation mark, by its family and the side that its neighbours give it.
///
/// Typists and converters mix up the glyphs (`”text“`), so the white space around a mark says more than its form.
struct QuoteMark: Sendable {
    enum Family: Sendable { case double, guillemet, single }
    enum Side: Sendable { case opening, closing, either }

    var token: Int
    var family: Family
    var side: Side

    /// The mark that a token is, or nil.
    init?(_ token: Int, in text: TokenizedText) {
        guard let (family, glyph) = Self.form(of: text.bytes(of: token)) else { return nil }
        self.token = token
        self.family = family
        let range = text.tokens[token]
        let touchesLeft = token > 0 && text.tokens[token - 1].end == range.start
        let touchesRight = token + 1 < text.tokens.count && text.tokens[token + 1].start == range.end
        if glyph == .opening, text.bytes(of: token).first == 0xE2, [0x9A, 0x9E].contains(text.bytes(of: token).last) {
            side = .opening
        } else if touchesRight, !touchesLeft,
            Self.endsClause(text.bytes(of: token + 1)) || glyph == .closing && Self.isMisplaced(token, text)
        {
            side = .closing
        } else if touchesLeft != touchesRight {
            side = touchesRight ? .opening : .closing
        } else {
            side = touchesLeft ? Self.side(betweenLetters: token, glyph, text) : glyph
        }
    }

    /// With something on both sides, what is before the mark decides: after an opening bracket, a dash or a colon it
    /// opens; before a mark that ends a clause it closes.
    private static func side(betweenLetters token: Int, _ glyph: Side, _ text: TokenizedText) -> Side {
        if let before = text.bytes(of: token - 1).last, before == 0x28 || before == 0x5B || before == 0x2D {
            return .opening
        }
        if text.bytes(of: token - 1).elementsEqual([0xE2, 0x80, 0x94]) { return .opening }
        if endsClause(text.bytes(of: token + 1)) { return .closing }
        return glyph
    }

    /// `… a horse, ”said Jane`: a closing mark after a comma or stop that touches a word in small letters.
    private static func isMisplaced(_ token: Int, _ text: TokenizedText) -> Bool {
        guard token > 0, let before = text.bytes(of: token - 1).first, let next = text.bytes(of: token + 1).first else {
            return false
        }
        return [0x2C, 0x2E, 0x21, 0x3F].contains(before) && (0x61...0x7A).contains(next)
    }

    /// A mark that ends a clause or bracket: `« text », he said`.
    private static func endsClause(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first.map { [0x2C, 0x2E, 0x29, 0x3B, 0x3A, 0x21, 0x3F, 0x5D].contains($0) } ?? false
    }

    private static func form(of bytes: ArraySlice<UInt8>) -> (Family, Side)? {
        guard let first = bytes.first else { return nil }
        let last = bytes[bytes.endIndex - 1]
        switch (bytes.count, first) {
        case (1, 0x22): return (.double, .either)
        case (1, 0x27), (1, 0x60): return (.single, .either)
        case (2, 0x27) where last == 0x27: return (.double, .either)
        case (2, 0x60) where last == 0x60: return (.double, .opening)
        case (2, 0xC2) where last == 0xAB: return (.guillemet, .opening)
        case (2, 0xC2) where last == 0xBB: return (.guillemet, .closing)
        case (3, 0xE2) where bytes[bytes.startIndex + 1] == 0x80:
            switch last {
            case 0x9C, 0x9E, 0x9F: return (.double, .opening)
            case 0x9D: return (.double, .closing)
            case 0x98, 0x9A, 0x9B: return (.single, .opening)
            case 0x99: return (.single, .closing)
            case 0xB9: return (.guillemet, .opening)
            case 0xBA: return (.guillemet, .closing)
            default: return nil
            }
        default: return nil
        }
    }
}
