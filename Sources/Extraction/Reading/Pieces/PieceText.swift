/// The pieces of a text in order.
struct PieceText: Sendable {
    let bytes: [UInt8]
    let pieces: [Piece]

    /// The pieces of the tokens of a text.
    init(_ text: TokenizedText, lexicon: WordLexicon = .english) {
        bytes = text.bytes
        var scanner = PieceScanner(bytes: text.bytes, capacity: text.tokens.count * 5 / 4, lexicon: lexicon)
        for sentence in text.sentences {
            for token in sentence {
                let span = text.tokens[token]
                let range = Int(span.start)..<Int(span.end)
                if Self.isAddress(text.bytes, range) {
                    scanner.add(address: range, token: token, opensSentence: token == sentence.lowerBound)
                    continue
                }
                scanner.scan(range, token: token, opensSentence: token == sentence.lowerBound)
            }
        }
        pieces = scanner.pieces
    }

    /// The pieces of a stretch of bytes that has no tokens.
    init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        var scanner = PieceScanner(bytes: bytes, capacity: range.count / 4, lexicon: .english)
        scanner.scan(range, token: -1, opensSentence: true)
        pieces = scanner.pieces
    }

    /// Whether a token is a web address, an e-mail address, a handle or a hash tag: nothing inside it is read.
    private static func isAddress(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        if range.count < 5 { return false }
        if bytes[range.lowerBound] == 0x23 || bytes[range.lowerBound] == 0x40 { return true }
        return bytes[range].contains(0x40) || bytes[range].starts(with: "www.".utf8)
            || (bytes[range].starts(with: "http".utf8) && bytes[range].contains(0x3A))
    }

    var count: Int { pieces.count }

    func bytes(of index: Int) -> ArraySlice<UInt8> {
        bytes[Int(pieces[index].start)..<Int(pieces[index].end)]
    }

    /// The mark at an index; 0 beyond the ends and for words and numbers.
    func mark(_ index: Int) -> UInt32 { pieces.indices.contains(index) ? pieces[index].mark : 0 }

    func isNumber(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].kind == .number }

    func isWord(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].kind == .word }

    /// Whether a piece stands on the same line as the one before it with nothing between them.
    func isGlued(_ index: Int) -> Bool { pieces.indices.contains(index) && index > 0 && !pieces[index].spaced }

    /// Whether a piece begins a line or the text, or lies beyond its end.
    func opensLine(_ index: Int) -> Bool {
        index <= 0 || index >= pieces.count || pieces[index].opensLine
    }

    func isCapital(_ index: Int) -> Bool { pieces.indices.contains(index) && pieces[index].capital }

    /// Whether the lexicon has the word at an index in a class.
    @inline(__always) func has(_ index: Int, _ member: WordClass) -> Bool {
        pieces.indices.contains(index) && pieces[index].classes.contains(member)
    }

    /// Whether a piece is an ASCII word, in whatever case: `pieces.is(index, "of")`.
    @inline(__always) func `is`(_ index: Int, _ word: StaticString) -> Bool {
        isWord(index) && bytes(of: index).isWord(word)
    }

    /// The token indexes that a range of pieces covers.
    func tokens(_ range: Range<Int>) -> Range<Int> {
        Int(pieces[range.lowerBound].token)..<Int(pieces[range.upperBound - 1].token) + 1
    }

    /// The byte range of a range of pieces.
    func byteRange(_ range: Range<Int>) -> Range<Int> {
        Int(pieces[range.lowerBound].start)..<Int(pieces[range.upperBound - 1].end)
    }

    /// What a table says of the word at an index.
    func look<Meaning>(_ index: Int, in table: WordTable<Meaning>) -> Meaning? {
        guard isWord(index) else { return nil }
        let piece = pieces[index]
        return table.meaning(of: bytes, Int(piece.start), Int(piece.end), hash: piece.hash)
    }
}
