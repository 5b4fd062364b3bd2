import Annotation

/// Finds the subject of a verb of saying by the order of words in English news, in both directions.
struct SubjectFinder: Sendable {
    let speech: SpeechText
    static let reach = 30

    // MARK: Before the verb

    /// The subject that stands before a verb, not before `start`.
    func subject(before verb: Int, from start: Int) -> SpeechSubject? {
        var last = verb - 1
        while last >= start, isFiller(last) { last -= 1 }
        guard last >= start else { return nil }
        last = beforeBracket(last, from: start)
        let role = speech.roles[last]
        if !role.isDisjoint(with: .pronoun) || speech.mention(at: last)?.kind == .pronoun { return .pronoun(last) }
        if role.contains(.who) { return antecedent(of: last, from: start) }
        if speech.is(last, 0x2C) || speech.is(last, 0x29) || speech.isDash(last) {
            return besideApposition(endingAt: last, from: start)
        }
        if let person = besideCircumstance(endingAt: last, from: start) { return person }
        if let mention = speech.mention(at: last) { return named(mention, from: start, before: verb) }
        return speech.isWord(last) ? noun(endingAt: last, from: start) : nil
    }

    /// `Jane Roe (62) said`: the token before the brackets that end at a token, where a name stands there.
    private func beforeBracket(_ close: Int, from start: Int) -> Int {
        guard speech.is(close, 0x29),
            let open = max(start + 1, close - 8).upTo(close).last(where: { speech.is($0, 0x28) }),
            open > start, speech.mention(at: open - 1) != nil
        else { return close }
        return open - 1
    }

    func isFiller(_ token: Int) -> Bool {
        if speech.mention(at: token) != nil { return false }
        if !speech.roles[token].isDisjoint(with: [.filler, .adverb]) { return true }
        let bytes = speech.text.bytes(of: token)
        return bytes.count > 4 && bytes.suffix(2).elementsEqual([0x6C, 0x79]) && speech.roles[token].isEmpty
            && !speech.isCapitalized(token)
    }

    /// The person before `who`.
    func antecedent(of token: Int, from start: Int) -> SpeechSubject? {
        var index = token - 1
        while index >= max(start, token - 14) {
            if let mention = speech.mention(at: index) {
                if speech.isPerson(mention), !isPossessive(mention) {
                    return .entity(mention.entity, tokens: mention.tokens)
                }
                index = mention.tokens.lowerBound
            } else if index == token - 1, speech.isWord(index) {
                return noun(endingAt: index, from: start)
            }
            index -= 1
        }
        return nil
    }

    /// The name that ends right before the verb.
    func named(_ mention: FoundMention, from start: Int, before verb: Int) -> SpeechSubject? {
        let phrase = phraseStart(mention.tokens.lowerBound, from: start).upTo(mention.tokens.upperBound)
        if speech.isPerson(mention) {
            if let head = governor(of: mention, from: start), !speech.roles[head].contains(.office) {
                return .unnamed(phrase)
            }
            if isJoined(phrase.lowerBound, from: start) { return .unnamed(phrase) }
            return .entity(mention.entity, tokens: phrase)
        }
        // `Jane Roe of Acme Corp said`
        var before = mention.tokens.lowerBound - 1
        while before >= start, speech.roles[before].contains(.definite) { before -= 1 }
        if before > start, speech.roles[before].contains(.preposition) {
            if let person = speech.mention(at: before - 1), speech.isPerson(person) {
                return .entity(
                    person.entity,
                    tokens: phraseStart(person.tokens.lowerBound, from: start).upTo(mention.tokens.upperBound))
            }
            if speech.isWord(before - 1), speech.mention(at: before - 1) == nil, mention.kind == .name,
                isNoun(before - 1)
            {
                return noun(endingAt: before - 1, from: start)
            }
        }
        return canSpeak(mention) ? .entity(mention.entity, tokens: phrase) : nil
    }

    /// `Jane Roe and John Low said`: two speak.
    func isJoined(_ phrase: Int, from start: Int) -> Bool {
        guard phrase - 2 >= start, speech.text.bytes(of: phrase - 1).elementsEqual([0x61, 0x6E, 0x64]),
            let other = speech.mention(at: phrase - 2)
        else { return false }
        return speech.isPerson(other)
    }

    func canSpeak(_ mention: FoundMention) -> Bool {
        switch speech.reading.entities[mention.entity].type {
        case .person, .organization: true
        case .location, .miscellaneous: mention.kind == .name
        default: mention.kind == .nominal
        }
    }

