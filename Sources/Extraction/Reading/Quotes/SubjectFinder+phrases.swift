import Annotation

/// Parts of noun phrases.
extension SubjectFinder {
    func isPossessive(_ mention: FoundMention) -> Bool { isPossessiveMark(mention.tokens.upperBound) }

    func isPossessiveMark(_ token: Int) -> Bool {
        guard view.text.tokens.indices.contains(token) else { return false }
        if view.isGenitiveS(token) { return true }
        // `the Ferries' director`
        guard token > 0, view.text.tokens[token - 1].end == view.text.tokens[token].start, view.mayBeMark(token),
            view.text.bytes(of: token - 1).last == 0x73
        else { return false }
        let bytes = view.text.bytes(of: token)
        return bytes.elementsEqual([0x27]) || bytes.elementsEqual([0xE2, 0x80, 0x99])
    }

    /// Whether words before a comma only say who speaks or when: `The mayor of the town`, `On Monday`.
    func isApposition(_ words: Range<Int>) -> Bool {
        if view[words.lowerBound].contains(.preposition) { return true }
        return isSpeaker(head(of: phrase(words))) && !words.contains { view[$0].contains(.finiteVerb) }
    }

    /// Whether a subject without a name is people or a body: `officials`, `a spokesman`; not `the figures`.
    func isSomebody(_ subject: SpeechSubject) -> Bool {
        switch subject {
        case .entity, .pronoun: return true
        case .nominal(_, let head): return isSpeaker(head)
        case .unnamed(let phrase): return isSpeaker(head(of: phrase)) || phrase.last.map(isSpeaker) ?? false
        }
    }

    private func isSpeaker(_ token: Int) -> Bool {
        !view[token].isDisjoint(with: [.personNoun, .proxy, .bodyNoun, .officeNoun, .commonPerson, .pressOffice])
    }

    func isNoun(_ token: Int) -> Bool {
        view[token].isDisjoint(with: [
            .speechVerb, .speechParticiple, .preposition, .clauseOpener, .complementizer, .finiteVerb,
        ])
    }

    /// The noun that a person's name depends on: `a lawyer for X`, `the office of X`; nil where the name stands for itself.
    func governor(of mention: FoundMention, from start: Int) -> Int? {
        var token = mention.tokens.lowerBound - 1
        var steps = 0
        var isFar = false
        while token > start, steps < 6 {
            if let other = view.mention(at: token) {
                // `the nephew of the New Zealand author Jane Roe`
                guard !view.isPerson(other) else { return nil }
                token = other.tokens.lowerBound - 1
                isFar = true
                continue
            }
            if isOf(token) {
                guard view.mention(at: token - 1) == nil, view.isWord(token - 1) else { return nil }
                return !isFar || view[token - 1].contains(.proxy) ? token - 1 : nil
            }
            let role = view[token]
            guard view.isWord(token),
                !role.contains(.capital) || role.contains(.personNoun) || !role.isDisjoint(with: [.male, .female]),
                role.isDisjoint(with: [.speechVerb, .speechParticiple, .finiteVerb, .clauseOpener, .complementizer])
            else { return nil }
            token -= 1
            steps += 1
        }
        return nil
    }

    /// `Jane Roe on Monday said`, `Jane Roe at a meeting in the capital told`: a person, then when or where.
    func besideCircumstance(endingAt end: Int, from start: Int) -> SpeechSubject? {
        var token = end
        while token > start, end - token < 16 {
            let role = view[token]
            guard view.isWord(token) || isPossessiveMark(token),
                view.mention(at: token) != nil
                    || role.isDisjoint(with: [.speechVerb, .speechParticiple, .finiteVerb, .complementizer, .relative])
            else { return nil }
            token -= 1
            guard isCircumstance(token + 1), let person = view.mention(at: token) else { continue }
            guard view.isPerson(person), person.kind == .name, governor(of: person, from: start) == nil else {
                return nil
            }
            let first = phraseStart(person.tokens.lowerBound, from: start)
            guard first == start || !view[first - 1].contains(.preposition), !isJoined(first, from: start)
            else { return nil }
            return .entity(person.entity, tokens: first.upTo(person.tokens.upperBound))
        }
        return nil
    }

