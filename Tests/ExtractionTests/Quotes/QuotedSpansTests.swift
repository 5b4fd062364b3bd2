import Annotation
import Extraction
import Testing

@Suite("Quotation marks")
struct QuotedSpansTests {
    @Test(
        "words in any kind of marks are one quotation, marks included",
        arguments: [
            ("“We shall rebuild the bridge,” {0 Mara Ellwood} said.", "“We shall rebuild the bridge,”"),
            ("\"We shall rebuild the bridge,\" {0 Mara Ellwood} said.", "\"We shall rebuild the bridge,\""),
            (
                "‘We shall rebuild the farmers’ bridge,’ {0 Mara Ellwood} said.",
                "‘We shall rebuild the farmers’ bridge,’"
            ),
            ("'We shall rebuild it, and that's all,' {0 Mara Ellwood} said.", "'We shall rebuild it, and that's all,'"),
            ("«We shall rebuild the bridge,» {0 Mara Ellwood} said.", "«We shall rebuild the bridge,»"),
            ("« We shall rebuild the bridge », {0 Mara Ellwood} said.", "« We shall rebuild the bridge »"),
            ("„We shall rebuild the bridge“, {0 Mara Ellwood} said.", "„We shall rebuild the bridge“"),
            ("„We shall rebuild the bridge”, {0 Mara Ellwood} said.", "„We shall rebuild the bridge”"),
            ("”We shall rebuild the bridge,“ {0 Mara Ellwood} said.", "”We shall rebuild the bridge,“"),
            ("»We shall rebuild the bridge«, {0 Mara Ellwood} said.", "»We shall rebuild the bridge«"),
            ("``We shall rebuild the bridge,'' {0 Mara Ellwood} said.", "``We shall rebuild the bridge,''"),
            ("— We shall rebuild the bridge, — said {0 Mara Ellwood}.", "— We shall rebuild the bridge,"),
            (
                "{0 Mara Ellwood} said: “They call it ‘the old lady’ and love it.”",
                "“They call it ‘the old lady’ and love it.”"
            ),
            (
                "{0 Mara Ellwood} said: ‘They call it “the old lady” and love it.’",
                "‘They call it “the old lady” and love it.’"
            ),
        ])
    func oneQuotation(marked: String, expected: String) {
        let text = MarkedSpeech(marked)
        #expect(text.direct().map(text.string) == [expected])
        #expect(text.direct().first?.speaker == 0)
    }

    @Test("a quotation over paragraphs that each open with a mark is one")
    func paragraphs() {
        let text = MarkedSpeech(
            """
            {0 Mara Ellwood} said: “The river rose all night.

            “Nobody had warned us.

            “We were lucky.”

            The town is dry again.
            """)
        #expect(text.direct().count == 1)
        #expect(text.direct().first.map(text.string)?.hasSuffix("“We were lucky.”") == true)
        #expect(text.direct().first?.speaker == 0)
    }

    @Test(
        "an unclosed mark ends with its paragraph at the latest",
        arguments: [
            "“We were never warned about the water.\n\nThe town is dry again. Its mayor, {0 Mara Ellwood}, is tired.",
            "\"We were never warned about the water.\n\nThe town is dry again. Its mayor, {0 Mara Ellwood}, is tired.",
            "{0 Mara Ellwood} said: “We were never warned about the water.\n\nThe town is dry again.",
            "{0 Mara Ellwood} said, ‘We were never warned about the water.\n\nThe town is dry again.",
        ])
    func unclosed(marked: String) {
        let text = MarkedSpeech(marked)
        #expect(text.direct().count == 1)
        #expect(text.direct().first.map(text.string)?.hasSuffix("water.") == true)
    }

    @Test("words that begin after the cue and go on in the next paragraph are one quotation")
    func overParagraphs() {
        let text = MarkedSpeech(
            "“We began in May,” {0 Mara Ellwood} said. “Then we met the elders.\n\n“They told us where to go.”\n\nIt rained."
        )
        #expect(
            text.direct().map(text.string) == [
                "“We began in May,”", "“Then we met the elders.\n\n“They told us where to go.”",
            ])
        #expect(text.direct().map(\.speaker) == [0, 0])
    }

    @Test("a stray mark in the middle of a paragraph opens nothing")
    func stray() {
        let text = MarkedSpeech(
            "The board is 12\" wide and \" the wood is old. {0 Mara Ellwood} sold it.\n\nNothing else happened here.")
        #expect(text.direct().isEmpty)
    }

    @Test("a second opening mark gives up the first; later quotations stay whole")
    func secondOpening() {
        let text = MarkedSpeech("The “old bridge fell down. “We shall rebuild it,” {0 Mara Ellwood} said.")
        #expect(text.direct().map(text.string) == ["“We shall rebuild it,”"])
    }

    @Test(
        "apostrophes, possessives, feet and inches are no quotation marks",
        arguments: [
            "The workers' union and the nurses' union met in the '90s, {0 Mara Ellwood} recalled.",
            "The player, 6'2\" tall, and his brother, 6'1\" tall, left for {0 Mara Ellwood}'s club.",
            "Rock ’n’ roll was {0 Mara Ellwood}’s life; it isn’t any more.",
            "A 15\" screen costs less than a 17\" screen, {0 Mara Ellwood} said.",
        ])
    func noMarks(marked: String) {
        #expect(MarkedSpeech(marked).direct().isEmpty)
    }

    @Test(
        "scare quotes, titles, nicknames and fragments are no quotations",
        arguments: [
            "The minister made an “offer of cooperation” to {0 Mara Ellwood}.",
            "{0 Mara Ellwood} wrote “The Long Way Home” in 1987.",
            "The so-called “ghost fleet” was seen by {0 Mara Ellwood} again.",
            "{0 Mara Ellwood}, known as “Shorty”, lives in a van.",
            "{0 Mara Ellwood} said the plan was a “complete disaster” for farmers.",
            "{0 Mara Ellwood} called on her people to “prepare the boats”.",
            "“Hamlet” opened on Friday, {0 Mara Ellwood} said.",
        ])
    func terms(marked: String) {
        #expect(MarkedSpeech(marked).direct().isEmpty)
    }

    @Test(
        "a long page of marks alone is read through",
        arguments: [
            "\"", "“", "\" ", "“a ", "' ", "«»", "\"a\" said ", "— said ", "\n\"a", "“a b c” the letter said, ",
            "it said: “a. b.” ",
        ])
    func pathological(piece: String) {
        let text = MarkedSpeech(String(repeating: piece, count: 200_000 / piece.utf8.count))
        let quotes = text.quotes()
        #expect(quotes.allSatisfy { $0.bytes.upperBound <= text.reading.text.bytes.count })
    }
}
