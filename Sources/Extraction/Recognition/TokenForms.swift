/// What the recogniser asks of each token of a text, worked out once: hashes of its spelling, and its shape.
///
/// Curly apostrophes count as straight ones and all hyphens as one, so that lists need one spelling.
struct TokenForms {
    /// Of the spelling in lower case.
    private(set) var lower: [UInt64] = []
    /// Of the spelling as it stands.
    private(set) var exact: [UInt64] = []
    private(set) var shapes: [WordShape] = []
    /// The lower-case scalars of all tokens, one after the other, and where each token's begin.
    private(set) var scalars: [UInt32] = []
    private(set) var starts: [Int32] = []

    init(_ text: TokenizedText) { self.init(text, text.tokens.indices) }

    /// The forms of some tokens of a text; the first of them has index 0 here.
    init(_ text: TokenizedText, _ tokens: Range<Int>) {
        lower.reserveCapacity(tokens.count)
        exact.reserveCapacity(tokens.count)
        shapes.reserveCapacity(tokens.count)
        starts.reserveCapacity(tokens.count + 1)
        scalars.reserveCapacity(tokens.count * 6)
        text.bytes.withUnsafeBufferPointer { bytes in
            let scanner = TextScanner(bytes)
            for token in text.tokens[tokens] { append(scanner, Int(token.start)..<Int(token.end)) }
        }
        starts.append(Int32(scalars.count))
    }

    var count: Int { lower.count }

    private mutating func append(_ scanner: TextScanner, _ range: Range<Int>) {
        starts.append(Int32(scalars.count))
        var lowered = WordHash()
        var plain = WordHash()
        var shape = WordShape()
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = scanner.byte(position)
            if byte < 0x80 {
                let isUpper = byte >= 65 && byte <= 90
                let lower = isUpper ? UInt32(byte) | 0x20 : UInt32(byte)
                lowered.add(lower)
                scalars.append(lower)
                plain.add(UInt32(byte))
                shape.add(
                    isUpper ? .upper : byte >= 97 && byte <= 122 ? .lower : byte >= 48 && byte <= 57 ? .digit : .mark)
                position += 1
            } else {
                let (scalar, length) = scanner.scalar(position)
                let folded = Self.folded(scalar)
                let lower = LetterCase.lower(folded)
                lowered.add(lower)
                scalars.append(lower)
                plain.add(folded)
                shape.add(Self.kind(folded))
                position += length
            }
        }
        lower.append(lowered.value)
        exact.append(plain.value)
        shapes.append(shape)
    }

    /// One spelling for apostrophes and for hyphens.
    static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x2018, 0x2019, 0x2BC, 0x60: 0x27
        case 0x2010, 0x2011: 0x2D
        default: scalar
        }
    }

    private static func kind(_ scalar: UInt32) -> WordShape.Kind {
        if LetterCase.isUpper(scalar) { return .upper }
        if LetterCase.isLower(scalar) { return .lower }
        if scalar == 0x27 || scalar == 0x2D { return .mark }
        switch CharacterClass.of(scalar) {
        case .word: return .letter
        case .digit: return .digit
        default: return .mark
        }
    }
}

/// A 64-bit hash of a word, scalar by scalar (FNV-1a with a last mixing): the same in every run and on every machine.
struct WordHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) mutating func add(_ scalar: UInt32) { state = (state ^ UInt64(scalar)) &* 0x100_0000_01B3 }

    @inline(__always) var value: UInt64 { Self.mixed(state) }

    /// Spreads each bit over all (the finisher of MurmurHash3).
    @inline(__always) static func mixed(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }

    /// The hash of a sequence of hashes; order counts.
    @inline(__always) static func combined(_ first: UInt64, _ second: UInt64) -> UInt64 {
        mixed((first << 23 | first >> 41) ^ second &* 0x9E37_79B9_7F4A_7C15)
    }

    /// The hash of a word in lower case, as `TokenForms.lower` has it.
    static func lower(_ word: some StringProtocol) -> UInt64 {
        var hash = WordHash()
        for scalar in word.unicodeScalars { hash.add(LetterCase.lower(TokenForms.folded(scalar.value))) }
        return hash.value
    }
}

/// The shape of a word: which kinds of characters it has and in what order.
struct WordShape {
    enum Kind: UInt8 {
        case lower = 1
        case upper, digit, mark, letter
    }

    private(set) var first: Kind = .mark
    private(set) var last: Kind = .mark
    /// Counts of characters and of letters in each case; they stop at 255.
    private(set) var length: UInt8 = 0
    private(set) var lowers: UInt8 = 0
    private(set) var uppers: UInt8 = 0
    /// The kinds in order, repeats left out, three bits each: `Xx-Xx` for `Akufo-Addo`.
    private(set) var brief: UInt32 = 0

    @inline(__always) mutating func add(_ kind: Kind) {
        if length == 0 { first = kind }
        if length == 0 || kind != last, brief >> 27 == 0 { brief = brief << 3 | UInt32(kind.rawValue) }
        last = kind
        guard length < 255 else { return }
        length += 1
        if kind == .lower { lowers += 1 }
        if kind == .upper { uppers += 1 }
    }

    /// Begins in upper case: `Kyiv`, `U.S.`, `iPhone` not.
    var isCapitalized: Bool { first == .upper }
    /// Letters, all of them upper case.
    var isAllCaps: Bool { uppers > 0 && lowers == 0 }
    var isWord: Bool { lowers + uppers > 0 || first == .letter }
}
