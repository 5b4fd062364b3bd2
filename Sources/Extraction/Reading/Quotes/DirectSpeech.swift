/// Tells view in marks from scare quotes, titles and terms.
struct DirectSpeech: Sendable {
    let view: DocumentView

    /// Whether the words are a statement of their own. `isAttached`: a verb of saying or a colon stands beside them.
    func isStatement(_ span: QuotedSpan, isAttached: Bool) -> Bool {
        let inner = span.inner
        guard let first = inner.first, let last = inner.last else { return false }
        var words = 0
        var capitals = 0
        var hasVerb = false
        var hasSubject = false
        for token in inner.prefix(60) where view.isWord(token) {
            words += 1
            if view[token].contains(.capital) { capitals += 1 }
            if view[token].contains(.finiteVerb) || view.endsInEd(token) { hasVerb = true }
            if view[token].contains(.subjectPronoun) { hasSubject = true }
        }
        guard words > 0, !isSubject(span) else { return false }
        let opensSentence = opensSentence(span.tokens.lowerBound)
        let isNounFirst = hasSubject || view[first].contains(.capital) || hasMainVerb(inner)
        let endsSentence = view[last].contains(.comma) || view[last].contains(.stop) || span.isOpen
        let isTitle = words <= 10 && words >= 2 && capitals * 10 >= words * 8 && !hasSubject
        let isClause =
            hasVerb && words >= 4 && isNounFirst && !startsInside(first)
            && (!view[first].contains(.preposition) || hasSubject)
            && (view[first].contains(.capital) || !view[first].contains(.finiteVerb) || hasSubject)
        if !opensSentence, startsInside(first) { return isAttached && hasSentence(inner) }
        if isAttached, opensSentence { return endsSentence || words >= 4 || isClause }
        if isAttached {
            return view[first].contains(.capital) && !isTitle && (endsSentence || words >= 4)
                || isClause && (words >= 5 || hasSubject)
        }
        if opensSentence {
            return endsSentence && words >= 3 && !(isTitle && !view[last].contains(.stop)) || words >= 12 && hasVerb
        }
        return words >= 8 && isClause && hasSubject || words >= 14 && hasVerb
    }

    /// `"The organs of the state" can be sued`: the writer's verb follows the marks.
    private func isSubject(_ span: QuotedSpan) -> Bool {
        guard let last = span.inner.last, !view[last].contains(.comma), !view[last].contains(.stop), !span.isOpen,
            span.tokens.upperBound < view.text.tokens.count
        else { return false }
        let next = view[span.tokens.upperBound]
        return next.contains(.finiteVerb) && next.contains(.preverbal) && next.isDisjoint(with: [.speechVerb])
            || Self.modals.contains(view.key(span.tokens.upperBound))
    }

    private static let modals = ByteHash.set("is are can could will would should must may might cannot")

    /// A finite verb that no `that` or `who` before it makes a subordinate one's.
    private func hasMainVerb(_ inner: Range<Int>) -> Bool {
        for token in inner.prefix(40) {
            let role = view[token]
            if !role.isDisjoint(with: [.complementizer, .relative, .clauseOpener]), !role.contains(.joiner) {
                return false
            }
            if token > inner.lowerBound, view[token].contains(.finiteVerb) || view.endsInEd(token) { return true }
        }
        return false
    }

    /// `… "keeps going. It is absurd."`: after the writer's sentence comes one of the speaker's own.
    private func hasSentence(_ inner: Range<Int>) -> Bool {
        guard let first = inner.first, let last = inner.last else { return false }
        return view.sentence(of: last).lowerBound > first && view.sentence(of: last).lowerBound <= last - 2
    }

    /// A verb in small letters first: the words go on with the writer's sentence.
    private func startsInside(_ first: Int) -> Bool {
        guard !view[first].contains(.capital), view[first].isDisjoint(with: [.subjectPronoun]) else { return false }
        if !view[first].isDisjoint(with: [.finiteVerb, .speechVerb, .speechParticiple]) || view.endsInEd(first) {
            return true
        }
        let bytes = view.text.bytes(of: first)
        return bytes.elementsEqual([0x74, 0x6F])
            || bytes.count > 5 && bytes.suffix(3).elementsEqual([0x69, 0x6E, 0x67])
    }

    /// Whether a mark opens a paragraph, or follows a full stop or a colon.
    private func opensSentence(_ token: Int) -> Bool {
        guard !view.startsParagraph(token) else { return true }
        let before = token - 1
        if view[before].contains(.stop) || view.is(before, ":") || view[before].contains(.dash) { return true }
        guard let mark = QuoteMark(before, in: view.text), before > 0 else { return false }
        return mark.side != .opening
            && (view[before - 1].contains(.stop) || view.sentence(of: token).lowerBound == token)
    }
}
