import Annotation

/// What somebody said in the writer's words: `X said that …`, `According to X, …`, `…, X said`, `X stressed the need …`.
///
/// The span is what was said, without `that` and the full stop.
struct IndirectSpeech: Sendable {
    let view: DocumentView
    let finder: SubjectFinder
    private let circumstances: SpeechCircumstances

    init(view: DocumentView) {
        self.view = view
        finder = SubjectFinder(view: view)
        circumstances = SpeechCircumstances(view: view)
    }

    /// The statement that a sentence reports, where it reports one; remembers its speaker in any case.
    func statement(in sentence: Range<Int>, _ coreference: inout Coreference) -> (said: Range<Int>, Attribution)? {
        let end = view[sentence.upperBound - 1].contains(.stop) ? sentence.upperBound - 1 : sentence.upperBound
        guard end - sentence.lowerBound >= 4 else { return nil }
        if let found = accordingTo(sentence.lowerBound..<end, &coreference) { return found }
        if let found = inverted(sentence.lowerBound..<end, &coreference) { return found }
        var attempts = 0
        for verb in sentence.lowerBound..<end where isVerb(verb) {
            attempts += 1
            guard attempts <= 4, let subject = finder.subject(before: verb, from: sentence.lowerBound) else { continue }
            let speaker = coreference.resolve(subject)
            var result = Attribution(speaker: speaker, speakerTokens: subject.tokens, cue: verb..<verb + 1)
            let said = said(after: verb, subject, sentence.lowerBound, end).map(core)
            if let speaker {
                coreference.remember(speaker, at: verb)
            } else if said == nil || !finder.isSomebody(subject) {
                continue
            } else {
                coreference.forget(at: verb)
            }
            guard let said else { return nil }
            result.source = QuoteAttributor(view: view).source(after: verb, limit: end, speaker: speaker)
            return (said, result)
        }
        return nil
    }

    /// `The works begin in May, said Jane Roe, the mayor`.
    private func inverted(_ sentence: Range<Int>, _ coreference: inout Coreference) -> (said: Range<Int>, Attribution)?
    {
        guard
            let verb = sentence.dropFirst(4).last(where: { token in
                view[token - 1].contains(.comma) && view[token].contains(.speechVerb) && isVerb(token)
                    && view[token].isDisjoint(with: [.objectVerb, .thatVerb, .tellVerb])
            }), hasVerb(sentence.lowerBound..<verb),
            let subject = finder.subject(after: verb, limit: sentence.upperBound), case .entity = subject,
            let speaker = coreference.resolve(subject)
        else { return nil }
        coreference.remember(speaker, at: verb)
        var result = Attribution(speaker: speaker, speakerTokens: subject.tokens, cue: verb..<verb + 1)
        result.source = QuoteAttributor(view: view).source(
            after: verb, limit: sentence.upperBound, speaker: speaker)
        return (sentence.lowerBound..<verb - 1, result)
    }

    private func isVerb(_ token: Int) -> Bool {
        let role = view[token]
        return (role.contains(.speechVerb) || role.contains(.speechParticiple) && role.contains(.objectVerb))
            && view.mention(at: token) == nil
    }

    private func said(after verb: Int, _ subject: SpeechSubject, _ start: Int, _ end: Int) -> Range<Int>? {
        var first = verb + 1
        // `told reporters on Monday that …`
        if let that = first.upTo(min(first + 12, end)).first(where: { view[$0].contains(.complementizer) }),
            isConjunction(that), !hasVerb(first..<that)
        {
            first = that + 1
            return end - first >= 3 ? first..<end : nil
        }
        if let whole = interrupted(by: verb, subject, start, end) { return whole }
        if first < end, view.is(first, ":") { first += 1 }
        if end - verb <= 6, let comma = start.upTo(subject.tokens.lowerBound).last, view[comma].contains(.comma),
            !view[verb - 1].contains(.comma), comma - start >= 4, hasVerb(start..<comma),
            !(start..<comma).contains(where: { view[$0].contains(.according) })
        {
            return start..<comma
        }
        guard first < end, view.isWord(first), view[first].isDisjoint(with: [.clauseOpener]) else { return nil }
        if view[verb].contains(.objectVerb) {
            if view.is(first, "for") { first += 1 }
            return end - first >= 3 && view[first].isDisjoint(with: [.timeAdverb]) ? first..<end : nil
        }
        guard view[verb].isDisjoint(with: [.thatVerb]) || view[verb].contains(.tellVerb),
            let clause = circumstances.clause(after: verb, end), end - clause >= 4, hasVerb(clause..<end)
        else { return nil }
        return clause..<end
    }

