import Annotation

/// Finds last names alone that the recogniser passed over, of people whom it found with their full names.
///
/// A capitalised word that is the last name of a person of the document, in no name and beside none, is that person. At
/// the start of a sentence any word has a capital: there a verb, a comma or a possessive must follow.
struct LastNames {
    private let text: TokenizedText
    private let covered: [Bool]
    private let people: [String: NameDraft]

    init(_ drafts: [NameDraft], in text: TokenizedText) {
        self.text = text
        var covered = [Bool](repeating: false, count: text.tokens.count)
        var people: [String: NameDraft] = [:]
        for draft in drafts {
            for token in draft.tokens { covered[token] = true }
            guard draft.type == .person, draft.words.count > 1, draft.confidence >= 0.7, let last = draft.words.last,
                last.utf8.count >= 4, people[last] == nil
            else { continue }
            people[last] = draft
        }
        self.covered = covered
        self.people = people
    }

    /// The missed names, in order.
    func missed() -> [NameDraft] {
        guard !people.isEmpty else { return [] }
        var found: [NameDraft] = []
        for sentence in text.sentences {
            for token in sentence where !covered[token] && isCapitalized(token) {
                guard let person = people[Folding.fold(text.bytes(of: token))], standsAlone(token, in: sentence),
                    let draft = NameDraft(
                        RecognizedName(
                            tokens: token..<token + 1, type: .person, confidence: min(person.confidence, 0.85)),
                        in: text)
                else { continue }
                found.append(draft)
            }
        }
        return found
    }

    /// Whether no other capitalised word or name touches it, and it is a name where a sentence begins.
    private func standsAlone(_ token: Int, in sentence: Range<Int>) -> Bool {
        let next = token + 1
        if next < sentence.upperBound, covered[next] || isCapitalized(next) { return false }
        let before = token - 1
        if before < sentence.lowerBound || !isWord(before) { return next < sentence.upperBound && followsName(next) }
        if covered[before] { return false }
        let tags = WordLexicon.english.classes(of: text.bytes(of: before))
        return !isCapitalized(before) || before == sentence.lowerBound
            || !tags.isDisjoint(with: [.officeNoun, .honorific, .boundary])
    }

    /// What follows a name: a verb of saying, being or having, a mark, a possessive.
    private func followsName(_ token: Int) -> Bool {
        guard isWord(token) else { return true }
        return !WordLexicon.english.classes(of: text.bytes(of: token)).isDisjoint(with: [
            .boundary, .copula, .adverb, .leadingVerb,
        ])
    }

    private func isWord(_ token: Int) -> Bool {
        guard let first = text.bytes(of: token).first else { return false }
        return (0x41...0x5A).contains(first & 0xDF) || first >= 0xC3 && first <= 0xDF
    }

    private func isCapitalized(_ token: Int) -> Bool {
        guard let first = text.bytes(of: token).first else { return false }
        if first < 0x80 { return (0x41...0x5A).contains(first) }
        return String(decoding: text.bytes(of: token).prefix(4), as: UTF8.self).unicodeScalars.first
            .map { LetterCase.isUpper($0.value) } ?? false
    }
}
