/// What stands between a verb of saying and what is said where `that` is left out: whom, when, where, in what.
///
/// `told reporters on Monday the dam was safe`, `said in a statement it would appeal`.
struct SpeechCircumstances: Sendable {
    let view: DocumentView

    /// Where the clause begins that a verb of saying reports; nil where no clause is seen to begin.
    func clause(after verb: Int, _ end: Int) -> Int? {
        var token = verb + 1
        if view[verb].contains(.tellVerb) { token = listenerEnd(token, end) }
        var steps = 0
        while token < end, steps < 3 {
            if view[token].contains(.timeAdverb) {
                token += 1
            } else if view[token].contains(.preposition) {
                guard let next = phraseEnd(token, end) else { return nil }
                token = next
            } else {
                break
            }
            steps += 1
        }
        guard token < end, view.isWord(token), view[token].isDisjoint(with: [.clauseOpener, .preposition, .relative])
        else { return nil }
        return steps == 0 && view[verb].isDisjoint(with: [.tellVerb]) || opensClause(token) ? token : nil
    }

    /// Behind the name or the noun of whoever was told.
    private func listenerEnd(_ first: Int, _ end: Int) -> Int {
        var token = first
        while token < end, !view[token].isDisjoint(with: [.definite, .indefinite, .possessivePronoun]) { token += 1 }
        if let mention = view.mention(at: token) { return mention.tokens.upperBound }
        token += 1
        while token < end, token - first < 5, view[token].contains(.word), !opensClause(token),
            view[token].isDisjoint(with: [.preposition, .timeAdverb, .complementizer])
        {
            token += 1
        }
        return token
    }

    /// Behind `on Monday`, `in a statement`, `at the meeting`, `on 5 May`.
    private func phraseEnd(_ preposition: Int, _ end: Int) -> Int? {
        var token = preposition + 1
        while token < end, !view[token].isDisjoint(with: [.definite, .indefinite, .possessivePronoun]) { token += 1 }
        let first = token
        while token < end, token - first < 5 {
            if let mention = view.mention(at: token) {
                guard token == first else { break }
                return mention.tokens.upperBound
            }
            guard view.isWord(token) || view[token].contains(.genitive), token == first || !opensClause(token) else {
                break
            }
            if token > first, !view[token].isDisjoint(with: [.preposition, .timeAdverb]) { break }
            // A weekday is all of its phrase.
            if view[token].contains(.timeAdverb) { return token + 1 }
            token += 1
        }
        return token > first && token < end ? token : nil
    }

    /// Words that a clause begins with: an article, a pronoun, a number, a name.
    private func opensClause(_ token: Int) -> Bool {
        if view.mention(at: token) != nil { return true }
        let openers: WordClasses = [.definite, .indefinite, .possessivePronoun, .subjectPronoun, .article]
        return !view[token].isDisjoint(with: openers)
    }
}
