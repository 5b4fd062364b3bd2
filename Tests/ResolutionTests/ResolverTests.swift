import Annotation
import Resolution
import Testing

@Suite struct ResolverTests {
    let resolver: Resolver

    init() throws { resolver = Resolver(tables: try NameTables.shipped()) }

    private func person(_ name: String, _ country: String? = nil, _ field: String? = nil) -> Form {
        Form(type: .person, folded: EntityKey.fold(name), country: country, field: field)
    }

    private func organization(_ name: String, _ country: String? = nil) -> Form {
        Form(type: .organization, folded: EntityKey.fold(name), country: country)
    }

    private func resolved(_ forms: [Form], _ corrections: Corrections = Corrections()) throws -> MemoryForms {
        var memory = MemoryForms(resolver: resolver)
        memory.corrections = corrections
        for form in forms { try memory.add(form) }
        return memory
    }

    @Test func spellingsOfOneMinisterMerge() throws {
        let forms = [
            person("Rustem Umerov", "UA", "government"), person("Rustam Umarov", "UA", "government"),
            person("Umarov", "UA", "government"), person("Рустем Умєров"),
        ]
        let memory = try resolved(forms)
        #expect(Set(memory.entities.values).count == 1)
    }

    @Test func aFamilyNameMergesByOfficeOrStaysAlone() throws {
        let (full, bare) = (person("Valery Zalozny", "UA", "military"), person("Załużny", "UA", "military"))
        #expect(try resolved([full, bare]).areOne(full, bare))
        let open = person("Załużny")
        #expect(try !resolved([full, open]).areOne(full, open))
    }

    @Test func aFamilyNameOfTwoMinistersIsNeither() throws {
        let forms = [
            person("Andriy Melnyk", "UA", "government"), person("Serhiy Melnyk", "UA", "government"),
            person("Melnyk", "UA", "government"),
        ]
        let memory = try resolved(forms)
        #expect(Set(memory.entities.values).count == 3)
    }

    @Test func likeNamesOfTwoMinistersStayApart() throws {
        let forms = [person("Dmytro Kuleba", "UA", "government"), person("Wiesław Kukuła", "PL", "military")]
        #expect(Set(try resolved(forms).entities.values).count == 2)
    }

    @Test func homonymsSplitWhereTheirEvidenceContradictsItself() throws {
        let (minister, player) = (person("Ivan Horak", "CZ", "government"), person("Ivan Horak", "SK", "sport"))
        let unknown = person("Ivan Horak")
        let memory = try resolved([minister, player, unknown])
        #expect(!memory.areOne(minister, player))
        #expect(!memory.areOne(unknown, minister) && !memory.areOne(unknown, player))
        #expect(try resolved([minister, unknown]).areOne(minister, unknown))
    }

    @Test func courtsOfTwoCountriesStayApart() throws {
        let forms = [
            organization("Supreme Court", "IN"), organization("Supreme Court", "KE"),
            organization("Supreme Court of India", "IN"),
        ]
        let memory = try resolved(forms)
        #expect(!memory.areOne(forms[0], forms[1]))
    }

    @Test func anAcronymGoesToItsOnlyName() throws {
        let (short, long) = (organization("IMF"), organization("International Monetary Fund"))
        #expect(try resolved([short, long]).areOne(short, long))
        let other = organization("Indian Motor Federation")
        #expect(try !resolved([short, long, other]).areOne(short, long))
    }

    @Test func theIdIsThatOfTheBestNameWhateverCameFirst() throws {
        let forms = [person("V. Putin"), person("Vladimir Putin"), person("Путин Владимир Владимирович")]
        #expect(Set(try resolved(forms).entities.values) == [person("Vladimir Putin").nameId])
    }

    @Test func oneIdentifierOfTheGazetteerIsOneEntity() throws {
        let forms = [
            Form(type: .organization, folded: "npc", gazetteer: "case-17"),
            Form(type: .organization, folded: "quay builders", gazetteer: "case-17"),
        ]
        #expect(Set(try resolved(forms).entities.values).count == 1)
    }

    @Test func peopleMergeAndPartWhatTheyWill() throws {
        let (one, two) = (person("Anna Nowak"), person("Anna Zielińska"))
        var corrections = Corrections()
        corrections.merged = [
            (.init(type: .person, folded: "anna nowak"), .init(type: .person, folded: "anna zielinska"))
        ]
        #expect(try resolved([one, two], corrections).areOne(one, two))
        let (left, right) = (person("Viktor Yanukovych"), person("Victor Yanukovich"))
        #expect(try resolved([left, right]).areOne(left, right))
        var apart = Corrections()
        apart.apart = [(.init(type: .person, folded: left.folded), .init(type: .person, folded: right.folded))]
        #expect(try !resolved([left, right], apart).areOne(left, right))
    }

    @Test(arguments: 1...4)
    func theOrderOfFormsNeverMatters(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        let forms = ResolverTests.forms(&random)
        let expected = try resolved(forms).entities
        var memory = MemoryForms(resolver: resolver)
        let extra = ResolverTests.forms(&random).filter { !forms.contains($0) }
        for form in (forms + extra + forms.prefix(5)).shuffled(using: &random) {
            try memory.add(form)
            if Int.random(in: 0..<6, using: &random) == 0, let gone = forms.randomElement(using: &random) {
                try memory.remove(gone)
                try memory.add(gone)
            }
        }
        for form in extra.shuffled(using: &random) { try memory.remove(form) }
        for form in forms { try memory.add(form) }
        #expect(memory.entities == expected)
    }

    @Test func namesThatAllResembleEachOtherTouchABoundedNumber() throws {
        var memory = MemoryForms(resolver: resolver)
        let vowels = ["a", "e", "i", "o", "u"]
        var names: [String] = []
        for a in vowels {
            for b in vowels { for c in vowels.prefix(3) { names.append("M\(a)h\(b)m\(c)d Karim\(a)v\(c)") } }
        }
        for name in names { try memory.add(person(name)) }
        #expect(names.count == 75)
        #expect(memory.mostTouched <= Resolver.visitLimit + 8 * Resolver.blockLimit)
    }

    private static func forms(_ random: inout SplitMix) -> [Form] {
        let given = ["Ivan", "Iwan", "John", "Anna", "Hanna", "Serhiy", "Sergei", "Mohammed", "Muhammad", ""]
        let family = ["Petrov", "Petrova", "Petrenko", "Melnyk", "Melnik", "Umerov", "Umarov", "Hassan", "Hussein"]
        let countries: [String?] = [nil, nil, "UA", "RU"]
        let fields: [String?] = [nil, nil, "government", "sport"]
        return (0..<22).map { _ in
            let name = "\(given.randomElement(using: &random) ?? "") \(family.randomElement(using: &random) ?? "")"
            return Form(
                type: .person, folded: EntityKey.fold(name), country: countries.randomElement(using: &random) ?? nil,
                field: fields.randomElement(using: &random) ?? nil)
        }
    }
}

/// SplitMix64: the same numbers from the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
