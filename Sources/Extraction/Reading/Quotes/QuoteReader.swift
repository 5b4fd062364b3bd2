import Annotation

/// Finds what is quoted and what is reported as said, who said it, and whom nominals and pronouns mean.
///
/// Attribution and coreference are one walk through the text: who spoke last says best whom a pronoun means, and whom the
/// pronoun means says who spoke. A direct quotation's span includes its marks; the halves around `he said` are two
/// quotations. An indirect statement's span is what was said. A speaker that the text does not prove is absent. Linear in
/// the number of tokens.
package struct QuoteReader: ReadingStage {
    package let name = "quotes"
    package let reads: Set<ReadingLayer> = [.entities, .offices]
    package let adds: Set<ReadingLayer> = [.coreference, .quotes]

    package init() {}

    package func read(_ reading: inout Reading) {
        guard !reading.text.tokens.isEmpty, let offices = reading.offices else { return }
        let index = HolderIndex(offices, builder: RoleBuilder(view: reading.view, entities: reading.entities))
        let nominals = NominalFinder(
            view: reading.view, finder: offices, index: index, entities: reading.entities
        ).find()
        reading.add(nominals.map { FoundMention($0.tokens, .nominal, $0.entity, $0.confidence) })
        let coreference = Coreference(view: reading.view, offices: offices, index: index, nominals: nominals)
        var pass = QuotePass(reading.view, coreference)
        reading.quotes = pass.quotes()
        let pronouns = pass.coreference.answers.compactMap { token, answer in
            answer.map { FoundMention(token..<token + 1, .pronoun, $0.entity, $0.confidence) }
        }
        reading.add(pronouns)
    }
}

extension FoundMention {
    /// A mention of a person without a name.
    fileprivate init(_ tokens: Range<Int>, _ kind: Mention.Kind, _ entity: Int, _ confidence: Double) {
        self.init(tokens: tokens, type: .person, kind: kind, entity: entity, confidence: confidence)
    }
}

extension Reading {
    /// Adds mentions in order of start, the longer of two first.
    fileprivate mutating func add(_ found: [FoundMention]) {
        mentions = (mentions + found).sorted { one, two in
            (one.tokens.lowerBound, two.tokens.upperBound) < (two.tokens.lowerBound, one.tokens.upperBound)
        }
    }
}

/// One reading of one text, in order of its sentences.
private struct QuotePass {
    private let view: DocumentView
    private let attributor: QuoteAttributor
    private let direct: DirectSpeech
    private let indirect: IndirectSpeech
    private(set) var coreference: Coreference
    private var found: [FoundQuote] = []
    /// Where the words in marks before end, and whether they were a quotation.
    private var previous: (end: Int, isDirect: Bool)?

    init(_ view: DocumentView, _ coreference: Coreference) {
        self.view = view
        attributor = QuoteAttributor(view: view)
        direct = DirectSpeech(view: view)
        indirect = IndirectSpeech(view: view)
        self.coreference = coreference
    }

    mutating func quotes() -> [FoundQuote] {
        let spans = view.quotations
        var next = 0
        for sentence in view.text.sentences {
            let first = next
            while next < spans.count, spans[next].tokens.lowerBound < sentence.upperBound { next += 1 }
            if first == next {
                if previous.map({ $0.end <= sentence.lowerBound }) ?? true { addStatement(sentence) }
            } else {
                for index in first..<next { add(spans, index, isFirst: index == first, in: sentence) }
                rememberSpeaker(of: sentence)
            }
            coreference.settle(sentence)
        }
        return found
    }

    /// A sentence with a few words in marks tells who speaks as well as any other.
    private mutating func rememberSpeaker(of sentence: Range<Int>) {
        guard let previous, !previous.isDirect, coreference.last.map({ $0.token < sentence.lowerBound }) ?? true else {
            return
        }
        _ = indirect.statement(in: sentence, &coreference)
    }

