import Annotation
import Extraction
import Testing

@Suite("Quotations in noise")
struct QuoteReaderNoiseTests {
    /// A generator with a fixed start: the same noise in every run.
    private struct Noise {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    private static let pieces = [
        "\"", "“", "”", "'", "’", "«", "»", "—", "\n", "\n\n", " said", " who", ",", " according to", ":", " told",
        " quoted", " as saying", "(", "…",
        " by", " he", " police said", "'s", " of", " the minister", " Jane Roe", " and", " that", " was", ".",
        " \u{A0}", " її", " that he",
    ]

    @Test("any order of words, marks and mentions is read, in order and inside the text", arguments: 0..<40)
    func noise(seed: Int) {
        var noise = Noise(state: UInt64(seed))
        let words = (0..<400).map { _ in Self.pieces[noise.next(Self.pieces.count)] }
        let bytes = Array(words.joined().utf8)
        let text = TokenizedText(bytes)
        var reading = Reading(
            text: text, sections: SectionReader().sections(of: bytes).sections, language: nil, names: [])
        reading.entities = (0..<5).map { FoundEntity(type: EntityType.allCases[$0 % 3], name: "\($0)") }
        var token = 0
        while token < text.tokens.count {
            let end = min(text.tokens.count, token + 1 + noise.next(3))
            let entity = noise.next(5)
            let kind: Mention.Kind = [.name, .nominal, .pronoun][noise.next(3)]
            let type = reading.entities[entity].type
            reading.mentions.append(
                FoundMention(
                    tokens: token..<end, type: type, kind: kind, entity: entity,
                    confidence: Double(noise.next(100)) / 100))
            reading.roles.append(FoundRole(holder: entity, office: "the minister", tokens: token..<end))
            token = end + noise.next(7)
        }
        OfficeReader().read(&reading)
        QuoteReader().read(&reading)
        let direct = reading.quotes.filter { $0.kind == .direct }.map(\.bytes)
        #expect(zip(direct, direct.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        #expect(reading.quotes.allSatisfy { !$0.bytes.isEmpty && $0.bytes.upperBound <= bytes.count })
        #expect(reading.annotation(document: "", extractor: "").quotes.count == reading.quotes.count)
    }
}
