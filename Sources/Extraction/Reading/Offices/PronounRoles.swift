import Annotation

/// Offices that the text gives to a pronoun: `he was a member of the board`, `his term as president of the bank`.
struct PronounRoles {
    let view: DocumentView
    let offices: OfficeHolders

    /// The phrases with the entity of their pronoun, in order.
    func find(_ mentions: [FoundMention]) -> [(phrase: Int, entity: Int)] {
        mentions.compactMap { mention in
            let token = mention.tokens.lowerBound
            guard mention.kind == .pronoun, mention.confidence >= 0.7, let phrase = behind(token) ?? tenure(token),
                !offices.isHeld(phrase), !offices.phrases[phrase].isPlural, offices.phrases[phrase].isSpecific
            else { return nil }
            return (phrase, mention.entity)
        }
    }

    /// `She is now the director of the bank`.
    private func behind(_ token: Int) -> Int? {
        guard PronounRoles.subjects.contains(view.word(token)), !view[token + 1].contains(.comma) else {
            return nil
        }
        var reader = BehindName(view, behind: token..<token + 1)
        guard let phrase = reader.officeStart(phraseAt: offices.phraseAt, phrases: offices.phrases),
            offices.phrases[phrase].hasComplement
        else { return nil }
        return phrase
    }

    private static let subjects: Set<String> = ["he", "she"]

    /// `his four-year term as president`
    private func tenure(_ token: Int) -> Int? {
        guard let last = (token + 1..<token + 5).first(where: { view[$0].contains(.tenureNoun) }),
            view.areInOneSentence(token, last + 2), view.is(last + 1, "as"),
            (token + 1..<last).allSatisfy({
                view[$0].contains(.word) && view[$0].isDisjoint(with: [.boundary, .coordinator])
            })
        else { return nil }
        var next = last + 2
        while !view[next].isDisjoint(with: [.article, .indefinite, .officeEpithet]), next < last + 5 { next += 1 }
        return offices.phraseAt[next]
    }
}
