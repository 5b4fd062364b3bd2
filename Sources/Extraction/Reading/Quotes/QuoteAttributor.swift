import Annotation

/// Finds the speaker of one quotation: in the words after it, before it, or in what was said last.
struct QuoteAttributor: Sendable {
    let view: DocumentView
    let finder: SubjectFinder

    init(view: DocumentView) {
        self.view = view
        finder = SubjectFinder(view: view)
    }

    // MARK: After the words

    /// `…,” said Jane Roe`, `…,” Jane Roe told Agency`, `…,” according to Jane Roe`, `…” — Jane Roe`.
    func after(_ span: QuotedSpan, limit end: Int, _ coreference: inout Coreference) -> Attribution? {
        var start = span.tokens.upperBound
        let paragraphEnd = min(end, view.paragraphs[view.paragraph(of: span.tokens.upperBound - 1)].upperBound)
        var isSetOff = endsOpenly(span)
        var hasDash = false
        while start < paragraphEnd, view[start].contains(.comma) || view[start].contains(.dash) {
            hasDash = view[start].contains(.dash)
            isSetOff = true
            start += 1
        }
        let limit = clauseEnd(from: start, limit: paragraphEnd)
        guard start < limit else { return nil }
        if view[start].contains(.according), start + 2 < limit {
            return spoken(finder.subject(after: start + 1, limit: limit), cue: start..<start + 2, &coreference)
        }
        guard let verb = verb(from: start, limit: limit) else { return hasDash ? signature(start, limit) : nil }
        if view[verb].contains(.quotingVerb) { return passedOn(by: verb, from: start, limit: limit, &coreference) }
        let parenthetic = parenthetic(verb, from: start, limit)
        if verb != start, !isSetOff, limit - start > 8, parenthetic == nil { return nil }
        let subject =
            verb == start
            ? finder.subject(after: verb, limit: limit)
            : parenthetic ?? finder.subject(before: verb, from: start) ?? finder.opening(from: start, before: verb)
        guard let subject else {
            return isSetOff && view[verb].contains(.speechVerb)
                ? Attribution(cue: verb..<verb + 1, isUnknown: true) : nil
        }
        var result = spoken(subject, cue: verb..<verb + 1, &coreference)
        if result.speaker == nil, let fragment = ownerInFragment(after: limit, subject, paragraphEnd) {
            result.speaker = fragment.entity
            result.speakerTokens = fragment.tokens
        }
        let sentenceEnd = min(view.sentenceEnd(of: verb), paragraphEnd)
        result.source = source(after: verb, limit: max(sentenceEnd, limit), speaker: result.speaker)
        if view[verb].contains(.reportVerb), isOutlet(result) {
            (result.source, result.speaker, result.speakerTokens) = (result.speaker, nil, nil)
        }
        return result
    }

    /// The first verb of saying that has a subject, else the first: in `Secretary of State Jane Roe said` the second.
    private func verb(from start: Int, limit: Int) -> Int? {
        let verbs = start.upTo(limit).lazy.filter(isVerb).prefix(3)
        return verbs.first { $0 == start || finder.subject(before: $0, from: start) != nil } ?? verbs.first
    }

    /// The words inside end with a comma, a question or an exclamation: their sentence goes on after them.
    private func endsOpenly(_ span: QuotedSpan) -> Bool {
        guard let last = span.inner.last else { return true }
        return !view.is(last, ".")
    }

    private func clauseEnd(from start: Int, limit: Int) -> Int {
        var end = start
        while end < limit, end - start < 44, !view[end].contains(.stop) { end += 1 }
        return end
    }

    private func isVerb(_ token: Int) -> Bool {
        // `hopes to succeed her`
        if token + 1 < view.text.tokens.count, view.is(token + 1, "to"),
            Self.hopes.contains(view.key(token))
        {
            return false
        }
        return !view[token].isDisjoint(with: [.speechVerb, .quotingVerb, .reportVerb]) && view.mention(at: token) == nil
            && !(token > 0 && isNoun(token))
    }

