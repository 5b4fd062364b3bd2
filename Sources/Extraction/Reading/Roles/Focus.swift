import Annotation

/// Who is spoken of where: people by name or nominal mention, people without a name, and the genders that are known.
struct Focus {
    private(set) var people: [PronounFinder.Person] = []
    private(set) var unnamed: [Int] = []
    private(set) var genders: [GivenNames.Gender?]

    init(_ finder: RoleFinder, nominals: [NominalFinder.Nominal], entities: [FoundEntity]) {
        let view = finder.view
        genders = Array(repeating: nil, count: entities.count)
        for mention in view.mentions where mention.type == .person {
            people.append(PronounFinder.Person(token: mention.tokens.lowerBound, entity: mention.entity))
            if genders[mention.entity] == nil { genders[mention.entity] = Focus.gender(of: mention, in: view) }
        }
        let resolved = Set(nominals.compactMap(\.phrase))
        for nominal in nominals {
            people.append(PronounFinder.Person(token: nominal.tokens.lowerBound, entity: nominal.entity))
        }
        people.sort { ($0.token, $0.entity) < ($1.token, $1.entity) }
        learnGenders(finder)
        for (index, phrase) in finder.phrases.enumerated() where !finder.isHeld(index) && !resolved.contains(index) {
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
    private mutating func learnGenders(_ finder: RoleFinder) {
        for held in finder.holders {
            let entity = finder.view.mentions[held.mention].entity
            let tags = finder.view[finder.phrases[held.phrase].head]
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
