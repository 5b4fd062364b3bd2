import Annotation

/// Ties offices to the people whom the text names as their holders.
///
/// Looks only at what stands right beside an office or a name: an office without a named holder goes to nobody.
struct OfficeHolders {
    var view: DocumentView
    let phrases: [OfficePhrase]
    /// The mention of the holder of each role, with the phrase.
    var holders: [(mention: Int, phrase: Int)] {
        held.indices.flatMap { phrase in held[phrase].sorted().map { (mention: $0, phrase: phrase) } }
    }
    /// The mentions that hold each phrase, in the order in which they were found.
    private var held: [[Int]]
    /// Roles without a phrase of office: `who heads the bank`.
    private(set) var verbal: [(mention: Int, tokens: Range<Int>, organization: Int?)] = []
    /// The phrase that begins at a token.
    private(set) var phraseAt: [Int: Int] = [:]
    /// Mentions whose office stood before them.
    private var hasOfficeBefore: Set<Int> = []

    init(_ view: DocumentView, _ phrases: [OfficePhrase]) {
        self.view = view
        self.phrases = phrases
        held = Array(repeating: [], count: phrases.count)
        for (index, phrase) in phrases.enumerated() {
            phraseAt[phrase.tokens.lowerBound] = index
        }
    }

    mutating func find() {
        // From the end, so that of `Minister of X, General Y` the second is settled when the first is read.
        for phrase in phrases.indices.reversed() { attachBefore(phrase) }
        for mention in view.mentions.indices {
            let found = view.mentions[mention]
            if found.type == .person, found.kind == .name { attachBehind(mention) }
        }
    }

    private mutating func hold(_ phrase: Int, by mention: Int) {
        if !held[phrase].contains(mention) { held[phrase].append(mention) }
    }

    func isHeld(_ phrase: Int) -> Bool { !held[phrase].isEmpty }

    // MARK: Office before name

    private mutating func attachBefore(_ phrase: Int) {
        let office = phrases[phrase]
        for end in [office.tokens.upperBound, office.looseEnd, fieldsEnd(office)] {
            if let mention = personBeside(end) {
                take(phrase, mention)
                return
            }
        }
        if let next = phraseAt[fieldsEnd(office)], let mention = holder(of: next, behind: next), !office.isPlural {
            take(phrase, mention)
            return
        }
        attachOverComma(phrase)
        attachOverAnd(phrase)
        attachOverCopula(phrase)
        attachOverTenure(phrase)
    }

    /// `Lev's position as Public Security Minister`
    private mutating func attachOverTenure(_ phrase: Int) {
        let start = phrases[phrase].start
        guard view.is(start - 1, "as"), view[start - 2].contains(.tenureNoun),
            let genitive = (start - 5..<start - 2).last(where: { view[$0].contains(.genitive) }),
            view.areInOneSentence(genitive, start), let mention = view.mentionIndex(at: genitive - 1),
            view.mentions[mention].type == .person
        else { return }
        hold(phrase, by: mention)
    }

    /// `The most senior officer is Major General Ahmed`.
    private mutating func attachOverCopula(_ phrase: Int) {
        let office = phrases[phrase]
        let verb = office.tokens.upperBound
        guard office.determiner == .definite, !office.isPlural, ["is", "was"].contains(view.word(verb)) else {
            return
        }
        let mention = personBeside(verb + 1) ?? phraseAt[verb + 1].flatMap { holder(of: $0, behind: $0) }
        if let mention { hold(phrase, by: mention) }
    }

    /// The holder of an office whose name stands behind a phrase.
    private func holder(of phrase: Int, behind other: Int) -> Int? {
        held[phrase].last { view.mentions[$0].tokens.lowerBound > phrases[other].head }
    }

    /// Over fields and brackets behind the head: `Secretary Information`, `Chief Election Commissioner (CEC)`.
    private func fieldsEnd(_ office: OfficePhrase) -> Int {
        var end = office.tokens.upperBound
        while view[end].contains(.officeField), view.mentionIndex(at: end) == nil { end += 1 }
        guard view.is(end, "("), end + 4 < view.count else { return end }
        for close in end + 2..<end + 4 where view.is(close, ")") { return close + 1 }
        return end
    }