    /// `X, the minister, said`, `the minister, X, said`: between commas.
    func besideApposition(endingAt end: Int, from start: Int) -> SpeechSubject? {
        let clause = clauseStart(before: end, from: start)
        var index = clause
        var organization: FoundMention?
        var adjacent: FoundMention?
        while index < end {
            guard let mention = speech.mention(at: index) else {
                index += 1
                continue
            }
            let next = mention.tokens.upperBound
            let isSetOff =
                speech.is(next, 0x2C) || speech.is(next, 0x28) || speech.isDash(min(next, end)) || next == end
            if speech.isPerson(mention), !isPossessive(mention), mention.kind != .pronoun, isSetOff,
                governor(of: mention, from: clause) == nil
            {
                let phrase = phraseStart(mention.tokens.lowerBound, from: clause).upTo(next)
                return .entity(mention.entity, tokens: phrase)
            }
            if speech.isPerson(mention), !isPossessive(mention), adjacent == nil,
                governor(of: mention, from: clause) == nil
            {
                adjacent = mention
            }
            if canSpeak(mention), organization == nil, isSetOff,
                clause.upTo(mention.tokens.lowerBound).allSatisfy({
                    speech.roles[$0].contains(.definite) || speech.mention(at: $0) != nil
                })
            {
                organization = mention
            }
            index = next
        }
        if let found = organization ?? adjacent { return .entity(found.entity, tokens: found.tokens) }
        guard let comma = clause.upTo(end).first(where: { speech.is($0, 0x2C) }), comma > clause else { return nil }
        return noun(endingAt: comma - 1, from: clause)
    }

    /// A noun phrase without a name at its end: `the minister`, `Petrov's office`, `NATO officials`; or, where a person opens
    /// the clause right before it, that person: `Jane Roe, mayor of the town said`.
    func noun(endingAt end: Int, from start: Int) -> SpeechSubject? {
        guard let found = bareNoun(endingAt: end, from: start) else { return nil }
        let first = wordsStart(endingAt: end, from: start)
        let comma = first - 1
        guard comma > start, speech.is(comma, 0x2C), let person = speech.mention(at: comma - 1),
            speech.isPerson(person),
            person.kind == .name, speech.roles[first].isDisjoint(with: .definite),
            phraseStart(person.tokens.lowerBound, from: start) == start
        else { return found }
        return .entity(person.entity, tokens: start.upTo(person.tokens.upperBound))
    }

    func bareNoun(endingAt end: Int, from start: Int) -> SpeechSubject? {
        guard speech.roles[end].isDisjoint(with: [.says, .saying, .preposition, .clause, .definite, .owned]) else {
            return nil
        }
        let phrase = phrase(wordsStart(endingAt: end, from: start)..<end + 1)
        let head = head(of: phrase)
        if let mention = speech.mention(at: head), mention.kind == .nominal {
            return .entity(mention.entity, tokens: phrase)
        }
        if let owner = owner(in: phrase) {
            return speech.roles[end].contains(.office) ? .entity(owner.entity, tokens: phrase) : .unnamed(phrase)
        }
        return isDefinite(phrase, head: head) ? .nominal(phrase, head: head) : .unnamed(phrase)
    }

    /// `the minister`, `Prime Minister`, `police`; not `a minister`, `his lawyer`, `ministers`.
    func isDefinite(_ phrase: Range<Int>, head: Int) -> Bool {
        if speech.roles[phrase.lowerBound].contains(.definite), phrase.count > 1 { return true }
        guard phrase.allSatisfy({ speech.roles[$0].isDisjoint(with: [.indefinite, .owned]) }) else { return false }
        if speech.roles[head].contains(.person) { return speech.isCapitalized(head) }
        return speech.roles[head].contains(.body) && phrase.count == 1
    }

    /// Where the unbroken run of words before a verb begins.
    func wordsStart(endingAt end: Int, from start: Int) -> Int {
        var first = end
        while first > start, end - first < 12 {
            let token = first - 1
            guard speech.isWord(token) || isPossessiveMark(token),
                speech.roles[token].isDisjoint(with: [.says, .saying, .clause, .that]),
                speech.mention(at: token) != nil || speech.roles[token].isDisjoint(with: .finite)
                    || isPossessiveMark(token)
            else { break }
            first = token
        }
        return first
    }

    /// From the first article, or name, on.
    func phrase(_ range: Range<Int>) -> Range<Int> {
        let article = range.last {
            !speech.roles[$0].isDisjoint(with: [.definite, .indefinite, .owned]) && $0 < range.upperBound - 1
        }
        if let article {
            // `the head of the agency`: the article before `of` begins the phrase.
            var first = article
            while let outer = (range.lowerBound..<first).last(where: {
                !speech.roles[$0].isDisjoint(with: [.definite, .indefinite, .owned])
            }),
                (outer..<first).contains(where: { isOf($0) })
            {
                first = outer
            }
            return first.upTo(range.upperBound)
        }
        let preposition = range.last { speech.roles[$0].contains(.preposition) && !isOf($0) }
        return (preposition.map { $0 + 1 } ?? range.lowerBound).upTo(range.upperBound)
    }

    /// The noun before `of`, or the last one.
    func head(of phrase: Range<Int>) -> Int {
        phrase.dropFirst().first(where: isOf).map { $0 - 1 } ?? phrase.upperBound - 1
    }

    func isOf(_ token: Int) -> Bool {
        let bytes = speech.text.bytes(of: token)
        return bytes.elementsEqual([0x6F, 0x66]) || bytes.elementsEqual([0x66, 0x6F, 0x72])
    }

    /// The person whose office or aide a noun phrase speaks of.
    func owner(in phrase: Range<Int>) -> FoundMention? {
        for token in phrase {
            if let mention = speech.mention(at: token), speech.isPerson(mention), mention.kind == .name {
                return mention
            }
        }
        return nil
    }
}
