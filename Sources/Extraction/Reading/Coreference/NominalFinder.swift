import Annotation

/// Finds whom `the minister`, `the Deputy Minister of Defense` and `the Ukrainian politician` stand for.
///
/// Only people whose office the text gave before, and only where one person fits; of several the one in focus, in this
/// sentence or the one before.
struct NominalFinder {
    let view: DocumentView
    let finder: OfficeHolders
    let index: HolderIndex
    let entities: [FoundEntity]

    struct Nominal {
        var tokens: Range<Int>
        var entity: Int
        var confidence: Double
        /// The phrase, where it is one of an office.
        var phrase: Int?
    }

    /// In order of start.
    func find() -> [Nominal] {
        var found: [Nominal] = []
        for (number, phrase) in finder.phrases.enumerated() where !finder.isHeld(number) && isDefinite(phrase) {
            if let one = resolve(phrase) {
                found.append(
                    Nominal(
                        tokens: phrase.start..<phrase.tokens.upperBound, entity: one.entity, confidence: one.confidence,
                        phrase: number))
            }
        }
        for token in 0..<view.count where view[token].contains(.domainNoun) && !view[token].contains(.officeNoun) {
            if let nominal = resolveClass(token) { found.append(nominal) }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func isDefinite(_ phrase: OfficePhrase) -> Bool {
        let end = phrase.tokens.upperBound
        if phrase.isPlural
            || (view[end].contains(.coordinator) && !view[end + 1].isDisjoint(with: [.officeNoun, .officeModifier]))
        {
            return false
        }
        if NominalFinder.adjectives.contains(view.word(phrase.head)), isNoun(end) { return false }
        if phrase.determiner == .definite { return true }
        // `GCC Secretary-General said`
        return phrase.determiner == .none && phrase.isSpecific && view[phrase.tokens.lowerBound].contains(.capital)
            && view[phrase.tokens.upperBound].contains(.boundary)
    }

    /// Heads that are adjectives as well: `the official rate`, `the chief architects`.
    private static let adjectives: Set<String> = [
        "official", "chief", "executive", "principal", "representative", "academic", "expert", "lead", "deputy",
    ]

    /// A word of no list that does not look like a verb in the past.
    private func isNoun(_ token: Int) -> Bool {
        guard view[token].contains(.word) else { return false }
        let verbs: WordClasses = [
            .boundary, .adverb, .officePreposition, .coordinator, .copula, .appointmentVerb, .leadingVerb,
            .assumptionVerb, .subordinator, .personalPronoun,
        ]
        return view[token].isDisjoint(with: verbs) && !view.word(token).hasSuffix("ed")
    }

    // MARK: Offices

    private func resolve(_ phrase: OfficePhrase) -> (entity: Int, confidence: Double)? {
        let words = HolderIndex.words(of: phrase, from: phrase.start, in: view)
        let deputy = HolderIndex.isDeputy(phrase, in: view)
        let head = HolderIndex.head(of: phrase, in: view)
        let country = phrase.place.flatMap { entities[view.mentions[$0].entity].country }
        let organization = phrase.organization.map { view.mentions[$0].entity }
        let placeWords = NominalFinder.nameWords(phrase, in: view)
        func agrees(_ entry: HolderIndex.Entry) -> Bool {
            guard entry.token < phrase.start, entry.isDeputy == deputy else { return false }
            if let country, entry.country != country { return false }
            guard let organization, entry.organization != organization else { return true }
            return entry.organization == nil && placeWords.isSubset(of: entry.words)
        }
        let details = words.subtracting(placeWords).subtracting([view.word(phrase.head), head])
        var same = index.entries(head: head).filter { agrees($0) && details.isSubset(of: $0.words) }
        if same.isEmpty, country != nil {
            // Whose country the text does not tell.
            let entries = index.entries(head: head)
            let foreign = Set(entries.filter { $0.country != nil && $0.country != country }.map(\.entity))
            same = entries.filter { entry in
                entry.country == nil && entry.token < phrase.start && entry.isDeputy == deputy
                    && details.isSubset(of: entry.words) && !foreign.contains(entry.entity)
            }
        }
        if let one = choose(same, before: phrase.start) { return one }
        guard same.isEmpty else { return nil }
        if let organization, let one = chooseLeader(phrase, of: organization, deputy) { return one }
        let office = words.subtracting(placeWords)
        let near = index.entries(words: office).filter { entry in
            let shared = office.intersection(entry.words).count
            return agrees(entry) && shared >= 2 && 3 * shared >= 2 * office.count
        }
        if let one = choose(near, before: phrase.start) { return one }
        guard near.isEmpty, view[phrase.head].contains(.domainNoun), phrase.office.count == 1,
            let one = organization.flatMap({ chooseMember(view[phrase.head], of: $0, before: phrase.start) })
                ?? chooseByDomain(view[phrase.head], country: country, before: phrase.start)
        else { return nil }
        return organization == nil || isSubject(one.entity, before: phrase.start) ? one : nil
    }

    /// `The Labour president`, whom the text has as head of Labour.
    private func chooseLeader(_ phrase: OfficePhrase, of organization: Int, _ deputy: Bool) -> (
        entity: Int, confidence: Double
    )? {
        guard !deputy, NominalFinder.leaders.contains(view.word(phrase.head)) else { return nil }
        let entries = index.entries(before: phrase.start, limit: 200).filter {
            $0.organization == organization && !$0.isDeputy && !$0.words.isDisjoint(with: NominalFinder.leaders)
        }
        return Set(entries.map(\.entity)).count == 1 ? entries.first.map { ($0.entity, 0.7) } : nil
    }

    private static let leaders: Set<String> = [
        "leader", "head", "chief", "president", "chairman", "chairwoman", "chairperson", "chair", "boss", "supremo",
    ]

    /// The words of the countries and bodies in the phrase.
    private static func nameWords(_ phrase: OfficePhrase, in view: DocumentView) -> Set<String> {
        Set(
            phrase.tokens.filter { view.mentionIndex(at: $0) != nil }.flatMap {
                view.word($0).split(separator: "-").map(String.init)
            })
    }

    /// The one entity of the entries, or of several the only one in focus.
    private func choose(_ entries: [HolderIndex.Entry], before token: Int) -> (entity: Int, confidence: Double)? {
        // `The president` is the one in office, where the text also has a former one.
        let former = Set(entries.filter { !$0.words.isDisjoint(with: NominalFinder.former) }.map(\.entity))
        let entries =
            entries.contains { !former.contains($0.entity) } ? entries.filter { !former.contains($0.entity) } : entries
        let candidates = Set(entries.map(\.entity))
        guard let only = candidates.min() else { return nil }
        if candidates.count == 1 { return (only, 0.9) }
        let recent = peopleInFocus(before: token).filter(candidates.contains)
        return recent.count == 1 ? (recent[0], 0.7) : nil
    }

    private static let former: Set<String> = ["former", "ex", "ousted", "deposed", "retired", "onetime"]

    /// The people named in this sentence before the token and in the sentence before.
    private func peopleInFocus(before token: Int) -> [Int] {
        let sentence = view.sentenceIndex(of: token)
        let start = max(view.text.sentences[max(sentence - 1, 0)].lowerBound, token - 150)
        var people: [Int] = []
        for place in start..<token {
            if let mention = view.person(at: place), !people.contains(view.mentions[mention].entity) {
                people.append(view.mentions[mention].entity)
            }
        }
        return people
    }

    /// Whether the sentence before begins with the person.
    private func isSubject(_ entity: Int, before token: Int) -> Bool {
        let sentence = view.sentenceIndex(of: token)
        guard sentence > 0 else { return false }
        return view.text.sentences[sentence - 1].prefix(8).contains { place in
            view.person(at: place).map { view.mentions[$0].entity == entity } ?? false
        }
    }

    // MARK: Words for a domain

    /// `the Ukrainian politician`: the article, at most a country, and a noun for a domain.
    private func resolveClass(_ token: Int) -> Nominal? {
        var start = token - 1
        var country: String?
        if let mention = view.mentionIndex(at: start) {
            guard let code = entities[view.mentions[mention].entity].country else { return nil }
            country = code
            start = view.mentions[mention].tokens.lowerBound - 1
        }
        guard start >= 0, view[start].contains(.article), view.areInOneSentence(start, token),
            let one = chooseByDomain(view[token], country: country, before: start)
        else { return nil }
        return Nominal(tokens: start..<token + 1, entity: one.entity, confidence: one.confidence, phrase: nil)
    }

    /// `the Labour lawmaker`: the only person with an office of the domain and one in the body.
    private func chooseMember(_ tags: WordClasses, of organization: Int, before token: Int) -> (
        entity: Int, confidence: Double
    )? {
        let entries = index.entries(before: token, limit: 200)
        let domains = tags.intersection(.domains)
        let inDomain = Set(entries.filter { !$0.domains.isDisjoint(with: domains) }.map(\.entity))
        let members = Set(entries.filter { $0.organization == organization }.map(\.entity)).intersection(inDomain)
        return members.count == 1 ? members.first.map { ($0, 0.8) } : nil
    }

    private func chooseByDomain(_ tags: WordClasses, country: String?, before token: Int) -> (
        entity: Int, confidence: Double
    )? {
        let domains = tags.intersection(.domains)
        let entries = index.entries(before: token, limit: 200).filter { entry in
            entry.token < token && !entry.domains.isDisjoint(with: domains)
                && (country == nil || entry.country == country)
        }
        let recent = peopleInFocus(before: token)
        // Without a country whoever is in focus must fit alone.
        if country == nil {
            let fitting = recent.filter { person in entries.contains { $0.entity == person } }
            return fitting.count == 1 ? (fitting[0], 0.7) : nil
        }
        return choose(entries, before: token)
    }
}