    private mutating func take(_ phrase: Int, _ mention: Int) {
        hold(phrase, by: mention)
        hasOfficeBefore.insert(mention)
        guard phrases[phrase].isPlural else { return }
        for other in PeopleInRow(view, after: mention).others { hold(phrase, by: other) }
    }

    /// The person named at a token, forms of address before the name skipped.
    private func personBeside(_ token: Int) -> Int? {
        var next = token
        // `His Excellency Dr X`
        if view[next].contains(.determiner), view[next + 1].contains(.honorific) { next += 1 }
        while next < view.count, next - token < 5, view.person(at: next) == nil, isAddress(next) { next += 1 }
        guard next < view.count, next == token || view.areInOneSentence(token, next),
            view.areInOneSentence(max(token - 1, 0), next)
        else { return nil }
        return view.person(at: next)
    }

    /// A form of address, or a single letter of one: `H E`.
    private func isAddress(_ token: Int) -> Bool {
        view[token].contains(.honorific) || (view[token].contains(.capital) && view.text.tokens[token].count == 1)
    }

    /// `the secretary general of OPEC, Omar Haddad, said`; another office may stand before the name.
    private mutating func attachOverComma(_ phrase: Int) {
        let office = phrases[phrase]
        // `, who takes over as head of the centre, spokesman X`
        if view.is(office.start - 1, "as"), !view.isSentenceStart(office.start - 1) { return }
        let comma = isPause(office.tokens.upperBound) ? office.tokens.upperBound : office.looseEnd
        guard !office.isPlural, isPause(comma), !isNext(office) else { return }
        var mention = personBeside(comma + 1)
        if mention == nil, let next = phraseAt[comma + 1], phrases[next].determiner == .none {
            mention = holder(of: next, behind: next)
        }
        guard let mention, isTitled(comma + 1, office) || isApposition(mention, of: office), !followsName(office)
        else { return }
        take(phrase, mention)
    }

    /// `the President, His Highness Sheikh X`; `a former governor of Lima, Senator X`.
    private func isTitled(_ token: Int, _ office: OfficePhrase) -> Bool {
        view[token].contains(.determiner) && view[token + 1].contains(.honorific)
            || office.hasComplement && phraseAt[token] != nil && view[token].contains(.capital)
    }

    private func isPause(_ token: Int) -> Bool { view[token].contains(.comma) || view[token].contains(.dash) }

    /// Whether the name closes the apposition: a mark follows, or the office begins its sentence.
    private func isApposition(_ mention: Int, of office: OfficePhrase) -> Bool {
        var after = view.mentions[mention].tokens.upperBound
        if view.is(after, "(") {
            while after < view.count, !view.is(after, ")"),
                after < view.mentions[mention].tokens.upperBound + 8
            {
                after += 1
            }
            after += 1
        }
        if after >= view.count || !view.areInOneSentence(after, view.mentions[mention].tokens.lowerBound) {
            return true
        }
        let isClosed =
            !view[after].contains(.word) && !view[after].contains(.genitive) || view.is(after, "who")
        if office.determiner == .indefinite { return isClosed && office.hasComplement }
        if office.isSpecific, isClosed || (office.determiner == .none && view[office.head].contains(.capital)) {
            return true
        }
        // `After meeting the president, John Smith said …`
        let sentence = view.text.sentences[view.sentenceIndex(of: office.start)]
        // `As governor, X built roads`: the office is the subject's.
        if office.start > 0, view.isSentenceStart(office.start - 1), view.is(office.start - 1, "as") {
            return true
        }
        let opensClause = (max(sentence.lowerBound, office.start - 60)..<office.start).contains {
            view[$0].contains(.subordinator)
        }
        return !opensClause && (isClosed || office.isSpecific || office.determiner == .possessive)
    }

    /// Whether the office stands behind another name and its comma, whose it then is: `A, president of B, C and D`.
    private func followsName(_ office: OfficePhrase) -> Bool {
        guard view[office.start - 1].contains(.comma), let before = view.mentionIndex(at: office.start - 2) else {
            return false
        }
        return view.mentions[before].type == .person && !hasOfficeDirectly(before)
    }

