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
            "Officials said that the ferry of {0 Mara Ellwood} is safe.",
            "{0 Mara Ellwood} said nothing.",
        ])
    func none(marked: String) {
        #expect(MarkedSpeech(marked).indirect().isEmpty)
    }
}
