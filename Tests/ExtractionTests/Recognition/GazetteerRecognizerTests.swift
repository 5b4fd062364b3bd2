import Annotation
import Extraction
import Testing

@Suite struct GazetteerRecognizerTests {
    @Test(arguments: [
        ("Gen. Ivan Petrenko left.", ["Ivan Petrenko/PERSON"]),
        ("The Bank of Ghana met in Ukraine.", ["Bank of Ghana/ORG", "Ukraine/LOC"]),
        ("Polish officials met NATO.", ["Polish/NORP", "NATO/ORG"]),
        ("We saw Anna Ek. Then Ek left.", ["Anna Ek/PERSON", "Ek/PERSON"]),
        ("Nothing is here.", []),
    ])
    func findsNamesByRule(sentence: String, expected: [String]) {
        let text = TokenizedText(Array(sentence.utf8))
        let names = GazetteerRecognizer().recognize([text])[0]
        #expect(names.map { "\(text.string(of: $0.tokens))/\($0.type.rawValue)" } == expected)
    }
}
