import Annotation

/// Finds what is quoted and what is reported as said, and who said it.
///
/// Reads `mentions`, `entities` and `roles`, fills `quotes`. A direct quotation's span includes its marks; the halves
/// around `he said` are two quotations. An indirect statement's span is what was said. A speaker that the text does not
/// prove is absent. Linear in the number of tokens.
package struct QuoteReader: ReadingStage {
    package let name = "quotes"
    package let reads: Set<ReadingLayer> = [.entities, .roles, .coreference]
    package let adds: Set<ReadingLayer> = [.quotes]

    package init() {}

    package func read(_ reading: inout Reading) {
        guard !reading.text.tokens.isEmpty else { return }
        var pass = QuotePass(SpeechText(reading))
        reading.quotes = pass.quotes()
    }
}

/// One reading of one text, in order of its sentences.
private struct QuotePass {
    private let speech: SpeechText
    private let attributor: QuoteAttributor
    private let direct: DirectSpeech
    private let indirect: IndirectSpeech
    private var memory: SpeakerMemory
    private var found: [FoundQuote] = []
    /// Where the words in marks before end, and whether they were a quotation.
    private var previous: (end: Int, isDirect: Bool)?

    init(_ speech: SpeechText) {
        self.speech = speech
        attributor = QuoteAttributor(speech: speech)
        direct = DirectSpeech(speech: speech)
        indirect = IndirectSpeech(speech: speech)
        memory = SpeakerMemory(speech: speech)
    }

    mutating func quotes() -> [FoundQuote] {
        let spans = QuotedSpans(speech: speech).spans()
        var next = 0
        for sentence in speech.text.sentences {
            let first = next
            while next < spans.count, spans[next].tokens.lowerBound < sentence.upperBound { next += 1 }
            if first == next {
                if previous.map({ $0.end <= sentence.lowerBound }) ?? true { addStatement(sentence) }
            } else {
                for index in first..<next { add(spans, index, isFirst: index == first, in: sentence) }
                rememberSpeaker(of: sentence)
            }
        }
        return found
    }

    /// A sentence with a few words in marks tells who speaks as well as any other.
    private mutating func rememberSpeaker(of sentence: Range<Int>) {
        guard let previous, !previous.isDirect, memory.last.map({ $0.token < sentence.lowerBound }) ?? true else {
            return
        }
        _ = indirect.statement(in: sentence, &memory)
    }

    private mutating func add(_ spans: [QuotedSpan], _ index: Int, isFirst: Bool, in sentence: Range<Int>) {
        let span = spans[index]
        let limit = index + 1 < spans.count ? spans[index + 1].tokens.lowerBound : speech.text.tokens.count
        let previousEnd = index > 0 ? spans[index - 1].tokens.upperBound : 0
        memory.excluded = span.tokens
        var attribution = best(span, previousEnd: previousEnd, limit: limit)
        let isDirect = direct.isStatement(span, isAttached: attribution?.isAttached ?? false) || goesOn(span)
        defer { previous = (span.tokens.upperBound, isDirect) }
        guard isDirect else {
            if let speaker = attribution?.speaker { memory.remember(speaker, at: span.tokens.upperBound - 1) }
            return
        }
        if attribution?.isAttached != true, attribution?.isUnknown != true, attribution?.speaker == nil {
            let said = isFirst ? said(in: sentence, before: span) : nil
            let speaker = said ?? implied(span, previousEnd: previousEnd)
            if speaker != nil { attribution = Attribution(speaker: speaker) }
        }
        if let speaker = attribution?.speaker {
            memory.remember(speaker, at: max(span.tokens.upperBound - 1, attribution?.speakerTokens?.lowerBound ?? 0))
        } else if attribution?.isUnknown == true {
            memory.forget(at: span.tokens.upperBound - 1)
        }
        append(.direct, span.tokens, attribution ?? Attribution())
    }

    /// `Jane Roe told the paper that the wind “keeps going round. It is strange.”`: the sentence's own speaker.
    private mutating func said(in sentence: Range<Int>, before span: QuotedSpan) -> Int? {
        let opening = span.tokens.lowerBound
        guard opening - sentence.lowerBound >= 4,
            let (_, attribution) = indirect.statement(in: sentence.lowerBound..<opening + 1, &memory),
            let cue = attribution.cue, cue.upperBound <= opening
        else { return nil }
        return attribution.speaker
    }

    /// The second half of words around `he said,`.
    private func goesOn(_ span: QuotedSpan) -> Bool {
        guard let previous, previous.isDirect, span.inner.count >= 2 else { return false }
        let opening = span.tokens.lowerBound
        let gap = opening - previous.end
        return gap > 1 && gap <= 14 && !speech.startsParagraph(opening) && speech.is(opening - 1, 0x2C)
            && (previous.end..<opening).contains { speech.roles[$0].contains(.says) }
    }

