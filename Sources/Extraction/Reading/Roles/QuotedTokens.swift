import Annotation

/// Which tokens stand within quotation marks; a paragraph that ends without a closing mark closes its own.
struct QuotedTokens {
    /// The number of the quotation of each token, 0 outside.
    let quotation: [Int32]

    init(_ text: TokenizedText) {
        var quotation = [Int32](repeating: 0, count: text.tokens.count)
        var open: UInt32 = 0
        var number: Int32 = 0
        for token in text.tokens.indices {
            if token > 0, QuotedTokens.isParagraph(between: token - 1, and: token, in: text) { open = 0 }
            let mark = QuotedTokens.mark(text.bytes(of: token))
            if mark != 0 {
                if open == 0 {
                    if let closing = QuotedTokens.closing(of: mark) {
                        open = closing
                        number += 1
                    }
                } else if mark == open || QuotedTokens.closesByPlace(token, mark, open, in: text) {
                    open = 0
                }
            }
            quotation[token] = open == 0 ? 0 : number
        }
        self.quotation = quotation
    }

    /// `“text“`: an opening mark that only touches what is before it.
    private static func closesByPlace(_ token: Int, _ mark: UInt32, _ open: UInt32, in text: TokenizedText) -> Bool {
        guard mark == 0x201C, open == 0x201D, text.tokens[token - 1].end == text.tokens[token].start else {
            return false
        }
        return token + 1 == text.tokens.count || text.tokens[token + 1].start > text.tokens[token].end
            || !(text.bytes(of: token + 1).first.map { $0 | 0x20 >= 0x61 } ?? false)
    }

    /// The scalar of a token that is a quotation mark, else 0.
    private static func mark(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        guard bytes.count <= 3, let first = bytes.first, first == 0x22 || first == 0xE2 || first == 0xC2 else {
            return 0
        }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0
    }

    private static func closing(of mark: UInt32) -> UInt32? {
        switch mark {
        case 0x22: 0x22
        case 0x201C, 0x201E: 0x201D
        case 0x2018: 0x2019
        case 0xAB: 0xBB
        default: nil
        }
    }

    private static func isParagraph(between one: Int, and two: Int, in text: TokenizedText) -> Bool {
        text.bytes[Int(text.tokens[one].end)..<Int(text.tokens[two].start)].contains(0x0A)
    }
}