    private mutating func add(_ spans: [QuotedSpan], _ index: Int, isFirst: Bool, in sentence: Range<Int>) {
        let span = spans[index]
        let limit = index + 1 < spans.count ? spans[index + 1].tokens.lowerBound : view.text.tokens.count
        let previousEnd = index > 0 ? spans[index - 1].tokens.upperBound : 0
        coreference.excluded = span.tokens
        var attribution = best(span, previousEnd: previousEnd, limit: limit)
        let isDirect = direct.isStatement(span, isAttached: attribution?.isAttached ?? false) || goesOn(span)
        defer { previous = (span.tokens.upperBound, isDirect) }
        guard isDirect else {
            if let speaker = attribution?.speaker { coreference.remember(speaker, at: span.tokens.upperBound - 1) }
            return
        }
        if attribution?.isAttached != true, attribution?.isUnknown != true, attribution?.speaker == nil {
            let said = isFirst ? said(in: sentence, before: span) : nil
            let speaker = said ?? implied(span, previousEnd: previousEnd)
            if speaker != nil { attribution = Attribution(speaker: speaker) }
        }
        if let speaker = attribution?.speaker {
            coreference.remember(
                speaker, at: max(span.tokens.upperBound - 1, attribution?.speakerTokens?.lowerBound ?? 0))
        } else if attribution?.isUnknown == true {
            coreference.forget(at: span.tokens.upperBound - 1)
        }
        append(.direct, span.tokens, attribution ?? Attribution())
    }

    /// `Jane Roe told the paper that the wind “keeps going round. It is strange.”`: the sentence's own speaker.
    private mutating func said(in sentence: Range<Int>, before span: QuotedSpan) -> Int? {
        let opening = span.tokens.lowerBound
        guard opening - sentence.lowerBound >= 4,
            let (_, attribution) = indirect.statement(in: sentence.lowerBound..<opening + 1, &coreference),
            let cue = attribution.cue, cue.upperBound <= opening
        else { return nil }
        return attribution.speaker
    }

    /// The second half of words around `he said,`.
    private func goesOn(_ span: QuotedSpan) -> Bool {
        guard let previous, previous.isDirect, span.inner.count >= 2 else { return false }
        let opening = span.tokens.lowerBound
        let gap = opening - previous.end
        return gap > 1 && gap <= 14 && !view.startsParagraph(opening) && view[opening - 1].contains(.comma)
            && (previous.end..<opening).contains { view[$0].contains(.speechVerb) }
    }

    /// Words right after the quotation come first, unless what stands before ends in a colon.
    private mutating func best(_ span: QuotedSpan, previousEnd: Int, limit: Int) -> Attribution? {
        let isColon = span.tokens.lowerBound > 0 && view.is(span.tokens.lowerBound - 1, ":")
        if isColon, let before = attributor.before(span, from: previousEnd, &coreference), before.speaker != nil {
            return before
        }
        let after = attributor.after(span, limit: limit, &coreference)
        if let after, after.speaker != nil, !(isPronoun(after) && isComma(before: span)) { return after }
        var before = attributor.before(span, from: previousEnd, &coreference)
        if let after, after.speaker != nil, before?.isAttached != true || before?.speaker == nil { return after }
        if before?.source == nil { before?.source = after?.source }
        return before ?? after
    }

    /// `Jane Roe said, “…,” she said`: the name before the words is surer than the pronoun behind them.
    private func isPronoun(_ attribution: Attribution) -> Bool {
        guard let tokens = attribution.speakerTokens, tokens.count == 1 else { return false }
        return !view[tokens.lowerBound].isDisjoint(with: .subjects)
    }

    private func isComma(before span: QuotedSpan) -> Bool {
        span.tokens.lowerBound > 0 && view[span.tokens.lowerBound - 1].contains(.comma)
    }

