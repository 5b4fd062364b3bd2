import Annotation
import Extraction
import Testing

@Suite("Indirect statements")
struct IndirectSpeechTests {
    @Test(
        "the span is what was said",
        arguments: [
            ("{0 Mara Ellwood} said that the ferry is safe.", "the ferry is safe"),
            ("{0 Mara Ellwood} said the ferry is safe.", "the ferry is safe"),
            ("{0 Mara Ellwood} told reporters on Monday that the ferry is safe.", "the ferry is safe"),
            ("The ferry is safe, {0 Mara Ellwood} said.", "The ferry is safe"),
            ("The ferry is safe, according to {0 Mara Ellwood}.", "The ferry is safe"),
            ("According to {0 Mara Ellwood}, the ferry is safe.", "the ferry is safe"),
            ("According to {0 Mara Ellwood}, the ferry is safe, according to {0 Mara Ellwood}.", "the ferry is safe"),
            ("{0 Mara Ellwood} stressed the need to test the ferry.", "the need to test the ferry"),
            (
                "{0 Mara Ellwood} noted that in May the town held a boat show, which drew thousands.",
                "in May the town held a boat show"
            ),
            (
                "The group met, with {0 Mara Ellwood} reaffirming the town's support for sailors.",
                "the town's support for sailors"
            ),
        ])
    func span(marked: String, expected: String) {
        let text = MarkedSpeech(marked)
        #expect(text.indirect().map(text.string) == [expected])
        #expect(text.indirect().map(\.speaker) == [0])
    }

    @Test(
        "a sentence in which nobody known speaks has no statement",
        arguments: [
            "{0 Mara Ellwood} bought the ferry in May.",
            "The figures said that the ferry of {0 Mara Ellwood} is safe.",
            "{0 Mara Ellwood} said nothing.",
        ])
    func none(marked: String) {
        #expect(MarkedSpeech(marked).indirect().isEmpty)
    }

    @Test(
        "whoever speaks without a name keeps the words of the text and gets no entity",
        arguments: [
            ("Officials said that the ferry of {0 Mara Ellwood} is safe.", "Officials"),
            (
                "{0 Mara Ellwood} left. A spokesman for the port said the pier would be shut.",
                "A spokesman for the port"
            ),
        ])
    func unnamed(marked: String, words: String) {
        let text = MarkedSpeech(marked)
        #expect(text.indirect().map(\.speaker) == [nil])
        #expect(text.indirect().map { text.string($0.speakerTokens) } == [words])
        #expect(text.indirect().map(\.speakerBasis) == [nil])
    }

    @Test(
        "an attribution between commas makes the sentence a statement",
        arguments: [
            "The pier, {0 Mara Ellwood} says, is too old for the ferry.",
            "The pier, according to {0 Mara Ellwood}, is too old for the ferry.",
        ])
    func interrupted(marked: String) {
        let text = MarkedSpeech(marked)
        #expect(text.indirect().map(\.speaker) == [0])
        #expect(text.indirect().map(text.string).first?.hasPrefix("The pier") == true)
    }

    @Test(
        "what stands between the verb and the clause does not hide the clause",
        arguments: [
            ("{0 Mara Ellwood} said on Friday the pier was too old.", "the pier was too old"),
            ("{0 Mara Ellwood} told the council last week it would be shut.", "it would be shut"),
            ("{0 Mara Ellwood} said in a letter the pier was too old.", "the pier was too old"),
        ])
    func circumstances(marked: String, said: String) {
        let text = MarkedSpeech(marked)
        #expect(text.indirect().map(text.string) == [said])
    }

    @Test(
        "a description before the name is who speaks, not what is said",
        arguments: [
            "The captain of the ferry, {0 Mara Ellwood}, said the pier was too old.",
            "The town's treasurer, {0 Mara Ellwood}, confirmed the plan.",
        ])
    func appositions(marked: String) {
        let text = MarkedSpeech(marked)
        #expect(!text.indirect().map(text.string).contains { $0.hasPrefix("The ") })
    }
}
