import Annotation

/// Whose words a document is.
extension Coreference {
    /// `The statement said`, `the ministry's letter reads`: whoever the words name; else who issued the document of that
    /// noun that the text spoke of last, in this paragraph or one of the two before.
    func issuer(of head: Int, _ phrase: Range<Int>) -> Int? {
        if let named = speaker(in: phrase) { return named }
        let word = view.key(head)
        let first = view.paragraphs[Swift.max(0, view.paragraph(of: head) - 2)].lowerBound
        for document in documents[..<documents.partition({ $0 >= head })].suffix(16).reversed() {
            guard document >= first else { return nil }
            if view.key(document) != word || excluded.contains(document) { continue }
            return issuer(naming: document)
        }
        return nil
    }

    /// `The ministry issued a statement`, `said in a statement`, `a letter signed by its director`.
    func issuer(naming document: Int) -> Int? {
        let sentence = view.sentence(of: document)
        // `said in a statement`; an institution's statement is no person's.
        if let last, sentence.contains(last.token), !view.isPerson(last.entity) || view.is(document - 2, "in") {
            return last.entity
        }
        if let author = author(behind: document, sentence.upperBound) { return author }
        for token in Swift.max(sentence.lowerBound, document - 12)..<document {
            let mention = view.mention(at: token)
            guard mention.map({ canIssue($0) && !view.isPerson($0) }) ?? view[token].contains(.bodyNoun) else {
                continue
            }
            let between = (mention?.tokens.upperBound ?? token + 1).upTo(document)
            guard between.contains(where: { Self.issues.contains(view.key($0)) }) else { continue }
            return mention?.entity ?? body(token)
        }
        return nil
    }

    /// `by the ministry`, `from Jane Roe`, `, signed by the director Jane Roe`: the last name of the phrase.
    private func author(behind document: Int, _ end: Int) -> Int? {
        guard let by = (document + 1).upTo(Swift.min(document + 4, end)).first(where: { isBy($0) }) else { return nil }
        var author: Int?
        var token = by + 1
        while token < Swift.min(by + 12, end) {
            if let mention = view.mention(at: token) {
                guard canIssue(mention) else { break }
                author = mention.entity
                token = mention.tokens.upperBound
            } else if view[token].contains(.definite) || view[token].contains(.personNoun) {
                token += 1
            } else {
                break
            }
        }
        return author
    }

    private func speaker(in phrase: Range<Int>) -> Int? {
        phrase.lazy.compactMap { view.mention(at: $0) }.first(where: canIssue)?.entity
    }

    private func canIssue(_ mention: FoundMention) -> Bool {
        guard mention.kind == .name else { return false }
        let type = view.entities[mention.entity].type
        return type == .person || type == .organization
    }

    private func isBy(_ token: Int) -> Bool { Self.by.contains(view.key(token)) }

    private static let by = ByteHash.set("by from of")
    private static let issues = ByteHash.set(
        "issued issues released releases published publishes sent sends posted wrote circulated signed made shared")
}