    /// `scholar Jane Roe, founder of a group that helps girls, said`: whom the clause begins with, over a long apposition.
    func opening(from start: Int, before verb: Int) -> SpeechSubject? {
        guard verb - start > 4, view[verb - 1].contains(.comma) else { return nil }
        for token in start..<min(start + 10, verb - 2) {
            if let mention = view.mention(at: token), view.isPerson(mention) {
                guard mention.kind == .name, view[mention.tokens.upperBound].contains(.comma), !isPossessive(mention),
                    governor(of: mention, from: start) == nil, !isJoined(token, from: start)
                else { return nil }
                return .entity(mention.entity, tokens: start.upTo(mention.tokens.upperBound))
            }
            guard view.isWord(token) || isPossessiveMark(token),
                view[token].isDisjoint(with: [.speechVerb, .finiteVerb, .complementizer, .relative])
            else { return nil }
        }
        return nil
    }

    /// `Jane Roe visited the town and said`: whom the sentence begins with.
    func coordinated(from start: Int, before and: Int) -> SpeechSubject? {
        guard and - start >= 3, (start..<and).contains(where: { isFinite($0) }) else { return nil }
        for token in start..<min(start + 8, and) {
            if let mention = view.mention(at: token) {
                guard mention.kind == .name, canSpeak(mention), !isPossessive(mention),
                    governor(of: mention, from: start) == nil
                else { return nil }
                let next = view[mention.tokens.upperBound]
                guard next.isDisjoint(with: [.coordinator, .comma]) else { return nil }
                return view.isPerson(mention)
                    ? .entity(mention.entity, tokens: start.upTo(mention.tokens.upperBound)) : nil
            }
            if view[token].contains(.personalPronoun), token == start { return .pronoun(token) }
            guard view[token].contains(.word),
                view[token].isDisjoint(with: [.speechVerb, .finiteVerb, .preposition, .clauseOpener, .complementizer])
            else { return nil }
        }
        return nil
    }

    private func isFinite(_ token: Int) -> Bool {
        !view[token].isDisjoint(with: [.finiteVerb, .speechVerb]) || view.endsInEd(token)
    }

    /// `the agency, which is looking into the case, wrote`: whom a relative clause before the verb is about.
    func beforeRelative(endingAt end: Int, from start: Int) -> SpeechSubject? {
        guard view[end].contains(.comma),
            let relative = max(start + 2, end - 30).upTo(end).last(where: {
                view[$0].contains(.relative) && view[$0 - 1].contains(.comma)
            }), relative - 2 >= start
        else { return nil }
        let last = relative - 2
        if let mention = view.mention(at: last) { return named(mention, from: start, before: relative) }
        return view.isWord(last) ? noun(endingAt: last, from: start) : nil
    }

    private static let circumstances: Set<UInt64> = ByteHash.set("at from in on during after before via through with")

    private func isCircumstance(_ token: Int) -> Bool {
        view[token].contains(.preposition) && Self.circumstances.contains(view.key(token))
    }

    /// Where the words before a name that belong to it begin: article, titles, offices.
    func phraseStart(_ name: Int, from start: Int) -> Int {
        var first = name
        while first > start, name - first < 10 {
            let token = first - 1
            let role = view[token]
            if let mention = view.mention(at: token) {
                first = mention.tokens.lowerBound
                continue
            }
            if isPossessiveMark(token) {
                first = token
                continue
            }
            guard view.isWord(token),
                role.isDisjoint(with: [
                    .speechVerb, .speechParticiple, .clauseOpener, .complementizer, .finiteVerb, .relative,
                ]),
                !role.contains(.preposition) || isOf(token)
            else { break }
            first = token
            if !role.isDisjoint(with: [.definite, .someIndefinite, .possessivePronoun]), first > start, !isOf(first - 1)
            {
                break
            }
        }
        return max(first, start)
    }

    /// Where the clause that ends at a token begins.
    func clauseStart(before end: Int, from start: Int) -> Int {
        var first = end
        while first > start, end - first < 40 {
            let token = first - 1
            if view.mention(at: token) == nil {
                let role = view[token]
                if !role.isDisjoint(with: [.speechVerb, .complementizer]) || view.is(token, ";") || view.is(token, ":")
                    || view[token].contains(.stop)
                {
                    break
                }
                if role.contains(.clauseOpener), !view[first].contains(.comma), token > start,
                    view[token - 1].contains(.comma),
                    !role.contains(.relative)
                {
                    break
                }
            }
            first = token
        }
        return first
    }
}
