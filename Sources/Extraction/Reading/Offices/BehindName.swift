import Annotation

/// Reads what follows a person's name up to an office: `, 62, the`, `was appointed as`, `, who was`, `(`.
struct BehindName {
    private let view: DocumentView
    private let name: Range<Int>
    /// A verb of leading with its body: `heads the bank`.
    private(set) var lead: (tokens: Range<Int>, organization: Int?)?

    /// - Parameter name: the tokens of the name, or of a pronoun.
    init(_ view: DocumentView, behind name: Range<Int>) {
        self.view = view
        self.name = name
    }

    /// The phrase of office that the text gives to the name, or nil.
    mutating func officeStart(phraseAt: [Int: Int], phrases: [OfficePhrase]) -> Int? {
        let end = name.upperBound
        guard end < view.count, view.areInOneSentence(end - 1, end) else { return nil }
        var token = skipBrackets(BehindName.suffixes.contains(view.word(end)) ? end + 1 : end)
        var opened = false
        if view[token].contains(.comma) || view[token].contains(.dash) || view.is(token, "(") {
            token += 1
            opened = true
            if view.isAge(token), view[token + 1].contains(.comma) { token += 2 }
        }
        let verb = skipVerb(token, opened: opened)
        guard let verb else { return nil }
        token = verb.token
        if !opened, !verb.isVerb {
            // `appointed Raul Domingos ambassador`, `Sarkar MP`.
            guard wasAppointed() || isPostnominal(token, phraseAt, phrases) else { return nil }
        }
        return phrase(near: token, phraseAt: phraseAt, phrases: phrases)
    }

    /// `…, the former spokesperson, was appointed chief`: the office that a verb gives after an apposition.
    func officeAfterVerb(_ end: Int, phraseAt: [Int: Int], phrases: [OfficePhrase]) -> Int? {
        var reader = self
        let first = view[end].contains(.comma) ? end + 1 : end
        guard view.areInOneSentence(end - 1, first), let verb = reader.skipVerb(first, opened: false), verb.isVerb
        else {
            return nil
        }
        return phrase(near: verb.token, phraseAt: phraseAt, phrases: phrases)
    }

    private static let suffixes: Set<String> = ["ii", "iii", "iv", "jr", "jr.", "sr", "sr."]

    private func skipBrackets(_ token: Int) -> Int {
        guard view.is(token, "(") else { return token }
        for next in token + 1..<min(token + 8, view.count) where view.is(next, ")") {
            // An office in the brackets itself is read.
            return (token + 1..<next).contains { view[$0].contains(.officeNoun) } ? token : next + 1
        }
        return token
    }

    /// Over `who was`, `is currently`, `has been appointed as`; nil where another verb stands there.
    private mutating func skipVerb(_ first: Int, opened: Bool) -> (token: Int, isVerb: Bool)? {
        var token = first
        var isVerb = false
        var assumes = false
        while token < view.count, token - first < 8, view.areInOneSentence(first, token),
            view.mentionIndex(at: token) == nil
        {
            let tags = view[token]
            if tags.contains(.officeNoun), !tags.contains(.leadingVerb) { break }
            if tags.contains(.leadingVerb), isLead(token, after: first, opened: opened) { return nil }
            if tags.contains(.copula) || tags.contains(.appointmentVerb) {
                isVerb = true
            } else if tags.contains(.assumptionVerb) {
                assumes = true
            } else if assumes, !isVerb {
                // `took over the reins as`
                if view.is(token, "as") {
                    isVerb = true
                } else if !tags.contains(.article), !isPlain(tags) {
                    return nil
                }
            } else if tags.contains(.adverb), !tags.contains(.officeNoun) {
                if view.is(token, "as"), !isVerb, !opened, !wasAppointed() { return nil }
            } else if isVerb, view[token].contains(.officePreposition) {
                guard view.is(token, "to") || view.is(token, "in") else { break }
            } else {
                break
            }
            token += 1
        }
        return assumes && !isVerb ? nil : (token, isVerb)
    }

    /// `, who heads the bank`: keeps verb and body.
    private mutating func isLead(_ token: Int, after first: Int, opened: Bool) -> Bool {
        guard opened, token > first, view.is(token - 1, "who") else { return false }
        var next = token + 1
        while !view[next].isDisjoint(with: [.article, .determiner]) { next += 1 }
        guard let body = view.mentionIndex(at: next), view.mentions[body].type == .organization else { return false }
        lead = (token..<view.mentions[body].tokens.upperBound, body)
        return true
    }

    /// Whether a verb of appointment stands before the name.
    private func wasAppointed() -> Bool {
        let start = name.lowerBound
        return (1...3).contains { view[start - $0].contains(.appointmentVerb) }
    }

    /// A word of no list: a common noun.
    private func isPlain(_ tags: WordClasses) -> Bool {
        tags.contains(.word) && tags.isDisjoint(with: OfficePhrase.noPart.union(OfficePhrase.parts))
    }

    /// `Rahman MP`; `Bat officer-in-charge of Lima police`, where the comma is lost.
    private func isPostnominal(_ token: Int, _ phraseAt: [Int: Int], _ phrases: [OfficePhrase]) -> Bool {
        guard let phrase = phraseAt[token] else { return false }
        if phrases[phrase].tokens.count == 1 { return view[token].contains(.capitalOnly) }
        return phrases[phrase].hasComplement && !phrases[phrase].isPlural
    }

    /// The phrase that begins here, after its determiner and at most three adjectives.
    private func phrase(near first: Int, phraseAt: [Int: Int], phrases: [OfficePhrase]) -> Int? {
        var token = first
        while token < view.count, token - first < 6, view.areInOneSentence(first, token) {
            if let phrase = phraseAt[token] { return isWhole(phrase, from: first, phrases) ? phrase : nil }
            let tags = view[token]
            if let mention = view.mentionIndex(at: token) {
                // `X, Ruiz's lawyer`; `X was Chile's longest-serving minister`
                let end = view.mentions[mention].tokens.upperBound
                guard token == first, view[end].contains(.genitive),
                    phraseAt[end + 1] != nil || view.mentions[mention].type != .person
                else { return nil }
                token = end + 1
                continue
            }
            if tags.contains(.comma) { return nil }
            let isDeterminer =
                token <= first + 2 && !tags.isDisjoint(with: [.article, .indefinite, .determiner, .genitive])
            guard
                isDeterminer || tags.contains(.officeEpithet) || view[token].contains(.digit)
                    || (tags.contains(.word) && isAdjective(tags))
            else { return nil }
            token += 1
        }
        return nil
    }

    private func isAdjective(_ tags: WordClasses) -> Bool {
        tags.isDisjoint(with: OfficePhrase.noPart.union([.capital]))
    }

    private func isWhole(_ phrase: Int, from first: Int, _ phrases: [OfficePhrase]) -> Bool {
        // `who was in the chair`
        if view.is(phrases[phrase].start - 1, "in"), !phrases[phrase].isSpecific { return false }
        return begins(phrase, from: first, phrases)
    }

    private func begins(_ phrase: Int, from first: Int, _ phrases: [OfficePhrase]) -> Bool {
        phrases[phrase].start >= first || phrases[phrase].tokens.lowerBound == first
    }
}
