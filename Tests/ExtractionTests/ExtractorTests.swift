import Annotation
import Extraction
import Testing

/// The whole pipeline on texts of every make: each span is exact, whatever the text holds.
@Suite struct ExtractorTests {
    static let extractor = try? Extractor.standard()

    static let article = """
        President Amina Okafor of Kenya met Jean-Luc Moreau, head of the World Food Programme, in Łódź on Thursday.

        “We will send 1,200 trucks,” Okafor said. “It’s $3.5 million well spent.”

        According to the Nairobi Times, the minister added that talks would go on in March 2024.
        """

    static let texts: [String] = [
        article,
        article.replacing("\n", with: "\r\n"),
        "\u{FEFF}" + article,
        article.decomposedDiacritics,
        article.replacing(" ", with: "\u{A0}"),
        article.replacing("\n\n", with: "\u{0C}"),
        "👩‍👩‍👧‍👦🇺🇦 " + article + " 😀",
        "שלום עולם. " + article + " مرحبا بالعالم",
        article.uppercased(),
        String(article.flatMap { [$0, "\u{200B}"] }),
        article.replacing("“", with: "\"").replacing("”", with: ""),
        "“" + article.replacing("”", with: "“"),
        String(repeating: "Mr. ", count: 500), String(repeating: "\n", count: 500), "\"'“”‘’«»„", ".", " \t ",
        "e\u{301}",
        "Президент України Володимир Зеленський зустрівся з міністром оборони у Києві в четвер.",
    ]

    @Test(arguments: texts)
    func everySpanIsExactInCodePoints(text: String) throws {
        let bytes = Array(text.utf8)
        let annotation = try #require(Self.extractor).annotate(bytes)
        #expect(annotation.problems(in: bytes) == [])
        #expect(annotation.document == DocumentKey.of(bytes))
    }

    @Test func everyPrefixOfATextIsReadWithoutATrap() throws {
        let extractor = try #require(Self.extractor)
        let scalars = Array(Self.article.unicodeScalars)
        for length in stride(from: 0, through: scalars.count, by: 7) {
            let bytes = Array(String(String.UnicodeScalarView(scalars.prefix(length))).utf8)
            #expect(extractor.annotate(bytes).problems(in: bytes) == [])
        }
    }

    @Test func theSameTextGivesTheSameAnnotation() throws {
        let extractor = try #require(Self.extractor)
        let bytes = Array(Self.article.utf8)
        let once = try CanonicalJSON.encode(extractor.annotate(bytes))
        #expect(try CanonicalJSON.encode(Extractor.standard().annotate(bytes)) == once)
    }

    @Test func theEvidentFactsOfAnArticleAreFound() throws {
        let annotation = try #require(Self.extractor).annotate(Array(Self.article.utf8))
        let names = annotation.mentions.filter { $0.kind == .name }.map(\.text)
        for name in ["Amina Okafor", "Kenya", "Jean-Luc Moreau", "Okafor"] { #expect(names.contains(name), "\(name)") }
        let okafor = try #require(annotation.entities.first { $0.name == "Amina Okafor" })
        #expect(okafor.aliases == ["Okafor"])
        #expect(annotation.quotes.filter { $0.kind == .direct }.map(\.speaker) == [okafor.id, okafor.id])
        #expect(annotation.dates.map(\.value) == ["XXXX-WXX-4", "2024-03"])
        #expect(annotation.quantities.contains { $0.kind == .money && $0.value == 3_500_000 && $0.unit == "USD" })
    }

    @Test func noFactComesFromBoilerplate() throws {
        let page =
            Self.article
            + "\n\nRead also:\nThe mayor of Springfield resigns\n\nLeave a Reply\n\nYour email address will not be published."
        let bytes = Array(page.utf8)
        let annotation = try #require(Self.extractor).annotate(bytes)
        let boilerplate = annotation.sections.filter { $0.kind == .boilerplate }
        #expect(!boilerplate.isEmpty)
        #expect(!annotation.mentions.contains { $0.text == "Springfield" })
    }

    @Test func aLanguageTheModelDoesNotReadGivesSectionsAlone() throws {
        let text = """
            Президент України Володимир Зеленський зустрівся з міністром оборони у Києві. Вони обговорили ситуацію на фронті.

            Зустріч тривала дві години, повідомили в офісі президента, і завершилася підписанням угоди про співпрацю.
            """
        let annotation = try #require(Self.extractor).annotate(Array(text.utf8))
        #expect(annotation.unsupported == true)
        #expect(annotation.mentions.isEmpty && annotation.quotes.isEmpty && annotation.dates.isEmpty)
        #expect(annotation.sections.allSatisfy { $0.language == "uk" })
    }
}

extension String {
    /// Letters with their marks apart, for the Latin letters of the article.
    fileprivate var decomposedDiacritics: String { replacing("ó", with: "o\u{301}").replacing("ź", with: "z\u{301}") }
}
