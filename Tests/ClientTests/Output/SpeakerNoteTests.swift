import Annotation
import Testing

@testable import entitywire

@Suite struct SpeakerNoteTests {
    @Test(arguments: [
        ("López Obrador", "Andrés Manuel López Obrador"), ("Andrés López Obrador", "Andrés Manuel López Obrador"),
        ("AMLO", "Andrés Manuel López Obrador"), ("President López Obrador", "Andrés Manuel López Obrador"),
    ])
    func whoIsNamedBesideTheQuotationIsNotInferred(words: String, line: String) {
        #expect(note(words).line == line)
        #expect(!note(words).isInferred)
    }

    @Test func whoIsDescribedOrCarriedOnIsInferred() {
        #expect(note("the president").line == "the president → Andrés Manuel López Obrador, inferred")
        #expect(note("he").short == "Andrés Manuel López Obrador, inferred")
        #expect(note(nil).line == "Andrés Manuel López Obrador, inferred")
        let unknown = Quote(kind: .direct, start: 0, end: 1, text: "x", speakerText: "a spokesman")
        #expect(SpeakerNote(unknown, speaker: nil).line == "a spokesman")
    }

    @Test(arguments: Quote.SpeakerBasis.allCases)
    func whatTheExtractorSaysOfTheBasisCountsMoreThanTheWords(basis: Quote.SpeakerBasis) {
        let note = note("López Obrador", basis: basis, confidence: 0.725)
        #expect(note.isInferred == (basis != .named))
        #expect(note.inference == (basis == .named ? nil : "inferred 0.73"))
    }

    private func note(
        _ words: String?, basis: Quote.SpeakerBasis? = nil, confidence: Double? = nil
    ) -> SpeakerNote {
        let entity = Entity(
            id: "e1", type: .person, name: "Andrés Manuel López Obrador", aliases: ["López Obrador", "AMLO"])
        return SpeakerNote(
            Quote(
                kind: .direct, start: 0, end: 1, text: "x", speaker: "e1", speakerText: words, speakerBasis: basis,
                confidence: confidence),
            speaker: entity)
    }
}
