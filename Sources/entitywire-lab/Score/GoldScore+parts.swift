extension GoldScore {
    mutating func add(_ document: GoldDocument, _ annotation: FoundDocument) {
        addNames(document, annotation)
        addRoles(document, annotation)
        addQuotes(document, annotation)
        addDates(document, annotation)
        addNumbers(document, annotation)
        addSources(document, annotation)
        addBoilerplate(document, annotation)
    }

    private mutating func tally(
        _ part: Part, _ gold: [Fact], _ found: [Fact], neutral: [Fact] = [], by agreement: (Fact, Fact) -> Double
    ) -> [(gold: Fact, found: Fact)] {
        tallies[part, default: Tally()].pair(gold, found, part.rawValue, neutral: neutral, by: agreement)
    }

    private mutating func addNames(_ document: GoldDocument, _ annotation: FoundDocument) {
        let gold = document.names
        let found = (annotation.mentions ?? []).filter {
            ($0.kind ?? "name") == "name" && Self.types.contains($0.type ?? "")
        }
        let body = found.filter(document.holds)
        let edges = document.borderline("names")
        func isExact(_ one: Fact, _ other: Fact) -> Double { one.isSame(other) && one.hasType(of: other) ? 1 : 0 }
        let matched = tally(.names, gold, body, neutral: edges, by: isExact)
        _ = tally(.namesEverywhere, gold, found, neutral: edges, by: isExact)
        _ = tally(.namesOverlapping, gold, body, neutral: edges) { $0.hasType(of: $1) ? $0.agreement($1) : 0 }
        _ = tally(.persons, gold.filter(\.isPerson), body.filter(\.isPerson), neutral: edges, by: isExact)
        let linked = matched.filter { $0.gold.type != "NORP" }
        let ids = Dictionary((annotation.entities ?? []).map { ($0.id, $0.globalId) }) { first, _ in first }
        clustersWithin.append(linked.map { BCubed.Item(gold: $0.gold.entity ?? "", found: $0.found.entity) })
        clustersAcross += linked.map { pair in
            let id = pair.found.entity ?? ""
            return BCubed.Item(gold: pair.gold.entity ?? "", found: (ids[id] ?? nil) ?? document.sha256 + id)
        }
    }

    private static let types: Set = [
        "PERSON", "ORG", "LOC", "FAC", "GPE", "NORP", "EVENT", "PRODUCT", "MISC", "WORK", "LAW",
    ]

    private mutating func addRoles(_ document: GoldDocument, _ annotation: FoundDocument) {
        let named = Set(document.entities.map(\.canonical))
        let gold = (document.roles ?? []).filter { named.contains($0.holder ?? "") }
        let others = (document.roles ?? []).filter { !named.contains($0.holder ?? "") }
        let holders = Holders(document, annotation)
        _ = tally(.roles, gold, annotation.roles ?? [], neutral: others + document.borderline("roles")) {
            holders.of($0.holder).contains($1.holder ?? "") ? $0.agreement($1) : 0
        }
    }

    private mutating func addQuotes(_ document: GoldDocument, _ annotation: FoundDocument) {
        let gold = (document.quotes ?? []).filter { $0.kind == "direct" }
        let found = (annotation.quotes ?? []).filter { $0.kind == "direct" }
        let pieces = (document.quotes ?? []).filter { $0.kind == "fragment" || $0.kind == "term" }
        let neutral = pieces + document.borderline("quotes")
        func near(_ one: Fact, _ other: Fact) -> Double {
            let agreement = one.agreement(other)
            return agreement >= 0.9 ? agreement : 0
        }
        _ = tally(.directQuotes, gold, found, neutral: neutral, by: near)
        let holders = Holders(document, annotation)
        _ = tally(.speakers, gold, found, neutral: neutral) { one, other in
            holders.of(one.speaker).contains(other.speaker ?? "") ? near(one, other) : 0
        }
    }

    /// Ordinals, references without a calendar value and what lies in boilerplate are neutral.
    private mutating func addDates(_ document: GoldDocument, _ annotation: FoundDocument) {
        let all = document.dates ?? []
        func counts(_ date: Fact) -> Bool {
            date.noMetadata?.timex != nil && date.withManifest?.timex != nil && document.holds(date)
        }
        let gold = all.filter(counts)
        let neutral = all.filter { !counts($0) } + document.borderline("dates")
        let found = (annotation.dates ?? []).filter(document.holds)
        func wide(_ one: Fact, _ other: Fact) -> Double {
            let agreement = one.agreement(other)
            return agreement >= 0.3 ? agreement : 0
        }
        func touching(_ gold: [Fact]) -> [Fact] { found.filter { one in gold.contains { wide($0, one) > 0 } } }
        _ = tally(.dateSpans, gold, found, neutral: neutral, by: wide)
        let open = gold.filter { $0.noMetadata?.text.contains("(the") == false }
        _ = tally(.openDates, open, touching(open), neutral: neutral) {
            $0.noMetadata?.agrees(with: $1.value) == true ? wide($0, $1) : 0
        }
        guard found.contains(where: { $0.resolved != nil }) else { return }
        _ = tally(.resolvedDates, gold, touching(gold), neutral: neutral) {
            $0.withManifest?.agrees(with: $1.resolved) == true ? wide($0, $1) : 0
        }
    }

    private mutating func addNumbers(_ document: GoldDocument, _ annotation: FoundDocument) {
        let all = document.numbers ?? []
        let gold = all.filter { $0.value?.number != nil }
        let found = (annotation.quantities ?? []).filter { quantity in
            document.holds(quantity) && (quantity.kind != "ordinal" || gold.contains { $0.agreement(quantity) >= 0.3 })
        }
        let ordinals = (document.dates ?? []).filter { $0.noMetadata?.text.hasPrefix("(ordinal") == true }
        let neutral = all.filter { $0.value?.number == nil } + ordinals + document.borderline("numbers")
        _ = tally(.numbers, gold, found, neutral: neutral) {
            $0.value?.number == $1.value?.number ? Double($0.overlap($1)) : 0
        }
    }

    private mutating func addSources(_ document: GoldDocument, _ annotation: FoundDocument) {
        let gold = document.sources ?? []
        let found = annotation.sources ?? []
        let cited = Set(gold.map { ($0.text ?? "").lowercased() })
        let neutral = found.filter { cited.contains(($0.text ?? "").lowercased()) } + document.borderline("sources")
        _ = tally(.sources, gold, found, neutral: neutral) { $0.agreement($1) }
    }

    private mutating func addBoilerplate(_ document: GoldDocument, _ annotation: FoundDocument) {
        let sections = annotation.sections ?? []
        let ends = document.body.map { $0[1] } + sections.map(\.end) + (document.segments ?? []).map(\.end)
        var gold = [Bool](repeating: true, count: ends.max() ?? 0)
        var found = [Bool](repeating: false, count: gold.count)
        for range in document.body { for index in range[0]..<range[1] { gold[index] = false } }
        for section in sections where section.kind == "boilerplate" {
            for index in section.start..<section.end { found[index] = true }
        }
        tallies[.boilerplate, default: Tally()].hit += zip(gold, found).count { $0 && $1 }
        tallies[.boilerplate, default: Tally()].gold += gold.count { $0 }
        tallies[.boilerplate, default: Tally()].found += found.count { $0 }
    }
}

extension GoldDocument {
    /// Whether a fact lies in the article itself.
    func holds(_ fact: Fact) -> Bool { body.contains { $0[0] <= fact.start && fact.end <= $0[1] } }
}

extension Fact {
    var isPerson: Bool { type == "PERSON" }
}

/// The found entities that hold a mention where the gold has one of a cluster.
private struct Holders {
    private let mentions: [Fact]
    private let spans: [String: [Fact]]

    init(_ document: GoldDocument, _ annotation: FoundDocument) {
        mentions = annotation.mentions ?? []
        spans = Dictionary(grouping: document.names + (document.nominals ?? [])) { $0.entity ?? "" }
    }

    func of(_ cluster: String?) -> Set<String> {
        let spans = spans[cluster ?? ""] ?? []
        return Set(mentions.filter { one in spans.contains { $0.overlap(one) > 0 } }.compactMap(\.entity))
    }
}