    /// `The bridge, Jane Roe said, is safe`: an attribution between commas makes the whole sentence what was said.
    private func interrupted(by verb: Int, _ subject: SpeechSubject, _ start: Int, _ end: Int) -> Range<Int>? {
        let comma = subject.tokens.lowerBound - 1
        guard comma - start >= 2, view[comma].contains(.comma), verb + 2 < end, view[verb + 1].contains(.comma),
            !view[verb - 1].contains(.comma), view[verb].isDisjoint(with: [.tellVerb, .objectVerb]),
            !finder.isApposition(start..<comma)
        else { return nil }
        return start..<end
    }

    /// Without a relative clause at the end, and without what else the speaker did: `…, which …`, `… and added …`.
    private func core(_ said: Range<Int>) -> Range<Int> {
        let cut = said.dropFirst(3).first { token in
            view[token].contains(.relative) && view[token - 1].contains(.comma)
                || token + 1 < said.upperBound && view[token].contains(.clauseOpener)
                    && view[token + 1].contains(.speechVerb)
        }
        guard let cut else { return said }
        return said.lowerBound.upTo(view[cut - 1].contains(.comma) ? cut - 1 : cut)
    }

    private func isConjunction(_ token: Int) -> Bool {
        let bytes = view.text.bytes(of: token)
        return bytes.elementsEqual([0x74, 0x68, 0x61, 0x74]) || (bytes.first ?? 0) >= 0xC3
    }

    private func hasVerb(_ range: Range<Int>) -> Bool {
        range.contains { !view[$0].isDisjoint(with: [.finiteVerb, .speechVerb]) || view.endsInEd($0) }
    }

    /// `According to X, …, according to X`: machine translation says it twice.
    private func repetition(of according: Int, in sentence: Range<Int>) -> Int? {
        let again = (according + 4).upTo(sentence.upperBound).first {
            view[$0].contains(.according)
        }
        return again.map { view[$0 - 1].contains(.comma) ? $0 - 1 : $0 }
    }

    private func accordingTo(_ sentence: Range<Int>, _ coreference: inout Coreference) -> (
        said: Range<Int>, Attribution
    )? {
        guard let according = sentence.first(where: { view[$0].contains(.according) }),
            according + 2 < sentence.upperBound,
            according == sentence.lowerBound || according - sentence.lowerBound >= 2,
            let subject = finder.subject(after: according + 1, limit: sentence.upperBound)
        else { return nil }
        let speaker = coreference.resolve(subject)
        guard speaker != nil || finder.isSomebody(subject) else { return nil }
        if let speaker { coreference.remember(speaker, at: according) }
        let result = Attribution(speaker: speaker, speakerTokens: subject.tokens, cue: according..<according + 2)
        let said: Range<Int>
        if according == sentence.lowerBound {
            guard
                let comma = subject.tokens.upperBound.upTo(sentence.upperBound).first(where: {
                    view[$0].contains(.comma)
                })
            else { return nil }
            said = core((comma + 1).upTo(repetition(of: according, in: sentence) ?? sentence.upperBound))
        } else {
            let isInserted =
                view[according - 1].contains(.comma) && view[subject.tokens.upperBound].contains(.comma)
                && subject.tokens.upperBound + 2 < sentence.upperBound
            let end = view[according - 1].contains(.comma) ? according - 1 : according
            said = isInserted ? sentence : sentence.lowerBound.upTo(end)
        }
        return said.count >= 4 ? (said, result) : nil
    }
}