    private static let hopes = ByteHash.set("hopes vowed vows pledged pledges promised promises agreed agrees claims")

    /// `Secretary of State`, `the proposed law`, `his claims`.
    private func isNoun(_ token: Int) -> Bool {
        view[token].contains(.capital) && view.isWord(token - 1)
            || !view[token - 1].isDisjoint(with: [.definite, .someIndefinite, .possessivePronoun])
                && view.isWord(token - 1)
                && view[token - 1].isDisjoint(with: [.subjectPronoun])
    }

    private func spoken(_ subject: SpeechSubject?, cue: Range<Int>, _ coreference: inout Coreference) -> Attribution {
        var result = Attribution(cue: cue, isAttached: true)
        if let subject {
            result.speaker = coreference.resolve(subject)
            result.speakerTokens = subject.tokens
        }
        result.isUnknown = result.speaker == nil
        return result
    }

    /// `…” — Jane Roe, minister`
    private func signature(_ start: Int, _ limit: Int) -> Attribution? {
        guard let mention = view.mention(at: start), view.isPerson(mention), limit - start <= 12 else { return nil }
        return Attribution(speaker: mention.entity, speakerTokens: mention.tokens, isAttached: true)
    }

    /// `Outlet quoted Jane Roe as saying`, `Jane Roe was quoted as saying by Outlet`.
    func passedOn(by verb: Int, from start: Int, limit: Int, _ coreference: inout Coreference) -> Attribution? {
        let asToken = (verb + 1).upTo(limit).prefix(16).first {
            view.is($0, "as")
        }
        let byToken = (verb + 1).upTo(limit).prefix(16).first {
            view.is($0, "by")
        }
        var result = Attribution(cue: verb..<verb + 1, isAttached: true)
        if let asToken, asToken + 1 < limit, view[asToken + 1].contains(.speechParticiple) {
            result.cue = asToken + 1..<asToken + 2
        }
        let isPassive =
            verb > start && view[verb - 1].contains(.finiteVerb) && view[verb - 1].contains(.preverbal)
        let speaker =
            isPassive || asToken == nil
            ? finder.subject(before: verb, from: start) : asToken.flatMap { finder.subject(before: $0, from: verb + 1) }
        let object = asToken == nil && !isPassive ? finder.subject(after: verb, limit: limit) : nil
        let reporter =
            isPassive
            ? byToken.flatMap { finder.subject(after: $0, limit: limit) } : finder.subject(before: verb, from: start)
        if let said = object ?? speaker {
            result.speaker = coreference.resolve(said)
            result.speakerTokens = said.tokens
        }
        if case .entity(let outlet, _) = reporter, outlet != result.speaker { result.source = outlet }
        return result
    }

    /// `the press said. Jane Roe's office.`: a sentence torn by translation; the fragment names whose office speaks.
    private func ownerInFragment(after stop: Int, _ subject: SpeechSubject, _ paragraphEnd: Int) -> FoundMention? {
        guard let noun = subject.tokens.last, view[noun].contains(.pressOffice), stop + 1 < paragraphEnd else {
            return nil
        }
        let fragment = (stop + 1).upTo(min(view.sentenceEnd(of: stop + 1), paragraphEnd))
        guard fragment.count <= 8, !fragment.contains(where: isVerb) else { return nil }
        for token in fragment {
            if let mention = view.mention(at: token), view.isPerson(mention) { return mention }
        }
        return nil
    }

    // MARK: Who passed it on