    /// Words right after the quotation come first, unless what stands before ends in a colon.
    private mutating func best(_ span: QuotedSpan, previousEnd: Int, limit: Int) -> Attribution? {
        let isColon = span.tokens.lowerBound > 0 && speech.is(span.tokens.lowerBound - 1, 0x3A)
        if isColon, let before = attributor.before(span, from: previousEnd, &memory), before.speaker != nil {
            return before
        }
        let after = attributor.after(span, limit: limit, &memory)
        if let after, after.speaker != nil, !(isPronoun(after) && isComma(before: span)) { return after }
        var before = attributor.before(span, from: previousEnd, &memory)
        if let after, after.speaker != nil, before?.isAttached != true || before?.speaker == nil { return after }
        if before?.source == nil { before?.source = after?.source }
        return before ?? after
    }

    /// `Jane Roe said, “…,” she said`: the name before the words is surer than the pronoun behind them.
    private func isPronoun(_ attribution: Attribution) -> Bool {
        guard let tokens = attribution.speakerTokens, tokens.count == 1 else { return false }
        return !speech.roles[tokens.lowerBound].isDisjoint(with: .pronoun)
    }

    private func isComma(before span: QuotedSpan) -> Bool {
        span.tokens.lowerBound > 0 && speech.is(span.tokens.lowerBound - 1, 0x2C)
    }

    /// The speaker of words without a cue: whoever spoke right before, in this paragraph or, where the words begin
    /// their paragraph, in the one before.
    private func implied(_ span: QuotedSpan, previousEnd: Int) -> Int? {
        let opening = span.tokens.lowerBound
        if let last = memory.last, last.token < opening {
            let distance = speech.paragraph(of: opening) - speech.paragraph(of: last.token)
            let isNear =
                distance == 0
                || distance == 1 && (speech.startsParagraph(opening) || isFirstPerson(span))
                || distance == 2 && isBridge(speech.paragraph(of: opening) - 1, to: span)
            if isNear,
                isUncontested(from: last.token, to: opening, last.entity)
            {
                return last.entity
            }
        }
        return isFirstPerson(span) ? subject(before: opening) : nil
    }

    /// A paragraph between two quotations of one speaker: it begins with that person's pronoun, or is one sentence that
    /// names nobody, before words in the first person.
    private func isBridge(_ paragraph: Int, to span: QuotedSpan) -> Bool {
        let range = speech.paragraphs[paragraph]
        let first = speech.roles[range.lowerBound]
        if !first.isDisjoint(with: [.he, .she]) || first.contains(.owned) { return true }
        guard speech.startsParagraph(span.tokens.lowerBound), isFirstPerson(span) else { return false }
        return speech.sentenceEnd(of: range.lowerBound) >= range.upperBound
            && !range.contains { token in
                !speech.roles[token].isDisjoint(with: [.says, .body, .person])
                    || speech.mention(at: token).map { speech.isPerson($0) || finder.canSpeak($0) } ?? false
            }
    }

    private var finder: SubjectFinder { attributor.finder }

    private func isFirstPerson(_ span: QuotedSpan) -> Bool {
        span.inner.prefix(60).contains { Self.firstPerson.contains(speech.lowercaseHash(of: $0)) }
    }

    private static let firstPerson = ByteHash.set("i my me i'm i’m myself we our us we're we’re i've i’ve we've we’ve")

    /// The only person of the sentence right before words in the first person, where that sentence begins with the name.
    private func subject(before opening: Int) -> Int? {
        guard opening > 0 else { return nil }
        let sentence = speech.sentence(of: opening - 1)
        let isSame = speech.paragraph(of: opening) == speech.paragraph(of: sentence.lowerBound)
        guard isSame || speech.startsParagraph(opening), sentence.upperBound <= opening,
            !sentence.contains(where: { speech.mayBeMark($0) && QuoteMark($0, in: speech.text)?.family != nil })
        else { return nil }
        var person: Int?
        for token in sentence {
            guard let mention = speech.mention(at: token), speech.isPerson(mention) else { continue }
            if person == nil, !memory.isSubject(token) { return nil }
            if let person, person != mention.entity { return nil }
            person = mention.entity
        }
        return person
    }

    /// No other person is named in a sentence after the last speaker spoke.
    private func isUncontested(from token: Int, to opening: Int, _ speaker: Int) -> Bool {
        var index = speech.sentenceEnd(of: token)
        guard opening - index < 400 else { return false }
        while index < opening {
            if let mention = speech.mention(at: index) {
                if mention.entity != speaker, speech.isPerson(mention) { return false }
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return true
    }

    private mutating func addStatement(_ sentence: Range<Int>) {
        guard let (said, attribution) = indirect.statement(in: sentence, &memory) else { return }
        append(.indirect, said, attribution)
    }

    private mutating func append(_ kind: Quote.Kind, _ tokens: Range<Int>, _ attribution: Attribution) {
        let text = speech.text
        var quote = FoundQuote(
            kind: kind, bytes: Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end))
        quote.speaker = attribution.speaker
        quote.speakerTokens = attribution.speaker == nil ? nil : attribution.speakerTokens
        quote.cue = attribution.cue
        quote.source = attribution.source
        found.append(quote)
    }
}
