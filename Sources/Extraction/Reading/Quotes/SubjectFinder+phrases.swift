import Annotation

/// Parts of noun phrases.
extension SubjectFinder {
    func isPossessive(_ mention: FoundMention) -> Bool { isPossessiveMark(mention.tokens.upperBound) }

    func isPossessiveMark(_ token: Int) -> Bool {
        guard speech.text.tokens.indices.contains(token) else { return false }
        if speech.roles[token].contains(.possessive) { return true }
        // `the Ferries' director`
        guard token > 0, speech.text.tokens[token - 1].end == speech.text.tokens[token].start, speech.mayBeMark(token),
            speech.text.bytes(of: token - 1).last == 0x73
        else { return false }
        let bytes = speech.text.bytes(of: token)
        return bytes.elementsEqual([0x27]) || bytes.elementsEqual([0xE2, 0x80, 0x99])
    }

    func isNoun(_ token: Int) -> Bool {
        speech.roles[token].isDisjoint(with: [.says, .saying, .preposition, .clause, .that, .finite])
    }

    /// The noun that a person's name depends on: `a lawyer for X`, `the office of X`; nil where the name stands for itself.
    func governor(of mention: FoundMention, from start: Int) -> Int? {
        var token = mention.tokens.lowerBound - 1
        var steps = 0
        while token > start, steps < 5, speech.mention(at: token) == nil {
            if isOf(token) { return speech.mention(at: token - 1) == nil && speech.isWord(token - 1) ? token - 1 : nil }
            let role = speech.roles[token]
            guard speech.isWord(token),
                !speech.isCapitalized(token) || role.contains(.person) || !role.isDisjoint(with: [.male, .female]),
                role.isDisjoint(with: [.says, .saying, .finite, .clause, .that])
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
            let role = speech.roles[token]
            guard speech.isWord(token) || isPossessiveMark(token),
                speech.mention(at: token) != nil || role.isDisjoint(with: [.says, .saying, .finite, .that, .who])
            else { return nil }
            token -= 1
            guard isCircumstance(token + 1), let person = speech.mention(at: token) else { continue }
            guard speech.isPerson(person), person.kind == .name, governor(of: person, from: start) == nil else {
                return nil
            }
            let first = phraseStart(person.tokens.lowerBound, from: start)
            guard first == start || !speech.roles[first - 1].contains(.preposition), !isJoined(first, from: start)
            else { return nil }
            return .entity(person.entity, tokens: first.upTo(person.tokens.upperBound))
        }
        return nil
    }

    /// `scholar Jane Roe, founder of a group that helps girls, said`: whom the clause begins with, over a long apposition.
    func opening(from start: Int, before verb: Int) -> SpeechSubject? {
        guard verb - start > 4, speech.is(verb - 1, 0x2C) else { return nil }
        for token in start..<min(start + 10, verb - 2) {
            if let mention = speech.mention(at: token), speech.isPerson(mention) {
                guard mention.kind == .name, speech.is(mention.tokens.upperBound, 0x2C), !isPossessive(mention),
                    governor(of: mention, from: start) == nil, !isJoined(token, from: start)
                else { return nil }
                return .entity(mention.entity, tokens: start.upTo(mention.tokens.upperBound))
            }
            guard speech.isWord(token) || isPossessiveMark(token),
                speech.roles[token].isDisjoint(with: [.says, .finite, .that, .who])
            else { return nil }
        }
        return nil
    }

    private static let circumstances: Set<UInt64> = ByteHash.set("at from in on during after before via through with")

    private func isCircumstance(_ token: Int) -> Bool {
        speech.roles[token].contains(.preposition) && Self.circumstances.contains(speech.lowercaseHash(of: token))
    }

    /// Where the words before a name that belong to it begin: article, titles, offices.
    func phraseStart(_ name: Int, from start: Int) -> Int {
        var first = name
        while first > start, name - first < 10 {
            let token = first - 1
            let role = speech.roles[token]
            if let mention = speech.mention(at: token) {
                first = mention.tokens.lowerBound
                continue
            }
            if isPossessiveMark(token) {
                first = token
                continue
            }
            guard speech.isWord(token), role.isDisjoint(with: [.says, .saying, .clause, .that, .finite, .who]),
                !role.contains(.preposition) || isOf(token)
            else { break }
            first = token
            if !role.isDisjoint(with: [.definite, .indefinite, .owned]), first > start, !isOf(first - 1) { break }
        }
        return max(first, start)
    }

    /// Where the clause that ends at a token begins.
    func clauseStart(before end: Int, from start: Int) -> Int {
        var first = end
        while first > start, end - first < 40 {
            let token = first - 1
            if speech.mention(at: token) == nil {
                let role = speech.roles[token]
                if !role.isDisjoint(with: [.says, .that]) || speech.is(token, 0x3B) || speech.is(token, 0x3A)
                    || speech.isStop(token)
                {
                    break
                }
                if role.contains(.clause), !speech.is(first, 0x2C), token > start, speech.is(token - 1, 0x2C),
                    !role.contains(.who)
                {
                    break
                }
            }
            first = token
        }
        return first
    }
}
