import Annotation
import Extraction
import Testing

/// The shipped model, found beside the test executable.
@Suite struct CRFRecognizerTests {
    private static let recognizer = Result { try ModelChoice.recognizer("fast") }

    private func found(_ document: String) throws -> [String] {
        let text = TokenizedText(Array(document.utf8))
        return try Self.recognizer.get().recognize([text])[0].map {
            "\(text.string(of: $0.tokens))/\($0.type.rawValue)"
        }
    }

    @Test(arguments: [
        (
            "President Emmanuel Macron visited Cameroon’s capital on Monday.",
            ["Emmanuel Macron/PERSON", "Cameroon/LOC"]
        ),
        ("The World Health Organization praised officials in Kenya.", ["World Health Organization/ORG", "Kenya/LOC"]),
        ("Mr. Ahmed Hassan told the Egyptian delegation to wait.", ["Ahmed Hassan/PERSON", "Egyptian/NORP"]),
        ("Nothing happened here on Tuesday.", []),
        ("", []),
    ])
    func findsPlainNames(document: String, expected: [String]) throws {
        #expect(try found(document) == expected)
    }

    @Test func countriesAreMarkedAsSuch() throws {
        let text = TokenizedText(Array("He flew from Ukraine to Nairobi.".utf8))
        let names = try Self.recognizer.get().recognize([text])[0]
        #expect(names.map(\.subtype) == ["country", "city"])
        #expect(names.allSatisfy { (0...1).contains($0.confidence) && $0.confidence > 0.5 })
    }

    @Test func aTextAloneOrInABatchGivesTheSame() throws {
        let texts = ["Anna Ek met NATO in Riga.", "Riga is in Latvia.", "Ek left."].map {
            TokenizedText(Array($0.utf8))
        }
        let recognizer = try Self.recognizer.get()
        #expect(recognizer.recognize(texts) == texts.map { recognizer.recognize([$0])[0] })
    }

    @Test(arguments: 0..<20)
    func junkGivesNamesInOrderWithoutOverlap(seed: Int) throws {
        let text = TokenizedText(Array(Junk.text(seed: UInt64(seed), length: 1000).utf8))
        var position = 0
        for name in try Self.recognizer.get().recognize([text])[0] {
            #expect(name.tokens.lowerBound >= position && !name.tokens.isEmpty)
            position = name.tokens.upperBound
        }
        #expect(position <= text.tokens.count)
    }

    @Test func namesOfAHeadlineInCapitalsAreFound() throws {
        let names = try found("KENYA ELECTION WON BY WILLIAM RUTO\n\nWilliam Ruto won the election in Kenya.")
        #expect(names == ["KENYA/LOC", "WILLIAM RUTO/PERSON", "William Ruto/PERSON", "Kenya/LOC"])
    }

    @Test func whatTheRestOfTheDocumentSaysSettlesAnUnclearName() throws {
        let unclear = "Okwara won again."
        let clear = " President John Okwara spoke on Monday. Mr. Okwara, 54, said he was pleased."
        #expect(try found(unclear).first != "Okwara/PERSON")
        #expect(try found(unclear + clear).first == "Okwara/PERSON")
    }

    @Test(arguments: [
        String(repeating: "a", count: 4 << 20), String(repeating: "É", count: 2 << 20),
        String(repeating: String(repeating: "Ab", count: 500) + " ", count: 4 << 10),
        String(repeating: ".", count: 4 << 20), String(repeating: "A.", count: 2 << 20),
    ])
    func fourMebibytesOfOneLineAreRead(document: String) throws {
        let text = TokenizedText(Array(document.utf8))
        let names = try Self.recognizer.get().recognize([text])[0]
        #expect(names.allSatisfy { $0.tokens.upperBound <= text.tokens.count })
    }

    @Test func anEndlessSentenceIsRead() throws {
        let document = String(repeating: "Anna Ek and ", count: 2_000)
        let text = TokenizedText(Array(document.utf8))
        let names = try Self.recognizer.get().recognize([text])[0]
        #expect(text.sentences.count == 1 && names.count > 1_500)
    }
}