    /// The speaker of words without a cue: whoever spoke right before, in this paragraph or, where the words begin
    /// their paragraph, in the one before.
    private func implied(_ span: QuotedSpan, previousEnd: Int) -> Int? {
        let opening = span.tokens.lowerBound
        if let last = coreference.last, last.token < opening {
            let distance = view.paragraph(of: opening) - view.paragraph(of: last.token)
            let isNear =
                distance == 0
                || distance == 1 && (view.startsParagraph(opening) || isFirstPerson(span))
                || distance == 2 && isBridge(view.paragraph(of: opening) - 1, to: span)
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
        let range = view.paragraphs[paragraph]
        let first = view[range.lowerBound]
        if !first.isDisjoint(with: [.masculine, .feminine]) || first.contains(.possessivePronoun) { return true }
        guard view.startsParagraph(span.tokens.lowerBound), isFirstPerson(span) else { return false }
        return view.sentenceEnd(of: range.lowerBound) >= range.upperBound
            && !range.contains { token in
                !view[token].isDisjoint(with: [.speechVerb, .bodyNoun, .personNoun])
                    || view.mention(at: token).map { view.isPerson($0) || finder.canSpeak($0) } ?? false
            }
    }

    private var finder: SubjectFinder { attributor.finder }

    private func isFirstPerson(_ span: QuotedSpan) -> Bool {
        span.inner.prefix(60).contains { Self.firstPerson.contains(view.key($0)) }
    }

    private static let firstPerson = ByteHash.set("i my me i'm i’m myself we our us we're we’re i've i’ve we've we’ve")

    /// The only person of the sentence right before words in the first person, where that sentence begins with the name.
    private func subject(before opening: Int) -> Int? {
        guard opening > 0 else { return nil }
        let sentence = view.sentence(of: opening - 1)
        let isSame = view.paragraph(of: opening) == view.paragraph(of: sentence.lowerBound)
        guard isSame || view.startsParagraph(opening), sentence.upperBound <= opening,
            !sentence.contains(where: { view.mayBeMark($0) && QuoteMark($0, in: view.text)?.family != nil })
        else { return nil }
        var person: Int?
        for token in sentence {
            guard let mention = view.mention(at: token), view.isPerson(mention) else { continue }
            if person == nil, !coreference.isSubject(token) { return nil }
            if let person, person != mention.entity { return nil }
            person = mention.entity
        }
        return person
    }

    /// No other person is named in a sentence after the last speaker spoke.
    private func isUncontested(from token: Int, to opening: Int, _ speaker: Int) -> Bool {
        var index = view.sentenceEnd(of: token)
        guard opening - index < 400 else { return false }
        while index < opening {
            if let mention = view.mention(at: index) {
                if mention.entity != speaker, view.isPerson(mention) { return false }
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return true
    }

    private mutating func addStatement(_ sentence: Range<Int>) {
        guard let (said, attribution) = indirect.statement(in: sentence, &coreference) else { return }
        append(.indirect, said, attribution)
    }

    private mutating func append(_ kind: Quote.Kind, _ tokens: Range<Int>, _ attribution: Attribution) {
        let text = view.text
        var quote = FoundQuote(
            kind: kind, bytes: Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end))
        quote.speaker = attribution.speaker
        quote.speakerTokens = attribution.speakerTokens
        quote.speakerBasis = attribution.basis(in: view)
        quote.confidence = confidence(of: attribution, quote.speakerBasis, kind)
        quote.cue = attribution.cue
        quote.source = attribution.source
        found.append(quote)
    }

    /// Estimates from the development texts; a pronoun's is that of its mention.
    private func confidence(of attribution: Attribution, _ basis: Quote.SpeakerBasis?, _ kind: Quote.Kind) -> Double {
        switch basis {
        case .named: kind == .direct ? 0.97 : 0.9
        case .pronoun: attribution.speakerTokens.flatMap { coreference.answers[$0.lowerBound]??.confidence } ?? 0.7
        case .described: 0.8
        case .carried: 0.7
        case nil: kind == .direct ? 0.9 : 0.8
        }
    }
}
