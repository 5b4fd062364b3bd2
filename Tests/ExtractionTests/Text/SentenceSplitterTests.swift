import Testing

@testable import Extraction

@Suite struct SentenceSplitterTests {
    private func sentences(_ text: String) -> [String] {
        let text = TokenizedText(LineWraps.undone(Array(text.utf8)))
        return text.sentences.map { text.string(of: $0) }
    }

    @Test(arguments: [
        ("He came. She left.", ["He came.", "She left."]),
        ("Gen. Kim met Dr. Li. They spoke.", ["Gen. Kim met Dr. Li.", "They spoke."]),
        ("He lives in the U.S. He works.", ["He lives in the U.S.", "He works."]),
        ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
        ("J. K. Rowling of Acme Inc. Paris office.", ["J. K. Rowling of Acme Inc. Paris office."]),
        ("At 5 p.m. The bell rang.", ["At 5 p.m.", "The bell rang."]),
        ("“We won.” He smiled.", ["“We won.”", "He smiled."]),
        ("\"We won!\" he said. \"Go.\" They went.", ["\"We won!\" he said.", "\"Go.\"", "They went."]),
        ("(It was late.) Nobody came.", ["(It was late.)", "Nobody came."]),
        ("Is it? Yes! No...", ["Is it?", "Yes!", "No..."]),
        ("Well… maybe. Well… Maybe.", ["Well… maybe.", "Well…", "Maybe."]),
        ("A heading\n\nThe text.", ["A heading", "The text."]),
        ("A heading\nThe text.", ["A heading", "The text."]),
        ("the broken\nline goes on.", ["the broken line goes on."]),
        ("It cost 3.5 million. 20 died.", ["It cost 3.5 million.", "20 died."]),
        ("It fell.Then it rose.", ["It fell.", "Then it rose."]),
        ("One.\r\n\r\nTwo.\r\rThree.", ["One.", "Two.", "Three."]),
        ("Vote for Ms. Smith et al. The end.", ["Vote for Ms. Smith et al.", "The end."]),
        ("", []),
    ])
    func splits(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test func aNameGoesOnOverTheEndOfABrokenLine() {
        let text = """
            The delegation was led by the permanent secretary of the Ministry of
            Foreign Affairs, who told reporters that the visit of President Nana
            Akufo-Addo would go ahead. The talks in Accra are planned to open on
            Monday, and officials of the Economic Community of West African
            States will attend.
            A second paragraph of the same page begins here and it runs to the
            end of its own lines as well.
            """
        let found = sentences(text)
        #expect(found.count == 3)
        #expect(found.first?.contains("Nana Akufo-Addo") == true)
    }

    @Test func linesOfAListAreSentences() {
        #expect(sentences("Goals:\nAnna Ek\nBo Li\nIda Os\nKai Um\nOla Vik").count == 6)
    }

    @Test(arguments: 0..<40)
    func sentencesCoverTheTokens(seed: Int) {
        let text = TokenizedText(Array(Junk.text(seed: UInt64(seed), length: 500).utf8))
        var position = 0
        for sentence in text.sentences {
            #expect(sentence.lowerBound == position && !sentence.isEmpty)
            position = sentence.upperBound
        }
        #expect(position == text.tokens.count)
    }

    @Test(arguments: ["a", "A. ", "'", "U.S.", "Mr. ", "\n", "-", "@", "http://", "\u{301}", "1,", "”", ". ”", "   "])
    func halfAMebibyteOfOnePieceIsRead(piece: String) {
        let unit = Array(piece.utf8)
        var bytes: [UInt8] = []
        while bytes.count + unit.count <= 1 << 19 { bytes += unit }
        let text = TokenizedText(bytes)
        #expect(text.sentences.last?.upperBound ?? 0 == text.tokens.count)
    }

    @Test func fourMebibytesOfJunkAreRead() {
        let unit = Array(Junk.text(seed: 7, length: 5000).utf8)
        var bytes: [UInt8] = []
        while bytes.count + unit.count <= 4 << 20 { bytes += unit }
        let text = TokenizedText(bytes)
        #expect(text.sentences.last?.upperBound == text.tokens.count)
    }

    @Test func keepingTakesTheTokensWithinTheRangesAlone() {
        let text = TokenizedText(Array("Menu Home. The text is here. Read more. The end comes.".utf8))
        let kept = text.keeping([11..<28, 40..<54])
        #expect(kept.sentences.map { kept.string(of: $0) } == ["The text is here.", "The end comes."])
        #expect(kept.bytes == text.bytes)
        let cut = text.keeping([11..<19, 20..<28])
        #expect(cut.sentences.map { cut.string(of: $0) } == ["The text", "is here."])
        #expect(text.keeping([]).tokens.isEmpty)
        #expect(text.keeping([0..<text.bytes.count]).sentences == text.sentences)
    }
}
