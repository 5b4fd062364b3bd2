import Annotation

extension Token {
    /// The length in bytes.
    var count: Int { Int(end - start) }
}

/// A text with the tags of its words and the mention at each token: what the rules of this folder look at.
struct TaggedText {
    let text: TokenizedText
    /// Those of names; may change their entities, never their tokens.
    var mentions: [FoundMention]
    private let tags: [WordTags]
    /// The mention at each token, -1 where there is none.
    private let mentionAtToken: [Int32]
    /// The sentence of each token.
    private let sentenceAtToken: [Int32]

    init(_ text: TokenizedText, mentions: [FoundMention]) {
        self.text = text
        self.mentions = mentions
        tags = text.tokens.indices.map { TaggedText.tags(of: text.bytes(of: $0)) }
        var mentionAtToken = [Int32](repeating: -1, count: text.tokens.count)
        for (index, mention) in mentions.enumerated() {
            for token in mention.tokens { mentionAtToken[token] = Int32(index) }
        }
        self.mentionAtToken = mentionAtToken
        var sentenceAtToken = [Int32](repeating: 0, count: text.tokens.count)
        for (index, sentence) in text.sentences.enumerated() {
            for token in sentence { sentenceAtToken[token] = Int32(index) }
        }
        self.sentenceAtToken = sentenceAtToken
    }

    var count: Int { tags.count }

    /// The tags of a token; none outside the text.
    subscript(_ token: Int) -> WordTags { token >= 0 && token < tags.count ? tags[token] : [] }

    func mention(at token: Int) -> Int? {
        guard token >= 0, token < mentionAtToken.count, mentionAtToken[token] >= 0 else { return nil }
        return Int(mentionAtToken[token])
    }

    /// The mention of a person's name that begins at a token.
    func person(at token: Int) -> Int? {
        guard let mention = mention(at: token), mentions[mention].type == .person, mentions[mention].kind == .name,
            mentions[mention].tokens.lowerBound == token
        else { return nil }
        return mention
    }

    func sentence(of token: Int) -> Int { Int(sentenceAtToken[token]) }

    func areInOneSentence(_ one: Int, _ two: Int) -> Bool {
        one >= 0 && two >= 0 && one < count && two < count && sentenceAtToken[one] == sentenceAtToken[two]
    }

    func isSentenceStart(_ token: Int) -> Bool {
        guard token > 0 else { return true }
        if sentenceAtToken[token] != sentenceAtToken[token - 1] { return true }
        let before = text.bytes(of: token - 1)
        return !self[token - 1].contains(.word) && !self[token - 1].contains(.comma) && !TaggedText.isInner(before)
    }

    /// Whether the token is the one byte.
    func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
        guard token >= 0, token < count else { return false }
        return text.bytes(of: token).elementsEqual(String(mark).utf8)
    }

    /// A hyphen or dash standing alone.
    func isDash(_ token: Int) -> Bool { isMark(token, "-") || isMark(token, "–") || isMark(token, "—") }

    /// The token in lower case, folded.
    func word(_ token: Int) -> String { Folding.fold(text.bytes(of: token)) }

    /// The same for words of four to seven bytes, else empty: no string is made for most tokens.
    func shortWord(_ token: Int) -> String { (4...7).contains(text.tokens[token].count) ? word(token) : "" }

    /// The same, empty outside the text.
    func wordOrEmpty(_ token: Int) -> String { token >= 0 && token < count ? word(token) : "" }

    /// `23rd`, `2024`.
    func isNumber(_ token: Int) -> Bool {
        guard token >= 0, token < count, let first = text.bytes(of: token).first else { return false }
        return (0x30...0x39).contains(first)
    }

    /// A number of two or three digits: an age.
    func isAge(_ token: Int) -> Bool {
        guard token < count else { return false }
        let bytes = text.bytes(of: token)
        return bytes.count <= 3 && bytes.count >= 1 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }

    // MARK: Tagging

    private static func isInner(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.elementsEqual([0x28]) || bytes.elementsEqual([0x2F]) || bytes.elementsEqual([0x26]) || bytes.first == 0x27
            || bytes.starts(with: [0xE2, 0x80, 0x99])
    }

    private static func tags(of bytes: ArraySlice<UInt8>) -> WordTags {
        guard let first = bytes.first else { return [] }
        if first == 0x2C { return .comma }
        if first == 0x27 || bytes.starts(with: [0xE2, 0x80, 0x99]) {
            let letters = bytes.count - (first == 0x27 ? 1 : 3)
            return letters == 0 || (letters == 1 && bytes.last.map { $0 | 0x20 } == 0x73) ? .genitive : []
        }
        let isASCIICapital = (0x41...0x5A).contains(first)
        let isLetter = isASCIICapital || (0x61...0x7A).contains(first)
        var tags = OfficeLexicon.table.tags(of: bytes)
        if first == 0x26 { return tags }
        let isOther = first >= 0xC3 && first <= 0xDF || first == 0xE1
        guard isLetter || isOther else { return [] }
        tags.insert(.word)
        if isASCIICapital || (isOther && isCapital(bytes)) {
            tags.insert(.capital)
        } else if tags.contains(.capitalOnly) {
            tags.subtract([.head, .plural])
        }
        if tags.isDisjoint(with: [.head, .modifier, .field, .state, .pronoun, .the]),
            let hyphen = bytes.lastIndex(of: 0x2D),
            hyphen + 1 < bytes.endIndex
        {
            tags.formUnion(hyphenated(bytes, hyphen))
        }
        return tags
    }

    private static func isCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// `ex-minister` and `deputy-governor` have the tags of their last part, `prime-ministerial` none.
    private static func hyphenated(_ bytes: ArraySlice<UInt8>, _ hyphen: Int) -> WordTags {
        let first = OfficeLexicon.table.tags(of: bytes[..<hyphen])
        let last = OfficeLexicon.table.tags(of: bytes[(hyphen + 1)...])
        let isCapital = (0x41...0x5A).contains(bytes[hyphen + 1])
        if last.contains(.head), isCapital || !last.contains(.capitalOnly),
            !first.isDisjoint(with: [.modifier, .state, .head, .field, .passing])
        {
            return last.subtracting(.capitalOnly).union(first.intersection([.deputy]))
        }
        if first.contains(.head), last.contains(.postfix) { return first }
        // `Ex-Prime Minister`
        if first.contains(.state), last.contains(.modifier) { return last.union(.state) }
        return []
    }
}
