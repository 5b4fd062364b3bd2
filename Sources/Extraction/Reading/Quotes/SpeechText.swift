import Annotation

/// A reading as the finding of quotations needs it: paragraphs, the role of each word, the mention at each token.
struct SpeechText: Sendable {
    let reading: Reading
    let text: TokenizedText
    let roles: [SpeechRole]
    /// Token ranges that a line end and the end of a sentence divide.
    let paragraphs: [Range<Int>]
    /// The index into `reading.mentions` that covers a token, or -1.
    private let mentionAt: [Int32]
    private let paragraphAt: [Int32]
    private let sentenceAt: [Int32]

    init(_ reading: Reading) {
        self.reading = reading
        let text = reading.text
        self.text = text
        var roles = [SpeechRole](repeating: [], count: text.tokens.count)
        let table = SpeechWords.roles
        for token in text.tokens.indices { roles[token] = Self.role(of: text.bytes(of: token), table) }
        self.roles = roles
        var mentionAt = [Int32](repeating: -1, count: text.tokens.count)
        for (index, mention) in reading.mentions.enumerated() {
            for token in mention.tokens where mentionAt[token] < 0 { mentionAt[token] = Int32(index) }
        }
        self.mentionAt = mentionAt
        var sentenceAt = [Int32](repeating: 0, count: text.tokens.count)
        for (index, sentence) in text.sentences.enumerated() {
            for token in sentence { sentenceAt[token] = Int32(index) }
        }
        self.sentenceAt = sentenceAt
        paragraphs = Self.paragraphs(of: text)
        var paragraphAt = [Int32](repeating: 0, count: text.tokens.count)
        for (index, paragraph) in paragraphs.enumerated() {
            for token in paragraph { paragraphAt[token] = Int32(index) }
        }
        self.paragraphAt = paragraphAt
    }

    private static func role(of bytes: ArraySlice<UInt8>, _ table: [UInt64: SpeechRole]) -> SpeechRole {
        guard bytes.count <= 40, let first = bytes.first, first >= 0x41 || first == 0x27 else { return [] }
        if first == 0xE2 { return bytes.elementsEqual([0xE2, 0x80, 0x99, 0x73]) ? .possessive : [] }
        return table[FoldedText.hash(of: bytes)] ?? []
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

    // MARK: Questions about a token

    /// Whether a token could be a quotation mark, by its first byte.
    func mayBeMark(_ token: Int) -> Bool {
        guard let first = text.bytes(of: token).first else { return false }
        return first == 0x22 || first == 0x27 || first == 0x60 || first == 0xE2 || first == 0xC2
    }

    /// Whether a token is one ASCII mark.
    func `is`(_ token: Int, _ byte: UInt8) -> Bool {
        guard text.tokens.indices.contains(token) else { return false }
        let bytes = text.bytes(of: token)
        return bytes.count == 1 && bytes.first == byte
    }

    /// Whether a token begins with a letter or digit.
    func isWord(_ token: Int) -> Bool {
        guard let first = text.bytes(of: token).first else { return false }
        return first >= 0xC3 && first != 0xE2 && first < 0xEF || (0x30...0x39).contains(first)
            || (0x41...0x5A).contains(first & 0xDF)
    }

    func isCapitalized(_ token: Int) -> Bool {
        let bytes = text.bytes(of: token)
        guard let first = bytes.first else { return false }
        if first < 0x80 { return (0x41...0x5A).contains(first) }
        guard first & 0xE0 == 0xC0, bytes.count >= 2 else { return false }
        let scalar = UInt32(first & 0x1F) << 6 | UInt32(bytes[bytes.startIndex + 1] & 0x3F)
        return FoldedText.lowercase(scalar) != scalar
    }

    /// `.`, `!`, `?`, `…`, alone.
    func isStop(_ token: Int) -> Bool {
        guard let first = text.bytes(of: token).first else { return false }
        return first == 0x2E || first == 0x21 || first == 0x3F
            || text.bytes(of: token).elementsEqual([0xE2, 0x80, 0xA6])
    }

    func isDash(_ token: Int) -> Bool {
        let bytes = text.bytes(of: token)
        return bytes.elementsEqual([0xE2, 0x80, 0x94]) || bytes.elementsEqual([0xE2, 0x80, 0x93]) || bytes.first == 0x2D
    }

    func mention(at token: Int) -> FoundMention? {
        guard text.tokens.indices.contains(token), mentionAt[token] >= 0 else { return nil }
        return reading.mentions[Int(mentionAt[token])]
    }

    /// `…ed`: a past tense, most likely.
    func endsInEd(_ token: Int) -> Bool {
        let bytes = text.bytes(of: token)
        return bytes.count > 4 && bytes.suffix(2).elementsEqual([0x65, 0x64])
    }

    /// `21-year-old`
    func isAge(_ token: Int) -> Bool {
        text.bytes(of: token).count > 9 && text.bytes(of: token).suffix(9).elementsEqual("-year-old".utf8)
    }

    func lowercaseHash(of token: Int) -> UInt64 { FoldedText.hash(of: text.bytes(of: token)) }
    func isPerson(_ entity: Int) -> Bool { reading.entities[entity].type == .person }
    func isPerson(_ mention: FoundMention) -> Bool { reading.entities[mention.entity].type == .person }

    func paragraph(of token: Int) -> Int { Int(paragraphAt[token]) }
    func startsParagraph(_ token: Int) -> Bool { paragraphs[paragraph(of: token)].lowerBound == token }
    func sentence(of token: Int) -> Range<Int> { text.sentences[Int(sentenceAt[token])] }
    func sentenceEnd(of token: Int) -> Int { sentence(of: token).upperBound }
}

extension Int {
    /// The tokens from this one up to another; none where that one is not behind it, as mentions that overlap may have it.
    func upTo(_ end: Int) -> Range<Int> { self..<Swift.max(self, end) }
}
