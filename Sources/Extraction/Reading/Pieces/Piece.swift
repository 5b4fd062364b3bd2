/// A run of letters, a run of digits, or one mark: finer than a token, so that no rule on dates and amounts depends on
/// how tokens are cut.
struct Piece: Sendable, Equatable {
    enum Kind: UInt8, Sendable { case word, number, mark }

    /// Byte offsets in the text, half-open.
    var start: Int32
    var end: Int32
    /// The index of the token that holds it; -1 where the text has none.
    var token: Int32
    /// What the lexicon knows of a word; none for numbers and marks.
    var classes: WordClasses = []
    /// The hash of the lower-cased bytes, for `WordTable`.
    var hash: UInt32
    /// The scalar of a mark; 0 for words and numbers.
    var mark: UInt32 = 0
    /// The value of up to nine digits; -1 for a longer run and for what is no number.
    var value: Int32 = -1
    var kind: Kind
    /// Whether white space stands before it.
    var spaced: Bool
    var opensLine: Bool
    var opensSentence: Bool
    /// Whether a word begins with an ASCII capital.
    var capital: Bool

    var length: Int { Int(end - start) }
}

/// The marks that rules speak of.
enum Mark {
    static let comma: UInt32 = 0x2C
    static let dot: UInt32 = 0x2E
    static let colon: UInt32 = 0x3A
    static let hyphen: UInt32 = 0x2D
    static let slash: UInt32 = 0x2F
    static let percent: UInt32 = 0x25
    static let apostrophe: UInt32 = 0x27
    static let opening: UInt32 = 0x28
    static let closing: UInt32 = 0x29
    static let openingSquare: UInt32 = 0x5B
    static let curlyApostrophe: UInt32 = 0x2019
    static let degree: UInt32 = 0xB0
    static let enDash: UInt32 = 0x2013
    /// A whole web address: no Unicode scalar.
    static let address: UInt32 = 0xFFFF_FFFF

    static func isApostrophe(_ mark: UInt32) -> Bool { mark == apostrophe || mark == curlyApostrophe || mark == 0x2018 }

    /// Hyphen, non-breaking hyphen, en and em dash, minus.
    static func isDash(_ mark: UInt32) -> Bool {
        mark == hyphen || (0x2010...0x2015).contains(mark) || mark == 0x2212
    }
}