    /// `told Agency`, `in an interview with Outlet`, `…, Agency reports`, `according to Outlet`.
    func source(after verb: Int, limit: Int, speaker: Int?) -> Int? {
        var token = verb + 1
        while token < limit, token - verb < 40 {
            guard let mention = view.mention(at: token) else {
                token += 1
                continue
            }
            token = mention.tokens.upperBound
            let entity = view.entities[mention.entity]
            guard mention.kind == .name, entity.type == .organization || entity.type == .miscellaneous,
                mention.entity != speaker
            else { continue }
            var before = mention.tokens.lowerBound - 1
            while before > verb, view[before].contains(.definite) || isPlainNoun(before) { before -= 1 }
            let isTold = before == verb && view[verb].contains(.tellVerb) && isComplete(mention, limit)
            let isInterview =
                before > verb + 1 && view[before].contains(.preposition) && isInterview(before - 1)
            let isAccording = before > verb && view[before - 1].contains(.according)
            let isReporter =
                mention.tokens.upperBound < limit
                && !view[mention.tokens.upperBound].isDisjoint(with: [.reportVerb, .quotingVerb])
            if isTold || isInterview || isAccording || isReporter { return mention.entity }
        }
        return nil
    }

    /// No noun follows that the name only describes: `told Agency`, not `told Party delegates`.
    private func isComplete(_ mention: FoundMention, _ limit: Int) -> Bool {
        let next = mention.tokens.upperBound
        guard next < limit, view.isWord(next) else { return true }
        return !view[next].isDisjoint(with: .clauseParts) || view[next].contains(.capital)
    }

    private static let talks = ByteHash.set("interview interviewed briefing conversation comment comments statement")

    private func isInterview(_ token: Int) -> Bool { Self.talks.contains(view.key(token)) }

    /// `the news agency` before its name.
    private func isPlainNoun(_ token: Int) -> Bool {
        view.isWord(token)
            && view[token].isDisjoint(with: [
                .speechVerb, .speechParticiple, .preposition, .clauseOpener, .complementizer, .finiteVerb, .timeAdverb,
            ])
            && !view[token].contains(.capital) && !isInterview(token)
    }

    /// An organisation that only reports is the source, not the speaker.
    private func isOutlet(_ attribution: Attribution) -> Bool {
        guard let speaker = attribution.speaker else { return false }
        return view.entities[speaker].type == .organization
    }

    // MARK: Before the words

    /// `Jane Roe said: “…`, `According to Jane Roe, “…`, `Jane Roe: “…`, from `start` to the opening mark.
    func before(_ span: QuotedSpan, from previousEnd: Int, _ coreference: inout Coreference) -> Attribution? {
        let opening = span.tokens.lowerBound
        guard opening > 0 else { return nil }
        let last = opening - 1
        let isColon = view.is(last, ":")
        guard isColon || !view.startsParagraph(opening), !view[last].contains(.stop), last >= previousEnd else {
            return nil
        }
        let start = max(previousEnd, view.sentence(of: last).lowerBound)
        let isLinked = isColon || view[last].contains(.comma) || view[last].contains(.complementizer)
        let reach = isColon ? 34 : isLinked ? 16 : 3
        guard let verb = max(start, opening - reach).upTo(opening).last(where: { isVerb($0) || isParticiple($0) })
        else {
            return withoutVerb(from: start, to: opening, isColon: isColon, &coreference)
        }
        if let verbOfQuoting = start.upTo(verb + 1).last(where: { view[$0].contains(.quotingVerb) }),
            verb - verbOfQuoting < 16
        {
            return passedOn(by: verbOfQuoting, from: start, limit: opening, &coreference)
        }
        let subject =
            parenthetic(verb, from: start, opening) ?? finder.subject(before: verb, from: start)
            ?? inverted(verb, from: start, opening) ?? infinitive(verb, from: start)
        let hasParticiple = isParticiple(verb)
        var result = spoken(
            hasParticiple ? subjectOfSentence(from: start, before: verb, subject) : subject, cue: verb..<verb + 1,
            &coreference)
        result.isAttached = isLinked || verb == last || opening - verb <= 3
        result.source = source(after: verb, limit: opening, speaker: result.speaker)
        return result
    }

