import Annotation
import Testing

@testable import Extraction

@Suite struct SourceReaderTests {
    /// The sources of a text. The strings of `names` are found as names of organisations, those of `people` as persons.
    static func reading(_ string: String, names: [String] = [], people: [String] = []) -> Reading {
        let text = TokenizedText(Array(string.utf8))
        let found = names.map { recognized($0, .organization, text) } + people.map { recognized($0, .person, text) }
        let sorted = found.flatMap(\.self).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var reading = Reading(
            text: text, sections: [PageSection(kind: .body, bytes: 0..<text.bytes.count)], language: "en", names: sorted
        )
        reading.entities = [FoundEntity(type: .organization, name: "any")]
        reading.mentions = sorted.map {
            FoundMention(tokens: $0.tokens, type: $0.type, kind: .name, entity: 0, confidence: 1)
        }
        SourceReader().read(&reading)
        return reading
    }

    /// Every place of the tokens of a name.
    static func recognized(_ name: String, _ type: EntityType, _ text: TokenizedText) -> [RecognizedName] {
        let count = Tokenizer.tokens(of: Array(name.utf8)).count
        guard text.tokens.count >= count else { return [] }
        return (0...text.tokens.count - count).filter { text.string(of: $0..<$0 + count) == name }.map {
            RecognizedName(tokens: $0..<$0 + count, type: type, confidence: 1)
        }
    }

    static func sources(_ string: String, names: [String] = [], people: [String] = []) -> [String] {
        let reading = reading(string, names: names, people: people)
        return reading.sources.map { reading.text.string(of: $0.tokens) }
    }

    @Test(arguments: [
        ("It rained, Meteopress reports.", ["Meteopress"], ["Meteopress"]),
        ("As Meteopress reported, it rained.", ["Meteopress"], ["Meteopress"]),
        ("According to Meteopress, it rained.", ["Meteopress"], ["Meteopress"]),
        ("He told Meteopress that it rained.", ["Meteopress"], ["Meteopress"]),
        ("The Daily Rain reported on Monday that it rained.", ["Daily Rain"], ["Daily Rain"]),
        ("It rained, the Rainton Times said.", ["Rainton Times"], ["Rainton Times"]),
        ("It rained, according to the newspaper El Lluvioso.", ["El Lluvioso"], ["El Lluvioso"]),
        (
            "He was quoted by Reuters and told the Associated Press.", ["Reuters", "Associated Press"],
            ["Reuters", "Associated Press"]
        ),
        ("“It rains,” Rainer quoted the politician as saying.", ["Rainer"], ["Rainer"]),
        ("It rained, reports Al-Matar daily.", ["Al-Matar"], ["Al-Matar"]),
        ("It rained, the MTX agency reported.", ["MTX"], ["MTX"]),
        ("He told the \"Evening Echo\" that it rained.", ["Evening Echo"], ["Evening Echo"]),
        ("It rained, as reported by Meteopress.", ["Meteopress"], ["Meteopress"]),
        ("“It rains,” he said, according to Meteopress: “We are wet.”", ["Meteopress"], ["Meteopress"]),
        ("He spoke of rain in an interview with Meteopress on Monday.", ["Meteopress"], ["Meteopress"]),
        ("“It rains,” read a story in the national newspaper El Lluvioso.", ["El Lluvioso"], ["El Lluvioso"]),
        ("It rained, per Rainton Daily News.", ["Rainton Daily News"], ["Rainton Daily News"]),
    ])
    func outletsAreFoundByTheWordsThatCite(text: String, names: [String], expected: [String]) {
        #expect(Self.sources(text, names: names) == expected)
    }

    @Test(arguments: [
        ("KYIV, Jan 28 (Reuters) - It rained.", ["Reuters"]),
        (" date 2025-01-28 (WIREONE- Another) It rained.", ["WIREONE", "Another"]),
        ("Ulaanbaatar /MONTSAME/. It rained.", ["MONTSAME"]),
        ("It rained. (KUNA)", ["KUNA"]),
        ("It rained. - Bernama", ["Bernama"]),
        ("Source: Ukraine’s foreign ministry\n\nIt rained.", ["Ukraine’s foreign ministry"]),
    ])
    func datelinesAndCreditsNameAgencies(text: String, expected: [String]) {
        #expect(Self.sources(text) == expected)
    }

    @Test(arguments: [
        ("That is according to the MoD press service.", [], "MoD press service"),
        ("The army press service said it rained.", [], "army press service"),
        (
            "It rained, the press service of the Ministry of Defence said.", ["Ministry of Defence"],
            "press service of the Ministry of Defence"
        ),
        ("“It rains,” the press said. Anna Kowalska's office.", [], "Anna Kowalska's office"),
    ])
    func pressServicesAreSources(text: String, names: [String], expected: String) {
        #expect(Self.sources(text, names: names) == [expected])
    }

    @Test(arguments: [
        "According to John Smith, it rained.", "John Smith reported a loss.", "As John Smith reported, it rained.",
        "He told John Smith that it rained.", "In an interview with John Smith it rained.",
        "“(John Smith) is wet,” she said.",
    ])
    func peopleWhoSpeakForThemselvesAreNone(text: String) {
        #expect(Self.sources(text, people: ["John Smith"]) == [])
    }

    @Test(arguments: [
        ("According to the World Bank, it rained.", "World Bank"), ("He told Rainco officials to go.", "Rainco"),
        ("On Monday, Rainco reported a loss.", "Rainco"), ("He told Parliament that it rained.", "Parliament"),
        ("He told the Tribunal that it rained.", "Tribunal"), ("CAIRO - The Rain Authority (FRA) met.", "FRA"),
        ("The National Rain Agency (NRA) Director spoke.", "NRA"),
    ])
    func institutionsAndActorsAreNone(text: String, name: String) {
        #expect(Self.sources(text, names: [name]) == [])
    }

    @Test func aSourceHasTheEntityOfItsMention() {
        let reading = Self.reading("It rained, Meteopress reports.", names: ["Meteopress"])
        #expect(reading.sources.map(\.entity) == [0])
    }
}
