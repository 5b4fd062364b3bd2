import Annotation
import Testing

@Suite struct VerifyTests {
    private static let text = Array("Zoë 🙂 left Riga.".utf8)

    private static func sound() -> Annotation {
        var annotation = Annotation(document: DocumentKey.of(text), extractor: "x")
        annotation.title = TextSpan(start: 0, end: 3, text: "Zoë")
        annotation.sections = [
            Section(kind: .title, start: 0, end: 5), Section(kind: .body, start: 5, end: 16),
        ]
        annotation.mentions = [
            Mention(id: "m1", start: 0, end: 3, text: "Zoë", type: .person, entity: "e1", confidence: 1),
            Mention(id: "m2", start: 11, end: 15, text: "Riga", type: .location, entity: "e2", confidence: 0),
        ]
        annotation.entities = [
            Entity(id: "e1", type: .person, name: "Zoë"), Entity(id: "e2", type: .location, name: "Riga"),
        ]
        annotation.roles = [Role(holder: "e1", office: "o", organization: "e2", start: 4, end: 5, text: "🙂")]
        annotation.quotes = [Quote(kind: .direct, start: 6, end: 10, text: "left", speaker: "e1", source: "e2")]
        annotation.dates = [DateExpression(start: 6, end: 10, text: "left", type: .date, value: "XXXX")]
        annotation.quantities = [Quantity(start: 6, end: 10, text: "left", kind: .count, value: 1)]
        annotation.sources = [Source(start: 11, end: 15, text: "Riga", entity: "e2")]
        return annotation
    }

    @Test func aSoundAnnotationHasNoProblems() {
        var annotation = Self.sound()
        #expect(annotation.problems(in: Self.text) == [])
        annotation.entities[0].aliases = (0..<1_000).map { "Zoë \($0)" }
        annotation.entities[1].country = "LV"
        for date in ["2024-02-15", "2024-02", "2024"] {
            annotation.published = Published(value: date, basis: .stated)
            #expect(annotation.problems(in: Self.text) == [])
        }
    }

    private static let faults: [(String, @Sendable (inout Annotation) -> Void)] = [
        ("schema", { $0.schema = "other/1" }),
        ("document", { $0.document = String(repeating: "0", count: 64) }),
        ("textSha256", { $0.textSha256 = "" }),
        ("title", { $0.title?.text = "Zoe" }),
        ("title", { $0.title?.text = "Zoe\u{308}" }),
        ("sections[1]", { $0.sections[1].start = 6 }),
        ("sections[1]", { $0.sections[1].start = 4 }),
        ("sections end", { $0.sections.removeLast() }),
        ("sections end", { $0.sections[1].end = 15 }),
        ("sections[0]", { $0.sections[0].end = 0 }),
        ("mentions[0]", { $0.mentions[0].end = 4 }),
        ("mentions[0]", { $0.mentions[0].start = -1 }),
        ("mentions[0]", { $0.mentions[0].end = 0 }),
        ("mentions[1]", { $0.mentions[1].end = 99 }),
        ("mentions[1]", { $0.mentions[1].end = .max }),
        ("mentions[1]", { $0.mentions[1].text = "Rigas gatve" }),
        ("mentions[1]", { $0.mentions[1].id = "m1" }),
        ("mentions[1]", { $0.mentions[1].entity = "e3" }),
        ("mentions[0]", { $0.mentions[0].confidence = 1.5 }),
        ("mentions[0]", { $0.mentions[0].confidence = .nan }),
        ("mentions[1]", { $0.mentions.swapAt(0, 1) }),
        ("quotes[0]", { $0.quotes[0].speakerText = "" }),
        ("quotes[0]", { $0.quotes[0].speakerText = "the mayor" }),
        ("quotes[0]", { $0.quotes[0].confidence = 1.5 }),
        (
            "quotes[0]",
            {
                $0.quotes[0].speaker = nil
                $0.quotes[0].speakerBasis = .named
            }
        ),
        (
            "quotes[0]",
            {
                $0.quotes[0].end = .max
                $0.quotes[0].speakerText = "Riga"
            }
        ),
        ("entities[1]", { $0.entities[1].id = "e1" }),
        ("entities[0]", { $0.entities[0].name = "" }),
        ("entities[0]", { $0.entities[0].name = "Zo\0" }),
        ("entities[0]", { $0.entities[0].name = String(repeating: "z", count: Entity.longestName + 1) }),
        ("entities[0]", { $0.entities[0].aliases = [""] }),
        ("entities[0]", { $0.entities[0].aliases = (0...1_000).map { "Zoë \($0)" } }),
        ("entities[0]", { $0.entities[0].country = "Latvia" }),
        ("entities[0]", { $0.entities[0].country = "lv" }),
        ("roles[0]", { $0.roles[0].country = "" }),
        ("roles[0]", { $0.roles[0].office = "o\0" }),
        ("language", { $0.language = "\0" }),
        ("published", { $0.published = Published(value: "2024|02", basis: .stated) }),
        ("published", { $0.published = Published(value: "2024-02-15|", basis: .stated) }),
        ("published", { $0.published = Published(value: "2024-+2-15", basis: .stated) }),
        ("published", { $0.published = Published(value: "2024-02-30", basis: .stated) }),
        ("published", { $0.published = Published(value: "~", basis: .stated) }),
        ("roles[0]", { $0.roles[0].holder = "e9" }),
        ("roles[0]", { $0.roles[0].organization = "e9" }),
        ("roles[0]", { $0.roles[0].text = "🙃" }),
        ("quotes[0]", { $0.quotes[0].speaker = "e9" }),
        ("quotes[0]", { $0.quotes[0].source = "e9" }),
        ("quotes[0]", { $0.quotes[0].start = 5 }),
        ("dates[0]", { $0.dates[0].text = "" }),
        ("quantities[0]", { $0.quantities[0].end = 11 }),
        ("sources[0]", { $0.sources[0].entity = "e9" }),
        ("sources[0]", { $0.sources[0].text = "riga" }),
    ]

    @Test(arguments: faults.indices) func aFaultIsNamed(index: Int) {
        let (name, spoil) = Self.faults[index]
        var annotation = Self.sound()
        spoil(&annotation)
        let problems = annotation.problems(in: Self.text)
        #expect(problems.contains { $0.contains(name) }, "\(name): \(problems)")
    }

    @Test func anotherTextIsNoProof() {
        #expect(!Self.sound().problems(in: Array("Zoë 🙂 left Riga!".utf8)).isEmpty)
    }
}
