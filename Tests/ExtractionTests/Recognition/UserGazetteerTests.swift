import Annotation
import Extraction
import Testing

@Suite struct UserGazetteerTests {
    /// Takes every capitalised word for a place.
    private struct Places: Recognizer {
        let version = "places-1"

        func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]] {
            texts.map { text in
                text.tokens.indices.filter { (65...90).contains(text.bytes(of: $0).first ?? 0) }
                    .map { RecognizedName(tokens: $0..<$0 + 1, type: .location, confidence: 0.5) }
            }
        }
    }

    private func found(_ sentence: String, _ lines: String) throws -> [String] {
        let text = TokenizedText(Array(sentence.utf8))
        let recognizer = UserGazetteerRecognizer(Places(), gazetteer: try UserGazetteer(lines: lines))
        return recognizer.recognize([text])[0].map {
            "\(text.string(of: $0.tokens))/\($0.type.rawValue)/\($0.gazetteer ?? "-")"
        }
    }

    @Test(arguments: [
        ("Kyiv saw Acme Corp fall.", "Acme Corp\tORG\tX1", ["Kyiv/LOC/-", "Acme Corp/ORG/X1"]),
        (
            "We saw ACME CORP and acme corp.", "Acme Corp\tORG\tX1",
            ["We/LOC/-", "ACME CORP/ORG/X1", "acme corp/ORG/X1"]
        ),
        ("Acme Corp Kyiv is Acme.", "Acme\tORG\t1\nAcme Corp Kyiv\tFAC\t2", ["Acme Corp Kyiv/FAC/2", "Acme/ORG/1"]),
        ("The old name is Zed.", "Acme\tORG\tX1\tZed|Zed Two", ["The/LOC/-", "Zed/ORG/X1"]),
        ("O’Neil’s men.", "O'Neil\tPERSON\t", ["O’Neil/PERSON/-"]),
        ("Kyiv.", "# nothing\n\n", ["Kyiv/LOC/-"]),
    ])
    func theUsersNamesWin(sentence: String, lines: String, expected: [String]) throws {
        #expect(try found(sentence, lines) == expected)
    }

    @Test(arguments: [("Acme", 1), ("\tORG", 1), ("Acme\tORG\nZed\tPLANET", 2)])
    func aBadLineIsNamed(lines: String, number: Int) {
        let failure = #expect(throws: UserGazetteer.Failure.self) { try UserGazetteer(lines: lines) }
        guard case .line(number, _) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func otherNamesAreAnotherVersion() throws {
        let versions = try ["Acme\tORG\t1", "Acme\tORG\t2", "Acme\tFAC\t1", "Zed\tORG\t1"].map {
            UserGazetteerRecognizer(Places(), gazetteer: try UserGazetteer(lines: $0)).version
        }
        #expect(Set(versions).count == 4 && versions[0].hasPrefix("places-1+"))
    }
}