    private func hasOfficeDirectly(_ mention: Int) -> Bool {
        let start = view.mentions[mention].tokens.lowerBound
        return start > 0 && view[start - 1].contains(.comma)
    }

    /// `Foreign Minister and alternate Prime Minister Lapid`: both are his, where the first has no holder
    /// and no article, or neither is a head alone: `the Under Secretary and President Bose` are two.
    private mutating func attachOverAnd(_ phrase: Int) {
        let office = phrases[phrase]
        let and = office.tokens.upperBound
        guard view[and].contains(.coordinator), !office.isPlural, office.determiner != .indefinite,
            office.determiner == .none || office.isSpecific
        else { return }
        var next = and + 1
        while view[next].contains(.officeEpithet), next < and + 3 { next += 1 }
        guard let second = phraseAt[next], phrases[second].determiner == .none || phrases[second].start > and,
            let holder = holder(of: second, behind: second),
            office.determiner == .none || phrases[second].isSpecific
        else { return }
        hold(phrase, by: holder)
    }

    // MARK: Office behind name

    private mutating func attachBehind(_ mention: Int) {
        var reader = BehindName(view, behind: view.mentions[mention].tokens)
        guard let start = reader.officeStart(phraseAt: phraseAt, phrases: phrases) else {
            if let lead = reader.lead { verbal.append((mention, lead.tokens, lead.organization)) }
            return
        }
        attachChain(from: start, to: mention)
    }

    /// An office and those that `and` or a comma adds: `former president of Chile and current UN envoy`.
    private mutating func attachChain(from start: Int, to mention: Int) {
        var phrase = start
        // `replaces X as the next minister` is about another.
        if isNext(phrases[start]) { return }
        while !belongsToNext(phrase, mention) {
            hold(phrase, by: mention)
            if phrases[phrase].isPlural { for other in partners(of: mention) { hold(phrase, by: other) } }
            let end = phrases[phrase].tokens.upperBound
            if let following = BehindName(view, behind: view.mentions[mention].tokens).officeAfterVerb(
                end, phraseAt: phraseAt, phrases: phrases)
            {
                phrase = following
                continue
            }
            var next = end
            let isList = view[next].contains(.comma)
            if isList { next += 1 }
            if view[next].contains(.coordinator) { next += 1 }
            guard next > end else { return }
            let begin = next
            while view[next].contains(.officeEpithet)
                || !view[next].isDisjoint(with: [.article, .indefinite, .adverb]),
                next < end + 5
            { next += 1 }
            guard let following = phraseAt[next], view.areInOneSentence(end, next) else { return }
            // `A, president of B, and the former president`: after comma and article another person may come.
            if isList, view[begin].contains(.article), !phrases[following].hasComplement { return }
            phrase = following
        }
    }

    private func isNext(_ office: OfficePhrase) -> Bool {
        (office.start..<office.tokens.lowerBound).contains { view.is($0, "next") }
            || view.is(office.start - 1, "next")
    }

    /// `A, B and C, founders of D`: those before the last.
    private func partners(of mention: Int) -> [Int] {
        var found: [Int] = []
        var next = partner(of: mention)
        while let other = next, found.count < 8 {
            found.append(other)
            let start = view.mentions[other].tokens.lowerBound
            next = view[start - 1].contains(.comma) ? view.mentionIndex(at: start - 2) : nil
            if let one = next, view.mentions[one].type != .person { next = nil }
        }
        return found
    }

    /// Whether the office stands before another name, to which it is closer.
    private func belongsToNext(_ phrase: Int, _ mention: Int) -> Bool {
        held[phrase].contains { $0 > mention }
            || (phrases[phrase].isPlural && !isOneOf(phrase) && partner(of: mention) == nil)
    }

    /// The person before `and` or a comma: `A and B, founders of C`.
    private func partner(of mention: Int) -> Int? {
        let start = view.mentions[mention].tokens.lowerBound
        guard view[start - 1].contains(.coordinator), let before = view.mentionIndex(at: start - 2),
            view.mentions[before].type == .person
        else { return nil }
        return before
    }

    /// `one of the ministers of finance`, `both professors`.
    private func isOneOf(_ phrase: Int) -> Bool { view.is(phrases[phrase].start - 1, "of") }
}
