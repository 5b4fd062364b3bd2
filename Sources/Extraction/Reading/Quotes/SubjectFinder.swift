import Annotation

/// Finds the subject of a verb of saying by the order of words in English news, in both directions.
struct SubjectFinder: Sendable {
    let view: DocumentView
    static let reach = 30

    // MARK: Before the verb

    /// The subject that stands before a verb, not before `start`.
    func subject(before verb: Int, from start: Int) -> SpeechSubject? {
        var last = verb - 1
        while last >= start, isFiller(last) { last -= 1 }
        guard last >= start else { return nil }
        last = beforeBracket(last, from: start)
        let role = view[last]
        if !role.isDisjoint(with: .subjects) || view.mention(at: last)?.kind == .pronoun { return .pronoun(last) }
        if role.contains(.relative) { return antecedent(of: last, from: start) }
        if view.is(last, "and") { return coordinated(from: start, before: last) }
        if view[last].contains(.comma) || view.is(last, ")") || view[last].contains(.dash) {
            return besideApposition(endingAt: last, from: start)
        }
        if let person = besideCircumstance(endingAt: last, from: start) { return person }
        if let mention = view.mention(at: last) { return named(mention, from: start, before: verb) }
        return view.isWord(last) ? noun(endingAt: last, from: start) : nil
    }

    /// `Jane Roe (62) said`: the token before the brackets that end at a token, where a name stands there.
    private func beforeBracket(_ close: Int, from start: Int) -> Int {
        guard view.is(close, ")"),
            let open = max(start + 1, close - 8).upTo(close).last(where: { view.is($0, "(") }),
            open > start, view.mention(at: open - 1) != nil
        else { return close }
        return open - 1
    }

    func isFiller(_ token: Int) -> Bool {
        if view.mention(at: token) != nil { return false }
        if !view[token].isDisjoint(with: [.preverbal, .timeAdverb]) { return true }
        let bytes = view.text.bytes(of: token)
        return bytes.count > 4 && bytes.suffix(2).elementsEqual([0x6C, 0x79])
            && view[token].isDisjoint(with: .clauseParts)
            && !view[token].contains(.capital)
    }

    /// The person before `who`.
    func antecedent(of token: Int, from start: Int) -> SpeechSubject? {
        var index = token - 1
        while index >= max(start, token - 14) {
            if let mention = view.mention(at: index) {
                if view.isPerson(mention), !isPossessive(mention) {
                    return .entity(mention.entity, tokens: mention.tokens)
                }
                index = mention.tokens.lowerBound
            } else if index == token - 1, view.isWord(index) {
                return noun(endingAt: index, from: start)
            }
            index -= 1
        }
        return nil
    }

    /// The name that ends right before the verb.
    func named(_ mention: FoundMention, from start: Int, before verb: Int) -> SpeechSubject? {
        let phrase = phraseStart(mention.tokens.lowerBound, from: start).upTo(mention.tokens.upperBound)
        if view.isPerson(mention) {
            if let head = governor(of: mention, from: start), !view[head].contains(.pressOffice) {
                return .unnamed(phrase)
            }
            if isJoined(phrase.lowerBound, from: start) { return .unnamed(phrase) }
            return .entity(mention.entity, tokens: phrase)
        }
        // `Jane Roe of Acme Corp said`
        var before = mention.tokens.lowerBound - 1
        while before >= start, view[before].contains(.definite) { before -= 1 }
        if before > start, view[before].contains(.preposition) {
            if let person = view.mention(at: before - 1), view.isPerson(person) {
                return .entity(
                    person.entity,
                    tokens: phraseStart(person.tokens.lowerBound, from: start).upTo(mention.tokens.upperBound))
            }
            if view.isWord(before - 1), view.mention(at: before - 1) == nil, mention.kind == .name,
                isNoun(before - 1)
            {
                return noun(endingAt: before - 1, from: start)
            }
        }
        return canSpeak(mention) ? .entity(mention.entity, tokens: phrase) : nil
    }

    /// `Jane Roe and John Low said`: two speak.
    func isJoined(_ phrase: Int, from start: Int) -> Bool {
        guard phrase - 2 >= start, view.is(phrase - 1, "and"),
            let other = view.mention(at: phrase - 2)
        else { return false }
        return view.isPerson(other)
    }

    func canSpeak(_ mention: FoundMention) -> Bool {
        switch view.entities[mention.entity].type {
        case .person, .organization: true
        case .location, .miscellaneous: mention.kind == .name
        default: mention.kind == .nominal
        }
    }

