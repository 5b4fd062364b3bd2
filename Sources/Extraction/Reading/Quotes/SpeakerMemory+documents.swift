import Annotation

/// Whose words a document is.
extension SpeakerMemory {
    /// `The statement said`, `the ministry's letter reads`: whoever the words name; else who issued the document of that
    /// noun that the text spoke of last, in this paragraph or one of the two before.
    func issuer(of head: Int, _ phrase: Range<Int>) -> Int? {
        if let named = speaker(in: phrase) { return named }
        let word = speech.lowercaseHash(of: head)
        let first = speech.paragraphs[Swift.max(0, speech.paragraph(of: head) - 2)].lowerBound
        for document in documents(before: head).reversed() {
            guard document >= first else { return nil }
            if speech.lowercaseHash(of: document) != word || excluded.contains(document) { continue }
            return issuer(naming: document)
        }
        return nil
    }

    /// `The ministry issued a statement`, `said in a statement`, `a statement by the ministry`.
    private func issuer(naming document: Int) -> Int? {
        let sentence = speech.sentence(of: document)
        if let last, sentence.contains(last.token) { return last.entity }
        if document + 2 < sentence.upperBound, speech.roles[document + 1].contains(.preposition) {
            let next = speech.roles[document + 2].contains(.definite) ? document + 3 : document + 2
            if let mention = speech.mention(at: next), isBy(document + 1), canIssue(mention) { return mention.entity }
        }
        for token in Swift.max(sentence.lowerBound, document - 12)..<document {
            guard let mention = speech.mention(at: token), canIssue(mention) else { continue }
            let between = mention.tokens.upperBound.upTo(document)
            return between.contains { Self.issues.contains(speech.lowercaseHash(of: $0)) } ? mention.entity : nil
        }
        return nil
    }

    private func speaker(in phrase: Range<Int>) -> Int? {
        phrase.lazy.compactMap { speech.mention(at: $0) }.first(where: canIssue)?.entity
    }

    private func canIssue(_ mention: FoundMention) -> Bool {
        guard mention.kind == .name else { return false }
        let type = speech.reading.entities[mention.entity].type
        return type == .person || type == .organization
    }

    private func isBy(_ token: Int) -> Bool { Self.by.contains(speech.lowercaseHash(of: token)) }

    private static let by = ByteHash.set("by from of")
    private static let issues = ByteHash.set(
        "issued issues released releases published publishes sent sends posted wrote circulated signed made shared")
}
