import Annotation

/// What belongs to an office before its head: modifiers, fields, names of bodies and countries, the determiner.
struct LeftContext {
    private(set) var start: Int
    /// Where the words of the office itself begin, names left out.
    private(set) var office: Int
    private(set) var phraseStart: Int
    private(set) var determiner = OfficePhrase.Determiner.none
    private(set) var organization: Int?
    private(set) var place: Int?
    private let view: DocumentView
    private let floor: Int
    private let head: Int

    init(_ view: DocumentView, head: Int, floor: Int) {
        self.view = view
        self.floor = floor
        self.head = head
        start = head
        office = head
        phraseStart = head
        while step() {}
        phraseStart = start
        readDeterminer()
    }

    /// Takes one more word, name or pair with `and`; false where the phrase begins.
    private mutating func step() -> Bool {
        let token = start - 1
        guard token >= max(floor, head - 24), view.areInOneSentence(token, start) else { return false }
        if let mention = view.mentionIndex(at: token) { return takeName(mention) }
        let tags = view[token]
        if tags.contains(.genitive) { return takePossessor(token) }
        if view.is(token, ")") { return takeAcronym(token) }
        if isOfficeWord(token) {
            start = token
            if organization == nil, place == nil { office = token }
            if tags.contains(.officeState) { office = organization == nil && place == nil ? token : office }
            return true
        }
        if tags.contains(.coordinator), isJoint(token) {
            start = token - 1
            office = organization == nil && place == nil ? token - 1 : office
            return true
        }
        return false
    }

    /// A word that may stand before a head: known, or with a capital that no sentence start explains.
    private func isOfficeWord(_ token: Int) -> Bool {
        let tags = view[token]
        if !tags.isDisjoint(with: [.officeModifier, .officeField, .officeState]) {
            return tags.isDisjoint(with: [.boundary]) || tags.contains(.officeState)
        }
        if tags.contains(.headlineVerb), isAcronym(token) { return false }
        if view.is(token + 1, "secretary"), view.is(token, "under") { return true }
        if tags.contains(.officeNoun), !tags.contains(.plural) {
            return !tags.contains(.capitalOnly) || tags.contains(.capital)
        }
        guard tags.contains(.capital), tags.isDisjoint(with: OfficePhrase.noPart), !view.isSentenceStart(token) else {
            return tags.contains(.capital) && isAcronym(token)
        }
        return true
    }

    private func isAcronym(_ token: Int) -> Bool {
        let bytes = view.text.bytes(of: token)
        return bytes.count > 1 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
            && view[token].isDisjoint(with: [.boundary, .article])
    }

    /// `Trade and Industry Minister`: both sides of `and` are fields.
    private func isJoint(_ token: Int) -> Bool {
        guard token - 1 >= floor, view.mentionIndex(at: token - 1) == nil, start > token,
            view.mentionIndex(at: start) == nil
        else {
            return false
        }
        return view[token - 1].contains(.officeField) && view[start].contains(.officeField)
            && !view[token - 1].contains(.plural)
    }

    private mutating func takeName(_ mention: Int) -> Bool {
        let found = view.mentions[mention]
        guard found.tokens.lowerBound >= floor, found.kind == .name else { return false }
        switch found.type {
        case .person: return false
        case .location, .group: if place == nil { place = mention }
        default: if organization == nil { organization = mention }
        }
        start = found.tokens.lowerBound
        return true
    }

    /// `National Police Agency (NPA) Director-General`: over the acronym to the name.
    private mutating func takeAcronym(_ close: Int) -> Bool {
        guard view.is(close - 2, "("), let mention = view.mentionIndex(at: close - 3),
            view.mentions[mention].type != .person
        else { return false }
        return takeName(mention)
    }

    /// `Ukraine's Defense Minister`; the possessor of `his party's leader` is a determiner.
    private mutating func takePossessor(_ token: Int) -> Bool {
        guard let mention = view.mentionIndex(at: token - 1), view.mentions[mention].type != .person else {
            determiner = .possessive
            return false
        }
        return takeName(mention)
    }

    private mutating func readDeterminer() {
        guard determiner == .none else { return }
        var token = start - 1
        var skipped = 0
        while token >= floor, view.areInOneSentence(token, start), skipped < 4, view.mentionIndex(at: token) == nil {
            let tags = view[token]
            if tags.contains(.article) { return settle(.definite, at: token) }
            if tags.contains(.indefinite) { return settle(.indefinite, at: token) }
            if tags.contains(.genitive) || tags.contains(.determiner) { return settle(.possessive, at: token) }
            guard
                tags.contains(.officeEpithet) || view[token].contains(.digit)
                    || (tags.contains(.word) && isAdjective(token))
            else {
                return
            }
            token -= 1
            skipped += 1
        }
    }

    private func isAdjective(_ token: Int) -> Bool {
        let tags = view[token]
        return tags.isDisjoint(
            with: OfficePhrase.noPart.union([.capital, .officePreposition, .officeNoun, .commonPerson]))
    }

    private mutating func settle(_ found: OfficePhrase.Determiner, at token: Int) {
        determiner = found
        phraseStart = token
    }
}

extension OfficePhrase {
    /// Words that no office has.
    static let noPart: WordClasses = [
        .boundary, .article, .indefinite, .determiner, .personalPronoun, .copula, .appointmentVerb, .leadingVerb,
        .officePreposition, .coordinator, .adverb,
        .subordinator, .honorific,
    ]

    /// Words that offices and the names of their holders have.
    static let parts: WordClasses = [
        .officeNoun, .officeModifier, .officeField, .officePostfix, .officeState, .officeEpithet, .capital, .tenureNoun,
        .commonPerson, .domainNoun, .male, .female,
    ]
}
