import Annotation
import Testing

@testable import entitywire

@Suite struct DateInWordsTests {
    @Test(arguments: [
        ("2024-02-15", "Thursday, 15 February 2024"), ("2024-02", "February 2024"), ("2024", "2024"),
        ("2024-W07", "week 7 of 2024"), ("2024-W07-WE", "weekend of week 7 of 2024"),
        ("2024-Q1", "first quarter of 2024"),
        ("2024-H2", "second half of 2024"), ("2021-SU", "summer 2021"), ("196X", "the 1960s"),
        ("18XX", "the 19th century"),
        ("20XX", "the 21st century"), ("2007/2008", "2007 to 2008"),
        ("2024-02-15T10:30", "Thursday, 15 February 2024, 10:30"),
        ("XXXX-WXX-4", "a Thursday"), ("XXXX-WXX-1TNI", "a Monday, night"), ("XXXX-WXX-WE", "a weekend"),
        ("XXXX-07-08", "8 July, year open"), ("XXXX-02", "a February"), ("XXXX", "a year"), ("XXXX-XX", "a month"),
        ("XXXX-XX-XX", "a day"), ("XXXX-XX-XXTMO", "a day, morning"), ("XXXX-XX-05", "day 5 of a month"),
        ("XXXX-WXX", "a week"), ("XXXX-H1", "first half of a year"), ("XXXX-WI", "a winter"), ("XXX", "a decade"),
        ("XX", "a century"), ("T09:00", "09:00"), ("P1Y", "1 year"), ("PT40M", "40 minutes"), ("PXD", "some days"),
        ("P3.5Y", "3.5 years"), ("P1Y6M", "1 year 6 months"), ("P2Y/P3Y", "2 years to 3 years"),
        ("PAST_REF", "in the past"),
        ("P4000000000Y", "4,000,000,000 years"),
    ])
    func aValueHasWords(value: String, words: String) {
        #expect(DateInWords.of(value) == words)
    }

    @Test(arguments: [
        ("XXXX-WXX-4", "every Thursday"), ("P1D", "every day"), ("P2W", "every 2 weeks"), ("XXXX-SU", "every summer"),
        ("XXXX-12-24", "24 December, every year"),
    ])
    func whatRepeatsIsSaidToRepeat(value: String, words: String) {
        #expect(DateInWords.of(value, repeated: true) == words)
    }

    @Test(arguments: [
        "", "P", "PT", "P3", "2024-02-30", "2024-13", "XXXX-WXX-8", "<b>", "2024-02-15Tx", "/", "T", "20245",
    ])
    func whatIsNoValueHasNone(value: String) {
        #expect(DateInWords.of(value) == nil)
    }

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

    private func note(_ words: String?) -> SpeakerNote {
        let entity = Entity(
            id: "e1", type: .person, name: "Andrés Manuel López Obrador", aliases: ["López Obrador", "AMLO"])
        return SpeakerNote(
            Quote(kind: .direct, start: 0, end: 1, text: "x", speaker: "e1", speakerText: words), speaker: entity)
    }
}
