import Annotation

/// Subjects behind their verb.
extension SubjectFinder {
    /// The subject that stands after a verb: `said Jane Roe, the minister`.
    func subject(after verb: Int, limit: Int) -> SpeechSubject? {
        var first = verb + 1
        while first < limit, view[first].contains(.timeAdverb) { first += 1 }
        guard first < limit else { return nil }
        let isPronoun = !view[first].isDisjoint(with: .subjects) || view.mention(at: first)?.kind == .pronoun
        if isPronoun { return .pronoun(first) }
        guard view[first].isDisjoint(with: [.clauseOpener, .complementizer]), view.isWord(first),
            !view[first].contains(.preposition) || view[first].contains(.capital)
        else { return nil }
        let end = phraseEnd(from: first, limit: limit)
        if let person = person(in: first.upTo(end)) {
            return .entity(person.entity, tokens: first..<max(person.tokens.upperBound, first + 1))
        }
        if let apposition = appositionPerson(after: end, limit: limit) {
            return .entity(apposition.entity, tokens: first.upTo(apposition.tokens.upperBound))
        }
        if let person = personAtEnd(first, limit: limit) {
            return .entity(person.entity, tokens: first.upTo(person.tokens.upperBound))
        }
        if let mention = view.mention(at: end - 1), canSpeak(mention), !isPossessive(mention),
            isDescribed(mention, from: first)
        {
            return .entity(mention.entity, tokens: first.upTo(end))
        }
        return noun(in: first.upTo(end))
    }

    /// `the Acme Corporation`, `conservation group Acme`, `Roe’s company Acme`: nothing else stands before the name.
    private func isDescribed(_ mention: FoundMention, from first: Int) -> Bool {
        let words = first.upTo(mention.tokens.lowerBound)
        if let last = words.last, view[last].contains(.bodyNoun), view.mention(at: last) == nil { return true }
        return words.allSatisfy { view[$0].contains(.definite) }
    }

    /// Until a comma, a stop, a verb, a preposition that is not of or for, or the limit.
    func phraseEnd(from first: Int, limit: Int) -> Int {
        var end = first
        while end < limit, end - first < Self.reach {
            if let mention = view.mention(at: end) {
                end = mention.tokens.upperBound
                if view.isPerson(mention), !isPossessive(mention), governor(of: mention, from: first) == nil {
                    return min(end, limit)
                }
                continue
            }
            let role = view[end]
            let isBoundary =
                !role.isDisjoint(with: [.speechVerb, .speechParticiple, .clauseOpener, .relative, .complementizer])
                || role.contains(.preposition) && !isOf(end) && !isBy(end)
            guard !isBoundary || end == first, view.isWord(end) || isPossessiveMark(end) else { break }
            end += 1
        }
        return min(max(end, first + 1), limit)
    }

    func isBy(_ token: Int) -> Bool { view.is(token, "at") }

    /// The first person of a noun phrase who is neither owner nor complement of its head.
    func person(in phrase: Range<Int>) -> FoundMention? {
        var index = phrase.lowerBound
        while index < phrase.upperBound {
            guard let mention = view.mention(at: index) else {
                index += 1
                continue
            }
            if view.isPerson(mention) {
                let head = governor(of: mention, from: phrase.lowerBound)
                if !isPossessive(mention), head.map({ view[$0].contains(.pressOffice) }) ?? true { return mention }
                if isPossessive(mention), mention.tokens.upperBound + 1 < view.text.tokens.count,
                    view[mention.tokens.upperBound + 1].contains(.pressOffice)
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
        guard end + 1 < limit, view[end].contains(.comma) else { return nil }
        guard let mention = view.mention(at: end + 1), view.isPerson(mention), mention.kind == .name,
            !isPossessive(mention)
        else { return nil }
        let next = mention.tokens.upperBound
        return next >= limit || !view.isWord(next) ? mention : nil
    }

    /// `said the firm's human resources, legal and marketing officer Jane Roe.`: the only person, at the end of the clause.
    private func personAtEnd(_ first: Int, limit: Int) -> FoundMention? {
        guard let last = view.mention(at: limit - 1), view.isPerson(last), last.kind == .name, limit - first < 24,
            view[last.tokens.lowerBound - 1].contains(.officeNoun)
        else { return nil }
        let isAlone = first.upTo(last.tokens.lowerBound).allSatisfy { token in
            view.mention(at: token).map { !view.isPerson($0) }
                ?? view[token].isDisjoint(with: [.speechVerb, .finiteVerb])
        }
        return isAlone ? last : nil
    }

    func noun(in phrase: Range<Int>) -> SpeechSubject {
        let head = head(of: phrase)
        if let mention = view.mention(at: head), mention.kind == .nominal {
            return .entity(mention.entity, tokens: phrase)
        }
        return isDefinite(phrase, head: head) && owner(in: phrase) == nil
            ? .nominal(phrase, head: head) : .unnamed(phrase)
    }
}
