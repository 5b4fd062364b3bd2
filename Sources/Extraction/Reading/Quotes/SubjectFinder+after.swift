import Annotation

/// Subjects behind their verb.
extension SubjectFinder {
    /// The subject that stands after a verb: `said Jane Roe, the minister`.
    func subject(after verb: Int, limit: Int) -> SpeechSubject? {
        var first = verb + 1
        while first < limit, speech.roles[first].contains(.adverb) { first += 1 }
        guard first < limit else { return nil }
        let isPronoun = !speech.roles[first].isDisjoint(with: .pronoun) || speech.mention(at: first)?.kind == .pronoun
        if isPronoun { return .pronoun(first) }
        guard speech.roles[first].isDisjoint(with: [.clause, .that]), speech.isWord(first),
            !speech.roles[first].contains(.preposition) || speech.isCapitalized(first)
        else { return nil }
        let end = phraseEnd(from: first, limit: limit)
        if let person = person(in: first.upTo(end)) {
            return .entity(person.entity, tokens: first..<max(person.tokens.upperBound, first + 1))
        }
        if let apposition = appositionPerson(after: end, limit: limit) {
            return .entity(apposition.entity, tokens: first.upTo(apposition.tokens.upperBound))
        }
        if let mention = speech.mention(at: end - 1), canSpeak(mention), !isPossessive(mention),
            isDescribed(mention, from: first)
        {
            return .entity(mention.entity, tokens: first.upTo(end))
        }
        return noun(in: first.upTo(end))
    }

    /// `the Acme Corporation`, `conservation group Acme`, `Roe’s company Acme`: nothing else stands before the name.
    private func isDescribed(_ mention: FoundMention, from first: Int) -> Bool {
        let words = first.upTo(mention.tokens.lowerBound)
        if let last = words.last, speech.roles[last].contains(.body), speech.mention(at: last) == nil { return true }
        return words.allSatisfy { speech.roles[$0].contains(.definite) }
    }

    /// Until a comma, a stop, a verb, a preposition that is not of or for, or the limit.
    func phraseEnd(from first: Int, limit: Int) -> Int {
        var end = first
        while end < limit, end - first < Self.reach {
            if let mention = speech.mention(at: end) {
                end = mention.tokens.upperBound
                if speech.isPerson(mention), !isPossessive(mention), governor(of: mention, from: first) == nil {
                    return min(end, limit)
                }
                continue
            }
            let role = speech.roles[end]
            let isBoundary =
                !role.isDisjoint(with: [.says, .saying, .clause, .who, .that])
                || role.contains(.preposition) && !isOf(end) && !isBy(end)
            guard !isBoundary || end == first, speech.isWord(end) || isPossessiveMark(end) else { break }
            end += 1
        }
        return min(max(end, first + 1), limit)
    }

    func isBy(_ token: Int) -> Bool { speech.text.bytes(of: token).elementsEqual([0x61, 0x74]) }

    /// The first person of a noun phrase who is neither owner nor complement of its head.
    func person(in phrase: Range<Int>) -> FoundMention? {
        var index = phrase.lowerBound
        while index < phrase.upperBound {
            guard let mention = speech.mention(at: index) else {
                index += 1
                continue
            }
            if speech.isPerson(mention) {
                let head = governor(of: mention, from: phrase.lowerBound)
                if !isPossessive(mention), head.map({ speech.roles[$0].contains(.office) }) ?? true { return mention }
                if isPossessive(mention), mention.tokens.upperBound + 1 < speech.text.tokens.count,
                    speech.roles[mention.tokens.upperBound + 1].contains(.office)
                {
                    return mention
                }
            }
            index = mention.tokens.upperBound
        }
        return nil
    }

    /// `said the head of the agency, Jane Roe`.
    func appositionPerson(after end: Int, limit: Int) -> FoundMention? {
        guard end + 1 < limit, speech.is(end, 0x2C) else { return nil }
        guard let mention = speech.mention(at: end + 1), speech.isPerson(mention), mention.kind == .name,
            !isPossessive(mention)
        else { return nil }
        let next = mention.tokens.upperBound
        return next >= limit || !speech.isWord(next) ? mention : nil
    }

    func noun(in phrase: Range<Int>) -> SpeechSubject {
        let head = head(of: phrase)
        if let mention = speech.mention(at: head), mention.kind == .nominal {
            return .entity(mention.entity, tokens: phrase)
        }
        return isDefinite(phrase, head: head) && owner(in: phrase) == nil
            ? .nominal(phrase, head: head) : .unnamed(phrase)
    }
}
