import Annotation
import Resolution
import Testing

@Suite struct NameMatcherTests {
    let matcher: NameMatcher

    init() throws { matcher = NameMatcher(tables: try NameTables.shipped()) }

    @Test(arguments: [
        ("persons", EntityType.person, 0.95), ("organizations", .organization, 0.95), ("places", .location, 0.95),
    ])
    func developmentPairsAreToldApart(file: String, type: EntityType, floor: Double) throws {
        let pairs = try NamePairs(file, type: type)
        #expect(pairs.pairs.count >= 50)
        let score = pairs.score { matcher.match($0, $1, type: type).isMatch }
        #expect(score >= floor, "F1 \(score)")
    }

    @Test(arguments: [("persons", EntityType.person), ("organizations", .organization), ("places", .location)])
    func theOrderOfTheNamesDoesNotMatter(file: String, type: EntityType) throws {
        for pair in try NamePairs(file, type: type).pairs {
            let forth = matcher.match(pair.first, pair.second, type: type).score
            #expect(
                forth == matcher.match(pair.second, pair.first, type: type).score, "\(pair.first) and \(pair.second)")
            #expect((0...1).contains(forth))
        }
    }

    @Test(arguments: [("persons", EntityType.person), ("organizations", .organization), ("places", .location)])
    func everyNameIsItself(file: String, type: EntityType) throws {
        for pair in try NamePairs(file, type: type).pairs {
            #expect(matcher.match(pair.first, pair.first, type: type).score >= 0.95, "\(pair.first)")
        }
    }

    @Test func anExplanationNamesWhatDecides() {
        let generation = matcher.match("Donald Trump", "Donald Trump Jr.", type: .person, explains: true)
        #expect(generation.reasons.contains { $0.rule == .generation })
        let short = matcher.match("Bill Gates", "William Gates", type: .person, explains: true)
        #expect(short.reasons.contains { $0.rule == .shortForm && $0.first == "bill" })
        let acronym = matcher.match("IMF", "International Monetary Fund", type: .organization, explains: true)
        #expect(acronym.reasons.map(\.rule) == [.acronym])
    }

    @Test func theFactorsOfTheReasonsMakeTheScore() {
        for (first, second) in [
            ("Joseph R. Biden", "Joe Biden"), ("Kim Jong-un", "Kim Jong-il"), ("V. Putin", "Putin, Vladimir"),
        ] {
            let match = matcher.match(first, second, type: .person, explains: true)
            let product = match.reasons.reduce(1) { $0 * $1.factor }
            #expect(abs(product - match.score) < 0.01, "\(first) and \(second)")
        }
    }

    @Test(arguments: [
        "", " ", "…", ",", "-", "(", "\"", "Jr.", "Dr.", "al", "abd", "abdul al", "Ltd", "s.a.", "İ", "é́́", "𝕏", "李",
        "مح", "\u{0}",
    ])
    func namesWithoutAWordAreComparedAsWell(name: String) {
        for type in EntityType.allCases {
            #expect(matcher.match(name, "Ivan Petrov Ltd", type: type).score < NameMatch.threshold)
            _ = matcher.match(name, name, type: type)
        }
    }
}