    private func isParticiple(_ token: Int) -> Bool {
        view[token].contains(.speechParticiple) && view.mention(at: token) == nil
    }

    /// `Said Jane Roe: “…`
    private func inverted(_ verb: Int, from start: Int, _ opening: Int) -> SpeechSubject? {
        verb == start ? finder.subject(after: verb, limit: opening) : nil
    }

    /// `Owing to the storm, said Jane Roe, “…`
    private func parenthetic(_ verb: Int, from start: Int, _ opening: Int) -> SpeechSubject? {
        guard verb > start, view[verb - 1].contains(.comma), !isParticiple(verb),
            view[verb].isDisjoint(with: [.tellVerb, .objectVerb, .thatVerb]),
            let subject = finder.subject(after: verb, limit: opening), case .entity = subject
        else { return nil }
        return subject
    }

    /// `Jane Roe went on to say: “…`
    private func infinitive(_ verb: Int, from start: Int) -> SpeechSubject? {
        guard verb > start, view.is(verb - 1, "to") else { return nil }
        return subjectOfSentence(from: start, before: verb - 1, nil)
    }

    /// A participle's subject is that of its sentence: a nearer verb of saying, or what the sentence begins with.
    private func subjectOfSentence(from start: Int, before verb: Int, _ near: SpeechSubject?) -> SpeechSubject? {
        if case .pronoun = near { return near }
        if let finite = start.upTo(verb).last(where: isVerb), let subject = finder.subject(before: finite, from: start)
        {
            return subject
        }
        var token = start
        while token < verb, token - start < 40 {
            if let mention = view.mention(at: token) {
                if view.isPerson(mention), !finder.isPossessive(mention) {
                    return .entity(mention.entity, tokens: mention.tokens)
                }
                token = mention.tokens.upperBound
            } else {
                if !view[token].isDisjoint(with: [.masculine, .feminine]), token - start < 12 {
                    return .pronoun(token)
                }
                token += 1
            }
        }
        return near
    }

    /// `According to Jane Roe, “…`; `Jane Roe: “…`.
    private func withoutVerb(from start: Int, to opening: Int, isColon: Bool, _ coreference: inout Coreference)
        -> Attribution?
    {
        if let according = start.upTo(opening).last(where: { view[$0].contains(.according) }),
            opening - according < 24
        {
            return spoken(
                finder.subject(after: according + 1, limit: opening), cue: according..<according + 2, &coreference)
        }
        guard isColon else { return nil }
        // `The letter, signed by Jane Roe, goes as follows: “…`
        if let document = max(start, opening - 34).upTo(opening).last(where: { view[$0].contains(.documentNoun) }),
            let issuer = coreference.issuer(naming: document)
                ?? (view[document - 1].contains(.definite)
                    ? coreference.issuer(of: document, document..<document + 1) : nil)
        {
            return Attribution(speaker: issuer, speakerTokens: document..<document + 1, isAttached: true)
        }
        let isShort = opening - start <= 10
        if let mention = view.mention(at: start), view.isPerson(mention), mention.kind == .name,
            !finder.isPossessive(mention), isShort || isAlone(mention, start.upTo(opening))
        {
            return Attribution(speaker: mention.entity, speakerTokens: mention.tokens, isAttached: true)
        }
        // `However, she went on: “…`
        guard isShort, let subject = subjectOfSentence(from: start, before: opening, nil),
            view.startsParagraph(start) || subject.tokens.lowerBound - start <= 3,
            let speaker = coreference.resolve(subject)
        else { return nil }
        return Attribution(speaker: speaker, speakerTokens: subject.tokens, isAttached: true)
    }

    private func isAlone(_ person: FoundMention, _ words: Range<Int>) -> Bool {
        words.count <= 40
            && !words.contains { token in
                view.mention(at: token).map { view.isPerson($0) && $0.entity != person.entity } ?? false
            }
    }
}
