/// Tells speech in marks from scare quotes, titles and terms.
struct DirectSpeech: Sendable {
    let speech: SpeechText

    /// Whether the words are a statement of their own. `isAttached`: a verb of saying or a colon stands beside them.
    func isStatement(_ span: QuotedSpan, isAttached: Bool) -> Bool {
        let inner = span.inner
        guard let first = inner.first, let last = inner.last else { return false }
        var words = 0
        var capitals = 0
        var hasVerb = false
        var hasSubject = false
        for token in inner.prefix(60) where speech.isWord(token) {
            words += 1
            if speech.isCapitalized(token) { capitals += 1 }
            if speech.roles[token].contains(.finite) || speech.endsInEd(token) { hasVerb = true }
            if speech.roles[token].contains(.subject) { hasSubject = true }
        }
        guard words > 0, !isSubject(span) else { return false }
        let opensSentence = opensSentence(span.tokens.lowerBound)
        let isNounFirst = hasSubject || speech.isCapitalized(first) || hasMainVerb(inner)
        let endsSentence = speech.is(last, 0x2C) || speech.isStop(last) || span.isOpen
        let isTitle = words <= 10 && words >= 2 && capitals * 10 >= words * 8 && !hasSubject
        let isClause =
            hasVerb && words >= 4 && isNounFirst && !startsInside(first)
            && (!speech.roles[first].contains(.preposition) || hasSubject)
            && (speech.isCapitalized(first) || !speech.roles[first].contains(.finite) || hasSubject)
        if !opensSentence, startsInside(first) { return isAttached && hasSentence(inner) }
        if isAttached, opensSentence { return endsSentence || words >= 4 || isClause }
        if isAttached {
            return speech.isCapitalized(first) && !isTitle && (endsSentence || words >= 4)
                || isClause && (words >= 5 || hasSubject)
        }
        if opensSentence {
            return endsSentence && words >= 3 && !(isTitle && !speech.isStop(last)) || words >= 12 && hasVerb
        }
        return words >= 8 && isClause && hasSubject || words >= 14 && hasVerb
    }

    /// `"The organs of the state" can be sued`: the writer's verb follows the marks.
    private func isSubject(_ span: QuotedSpan) -> Bool {
        guard let last = span.inner.last, !speech.is(last, 0x2C), !speech.isStop(last), !span.isOpen,
            span.tokens.upperBound < speech.text.tokens.count
        else { return false }
        let next = speech.roles[span.tokens.upperBound]
        return next.contains(.finite) && next.contains(.filler) && next.isDisjoint(with: .says)
            || Self.modals.contains(speech.lowercaseHash(of: span.tokens.upperBound))
    }

    private static let modals = ByteHash.set("is are can could will would should must may might cannot")

    /// A finite verb that no `that` or `who` before it makes a subordinate one's.
    private func hasMainVerb(_ inner: Range<Int>) -> Bool {
        for token in inner.prefix(40) {
            let role = speech.roles[token]
            if !role.isDisjoint(with: [.that, .who, .clause]), !role.contains(.joiner) { return false }
            if token > inner.lowerBound, speech.roles[token].contains(.finite) || speech.endsInEd(token) { return true }
        }
        return false
    }

    /// `… "keeps going. It is absurd."`: after the writer's sentence comes one of the speaker's own.
    private func hasSentence(_ inner: Range<Int>) -> Bool {
        guard let first = inner.first, let last = inner.last else { return false }
        return speech.sentence(of: last).lowerBound > first && speech.sentence(of: last).lowerBound <= last - 2
    }

    /// A verb in small letters first: the words go on with the writer's sentence.
    private func startsInside(_ first: Int) -> Bool {
        guard !speech.isCapitalized(first), speech.roles[first].isDisjoint(with: .subject) else { return false }
        if !speech.roles[first].isDisjoint(with: [.finite, .says, .saying]) || speech.endsInEd(first) { return true }
        let bytes = speech.text.bytes(of: first)
        return bytes.elementsEqual([0x74, 0x6F])
            || bytes.count > 5 && bytes.suffix(3).elementsEqual([0x69, 0x6E, 0x67])
    }

    /// Whether a mark opens a paragraph, or follows a full stop or a colon.
    private func opensSentence(_ token: Int) -> Bool {
        guard !speech.startsParagraph(token) else { return true }
        let before = token - 1
        if speech.isStop(before) || speech.is(before, 0x3A) || speech.isDash(before) { return true }
        guard let mark = QuoteMark(before, in: speech.text), before > 0 else { return false }
        return mark.side != .opening && (speech.isStop(before - 1) || speech.sentence(of: token).lowerBound == token)
    }
}
