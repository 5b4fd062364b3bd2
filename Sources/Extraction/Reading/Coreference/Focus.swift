import Annotation

/// The people without a name, and the genders of those with one.
struct Focus {
    private(set) var unnamed: [Int] = []
    private(set) var genders: [GivenNames.Gender?]

    init(_ view: DocumentView, _ offices: OfficeHolders, nominals: [NominalFinder.Nominal]) {
        genders = Array(repeating: nil, count: view.entities.count)
        for mention in view.mentions where mention.type == .person && mention.kind == .name {
            if genders[mention.entity] == nil { genders[mention.entity] = Focus.gender(of: mention, in: view) }
        }
        let resolved = Set(nominals.compactMap(\.phrase))
        learnGenders(offices)
        for (index, phrase) in offices.phrases.enumerated() where !offices.isHeld(index) && !resolved.contains(index) {
            if !phrase.isPlural, phrase.determiner != .none { unnamed.append(phrase.head) }
        }
        for token in 0..<view.count where Focus.isUnnamed(token, in: view) { unnamed.append(token) }
        unnamed.sort()
    }

    /// A form of address before the name, else the first name.
    private static func gender(of mention: FoundMention, in view: DocumentView) -> GivenNames.Gender? {
        let before = view[mention.tokens.lowerBound - 1]
        if before.contains(.female) { return .female }
        if before.contains(.male), !before.contains(.personalPronoun) { return .male }
        return mention.tokens.count > 1 ? GivenNames.gender(of: view.text.bytes(of: mention.tokens.lowerBound)) : nil
    }

    /// `spokeswoman`, `chairman`, `King`.
    private mutating func learnGenders(_ offices: OfficeHolders) {
        for held in offices.holders {
            let entity = offices.view.mentions[held.mention].entity
            let tags = offices.view[offices.phrases[held.phrase].head]
            if tags.contains(.female) { genders[entity] = .female }
            if tags.contains(.male), genders[entity] == nil { genders[entity] = .male }
        }
    }

    /// `a woman`, `the driver`; not `as a farmer` or `, a father of two`, which say something of a person named.
    private static func isUnnamed(_ token: Int, in view: DocumentView) -> Bool {
        guard view[token].contains(.commonPerson), view.mentionIndex(at: token) == nil else { return false }
        var start = token - 1
        while token - start < 4, view[start].contains(.word), view[start].isDisjoint(with: OfficePhrase.noPart) {
            start -= 1
        }
        guard !view[start].isDisjoint(with: [.article, .indefinite]) else { return false }
        let before = view[start - 1]
        return !before.contains(.comma) && !before.contains(.copula) && !view.is(max(start - 1, 0), "as")
    }
}
