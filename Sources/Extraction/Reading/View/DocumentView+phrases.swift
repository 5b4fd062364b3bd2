import Annotation

extension Token {
    /// The length in bytes.
    var count: Int { Int(end - start) }
}

// What rules ask of a token and its neighbours.
extension DocumentView {
    /// The mention of a person's name that begins at a token.
    func person(at token: Int) -> Int? {
        guard let index = mentionIndex(at: token), mentions[index].type == .person, mentions[index].kind == .name,
            mentions[index].tokens.lowerBound == token
        else { return nil }
        return index
    }

    func isPerson(_ entity: Int) -> Bool { entities[entity].type == .person }
    func isPerson(_ mention: FoundMention) -> Bool { entities[mention.entity].type == .person }

    func isSentenceStart(_ token: Int) -> Bool {
        guard token > 0 else { return true }
        if sentenceIndex(of: token) != sentenceIndex(of: token - 1) { return true }
        let inner = ["(", "/", "&", "'"].contains { self.is(token - 1, $0) }
        return !inner && self[token - 1].isDisjoint(with: [.word, .comma, .genitive])
    }

    /// The folded word of four to seven bytes, else empty: no string is made for most tokens.
    func shortWord(_ token: Int) -> String { (4...7).contains(text.tokens[token].count) ? word(token) : "" }

    /// A number of one to three digits: an age.
    func isAge(_ token: Int) -> Bool {
        guard token < count else { return false }
        let bytes = text.bytes(of: token)
        return bytes.count <= 3 && bytes.count >= 1 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `21-year-old`
    func isAgeAdjective(_ token: Int) -> Bool {
        text.bytes(of: token).count > 9 && text.bytes(of: token).suffix(9).elementsEqual("-year-old".utf8)
    }

    /// `…ed`: a past tense, most likely.
    func endsInEd(_ token: Int) -> Bool {
        let bytes = text.bytes(of: token)
        return bytes.count > 4 && bytes.suffix(2).elementsEqual("ed".utf8)
    }

    /// Whether a token could be a quotation mark, by its first byte.
    func mayBeMark(_ token: Int) -> Bool {
        guard let first = text.bytes(of: token).first else { return false }
        return first == 0x22 || first == 0x27 || first == 0x60 || first == 0xE2 || first == 0xC2
    }

    /// `'s`, `’s`; not the apostrophe alone.
    func isGenitiveS(_ token: Int) -> Bool {
        self[token].contains(.genitive) && text.bytes(of: token).last.map { $0 | 0x20 } == 0x73
    }

    func sentenceEnd(of token: Int) -> Int { sentence(of: token).upperBound }
}

extension Int {
    /// The tokens from this one up to another; none where that one is not behind it, as mentions that overlap may have it.
    func upTo(_ end: Int) -> Range<Int> { self..<Swift.max(self, end) }
}