    /// `X, the minister, said`, `the minister, X, said`: between commas.
    func besideApposition(endingAt end: Int, from start: Int) -> SpeechSubject? {
        if let subject = beforeRelative(endingAt: end, from: start) { return subject }
        let clause = clauseStart(before: end, from: start)
        var index = clause
        var organization: FoundMention?
        var adjacent: FoundMention?
        while index < end {
            guard let mention = view.mention(at: index) else {
                index += 1
                continue
            }
            let next = mention.tokens.upperBound
            let isSetOff =
                view[next].contains(.comma) || view.is(next, "(") || view[min(next, end)].contains(.dash) || next == end
            if view.isPerson(mention), !isPossessive(mention), mention.kind != .pronoun, isSetOff,
                governor(of: mention, from: clause) == nil
            {
                let phrase = phraseStart(mention.tokens.lowerBound, from: clause).upTo(next)
                return .entity(mention.entity, tokens: phrase)
            }
            if view.isPerson(mention), !isPossessive(mention), adjacent == nil,
                governor(of: mention, from: clause) == nil
            {
                adjacent = mention
            }
            if canSpeak(mention), organization == nil, isSetOff,
                clause.upTo(mention.tokens.lowerBound).allSatisfy({
                    view[$0].contains(.definite) || view.mention(at: $0) != nil
                })
            {
                organization = mention
            }
            index = next
        }
        if let found = organization ?? adjacent { return .entity(found.entity, tokens: found.tokens) }
        guard let comma = clause.upTo(end).first(where: { view[$0].contains(.comma) }), comma > clause else {
            return nil
        }
        return noun(endingAt: comma - 1, from: clause)
    }

    /// A noun phrase without a name at its end: `the minister`, `Petrov's office`, `NATO officials`; or, where a person opens
    /// the clause right before it, that person: `Jane Roe, mayor of the town said`.
    func noun(endingAt end: Int, from start: Int) -> SpeechSubject? {
        guard let found = bareNoun(endingAt: end, from: start) else { return nil }
        let first = wordsStart(endingAt: end, from: start)
        let comma = first - 1
        guard comma > start, view[comma].contains(.comma), let person = view.mention(at: comma - 1),
            view.isPerson(person),
            person.kind == .name, view[first].isDisjoint(with: [.definite]),
            phraseStart(person.tokens.lowerBound, from: start) == start
        else { return found }
        return .entity(person.entity, tokens: start.upTo(person.tokens.upperBound))
    }

    func bareNoun(endingAt end: Int, from start: Int) -> SpeechSubject? {
        guard
            view[end].isDisjoint(with: [
                .speechVerb, .speechParticiple, .preposition, .clauseOpener, .definite, .possessivePronoun,
            ])
        else {
            return nil
        }
        let phrase = phrase(wordsStart(endingAt: end, from: start)..<end + 1)
        let head = head(of: phrase)
        if let mention = view.mention(at: head), mention.kind == .nominal {
            return .entity(mention.entity, tokens: phrase)
        }
        if let owner = owner(in: phrase) {
            return view[end].contains(.pressOffice) ? .entity(owner.entity, tokens: phrase) : .unnamed(phrase)
        }
        return isDefinite(phrase, head: head) ? .nominal(phrase, head: head) : .unnamed(phrase)
    }

    /// `the minister`, `Prime Minister`, `police`; not `a minister`, `his lawyer`, `ministers`.
    func isDefinite(_ phrase: Range<Int>, head: Int) -> Bool {
        if view[phrase.lowerBound].contains(.definite), phrase.count > 1 { return true }
        guard phrase.allSatisfy({ view[$0].isDisjoint(with: [.someIndefinite, .possessivePronoun]) }) else {
            return false
        }
        if view[head].contains(.personNoun) { return view[head].contains(.capital) }
        return view[head].contains(.bodyNoun) && phrase.count == 1
    }

    /// Where the unbroken run of words before a verb begins.
    func wordsStart(endingAt end: Int, from start: Int) -> Int {
        var first = end
        while first > start, end - first < 12 {
            let token = first - 1
            guard view.isWord(token) || isPossessiveMark(token),
                view[token].isDisjoint(with: [.speechVerb, .speechParticiple, .clauseOpener, .complementizer]),
                view.mention(at: token) != nil || view[token].isDisjoint(with: [.finiteVerb])
                    || isPossessiveMark(token)
            else { break }
            first = token
        }
        return first
    }

    /// From the first article, or name, on.
    func phrase(_ range: Range<Int>) -> Range<Int> {
        let article = range.last {
            !view[$0].isDisjoint(with: [.definite, .someIndefinite, .possessivePronoun]) && $0 < range.upperBound - 1
        }
        if let article {
            // `the head of the agency`: the article before `of` begins the phrase.
            var first = article
            while let outer = (range.lowerBound..<first).last(where: {
                !view[$0].isDisjoint(with: [.definite, .someIndefinite, .possessivePronoun])
            }),
                (outer..<first).contains(where: { isOf($0) })
            {
                first = outer
            }
            return first.upTo(range.upperBound)
        }
        let preposition = range.last { view[$0].contains(.preposition) && !isOf($0) }
        return (preposition.map { $0 + 1 } ?? range.lowerBound).upTo(range.upperBound)
    }

    /// The noun before `of`, or the last one.
    func head(of phrase: Range<Int>) -> Int {
        phrase.dropFirst().first(where: isOf).map { $0 - 1 } ?? phrase.upperBound - 1
    }

    func isOf(_ token: Int) -> Bool {
        let bytes = view.text.bytes(of: token)
        return bytes.elementsEqual([0x6F, 0x66]) || bytes.elementsEqual([0x66, 0x6F, 0x72])
    }

    /// The person whose office or aide a noun phrase speaks of.
    func owner(in phrase: Range<Int>) -> FoundMention? {
        for token in phrase {
            if let mention = view.mention(at: token), view.isPerson(mention), mention.kind == .name {
                return mention
            }
        }
        return nil
    }
}
