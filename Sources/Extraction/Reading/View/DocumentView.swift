/// A document as every stage of the reading sees it, built once: tokens with what the lexicon knows of them, finer pieces,
/// sentences, paragraphs, the names and mentions at each token.
///
/// The text and its words never change; stages add mentions and entities. Positions are indexes of tokens.
package struct DocumentView: Sendable {
    package let text: TokenizedText
    /// What each token is.
    let lexemes: [Lexeme]
    /// Runs of letters, runs of digits and marks, finer than tokens.
    let pieces: PieceText
    /// Token ranges that a line end and the end of a sentence divide.
    let paragraphs: [Range<Int>]
    /// What the recogniser found, as the rules on names leave it; in order of start, without overlap.
    package var names: [RecognizedName] {
        didSet { nameAt = Self.places(names.map(\.tokens), count: text.tokens.count) }
    }
    /// The mentions that stages have found, in order of start. `entity` is an index into `entities`.
    package var mentions: [FoundMention] = [] {
        didSet { mentionAt = Self.places(mentions.map(\.tokens), count: text.tokens.count) }
    }
    package var entities: [FoundEntity] = []

    /// What stands in quotation marks, speech or not.
    private(set) var quotations: [QuotedSpan] = []

    private let sentenceAt: [Int32]
    private let paragraphAt: [Int32]
    private var nameAt: [Int32]
    private var mentionAt: [Int32]
    private var quotationAt: [Int32] = []

    /// - Parameter names: in order of start, without overlap.
    package init(_ text: TokenizedText, names: [RecognizedName] = [], lexicon: WordLexicon? = nil) {
        let lexicon = lexicon ?? .english
        let count = text.tokens.count
        self.text = text
        self.names = names
        lexemes = Self.lexemes(of: text, lexicon)
        pieces = PieceText(text, lexicon: lexicon)
        paragraphs = Self.paragraphs(of: text)
        sentenceAt = Self.places(text.sentences, count: count)
        paragraphAt = Self.places(paragraphs, count: count)
        nameAt = Self.places(names.map(\.tokens), count: count)
        mentionAt = [Int32](repeating: -1, count: count)
        quotations = QuotedSpans(view: self).spans()
        quotationAt = Self.places(quotations.map(\.tokens), count: count)
    }

    private static func lexemes(of text: TokenizedText, _ lexicon: WordLexicon) -> [Lexeme] {
        var lexemes = text.tokens.indices.map { Lexeme(text.bytes(of: $0), lexicon) }
        // `it's` has a verb, `Peru's` none.
        for token in lexemes.indices where lexemes[token].classes.contains(.genitive) {
            let before = token > 0 ? lexemes[token - 1].classes : []
            if before.isDisjoint(with: [.subjectPronoun, .relative, .complementizer]) {
                lexemes[token].classes.remove(.finiteVerb)
            }
        }
        return lexemes
    }

    /// For each token the first range that holds it, or -1.
    private static func places(_ ranges: [Range<Int>], count: Int) -> [Int32] {
        var places = [Int32](repeating: -1, count: count)
        for (index, range) in ranges.enumerated() {
            for token in range where places[token] < 0 { places[token] = Int32(index) }
        }
        return places
    }

    private static func paragraphs(of text: TokenizedText) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start = 0
        for sentence in text.sentences where sentence.lowerBound > 0 {
            let gap = Int(text.tokens[sentence.lowerBound - 1].end)..<Int(text.tokens[sentence.lowerBound].start)
            guard text.bytes[gap].contains(where: { $0 == 0x0A || $0 == 0x0D }) else { continue }
            paragraphs.append(start..<sentence.lowerBound)
            start = sentence.lowerBound
        }
        if start < text.tokens.count { paragraphs.append(start..<text.tokens.count) }
        return paragraphs
    }

    // MARK: Words

    var count: Int { lexemes.count }

    /// The classes of a token; none outside the text.
    @inline(__always) subscript(_ token: Int) -> WordClasses {
        token >= 0 && token < lexemes.count ? lexemes[token].classes : []
    }

    /// The hash of a token's folded word; 0 outside the text.
    func key(_ token: Int) -> UInt64 { token >= 0 && token < lexemes.count ? lexemes[token].hash : 0 }

    /// Whether a token is an ASCII word or mark, in whatever case: `view.is(token, "of")`.
    @inline(__always) func `is`(_ token: Int, _ word: StaticString) -> Bool {
        guard token >= 0, token < count else { return false }
        return text.bytes(of: token).isWord(word)
    }

    /// Whether a token begins with a letter or digit.
    func isWord(_ token: Int) -> Bool { !self[token].isDisjoint(with: [.word, .digit]) }

    /// The folded word; empty outside the text. Not for inner loops.
    func word(_ token: Int) -> String { token >= 0 && token < count ? Folding.fold(text.bytes(of: token)) : "" }

    // MARK: Names and mentions

    /// The recognised name that covers a token.
    func name(at token: Int) -> RecognizedName? {
        guard token >= 0, token < count, nameAt[token] >= 0 else { return nil }
        return names[Int(nameAt[token])]
    }

    /// The index of the mention that covers a token.
    @inline(__always) func mentionIndex(at token: Int) -> Int? {
        guard token >= 0, token < count, mentionAt[token] >= 0 else { return nil }
        return Int(mentionAt[token])
    }

    func mention(at token: Int) -> FoundMention? { mentionIndex(at: token).map { mentions[$0] } }

    /// The number of the quotation that holds a token, or -1.
    func quotation(of token: Int) -> Int { Int(quotationAt[token]) }

    // MARK: Sentences and paragraphs

    func sentenceIndex(of token: Int) -> Int { Int(sentenceAt[token]) }
    func sentence(of token: Int) -> Range<Int> { text.sentences[Int(sentenceAt[token])] }

    func areInOneSentence(_ one: Int, _ two: Int) -> Bool {
        one >= 0 && two >= 0 && one < count && two < count && sentenceAt[one] == sentenceAt[two]
    }

    func paragraph(of token: Int) -> Int { Int(paragraphAt[token]) }
    func startsParagraph(_ token: Int) -> Bool { paragraphs[paragraph(of: token)].lowerBound == token }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are an ASCII word given in lower case, themselves in whatever case.
    @inline(__always) func isWord(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            for (offset, letter) in letters.enumerated() {
                let byte = self[startIndex + offset]
                if byte != letter, !(0x41...0x5A).contains(byte) || byte | 0x20 != letter { return false }
            }
            return true
        }
    }
}
