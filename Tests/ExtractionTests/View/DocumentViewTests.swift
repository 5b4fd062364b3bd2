import Annotation
import Testing

@testable import Extraction

@Suite("The view of a document")
struct DocumentViewTests {
    private func view(_ text: String) -> DocumentView { DocumentView(TokenizedText(Array(text.utf8))) }

    @Test(
        arguments: [
            ("Minister", [.officeNoun, .capital, .word]), ("said", [.speechVerb, .boundary, .word]),
            ("ex-minister", [.officeNoun, .political]), ("general", [.word, .officePostfix]), ("’s", [.genitive]),
            (",", [.comma]), ("…", [.stop]), ("—", [.dash]), ("2024", [.digit]), ("Élite", [.capital, .word]),
        ] as [(String, WordClasses)])
    func aTokenHasItsClasses(token: String, classes: WordClasses) {
        #expect(view(token)[0].isSuperset(of: classes))
    }

    @Test func anOfficeThatNeedsACapitalIsNoneWithoutIt() {
        #expect(view("General")[0].contains(.officeNoun))
        #expect(!view("general")[0].contains(.officeNoun))
    }

    @Test func wordsAreComparedWithoutCase() {
        let view = view("OF Of of off")
        #expect((0..<4).map { view.is($0, "of") } == [true, true, true, false])
        #expect(!view.is(-1, "of") && !view.is(4, "of"))
        #expect(view.key(0) == view.key(2) && view.key(2) != view.key(3))
    }

    @Test func paragraphsEndWhereALineAndASentenceEnd() {
        let view = view("One goes. Two stay.\n\nThree come.")
        #expect(view.paragraphs.map(view.text.string) == ["One goes. Two stay.", "Three come."])
        #expect(view.startsParagraph(view.paragraphs[1].lowerBound))
    }

    @Test func eachTokenKnowsItsMention() {
        var view = view("Jane Roe met him .")
        view.mentions = [
            FoundMention(tokens: 0..<2, type: .person, kind: .name, entity: 0, confidence: 1),
            FoundMention(tokens: 3..<4, type: .person, kind: .pronoun, entity: 0, confidence: 0.8),
        ]
        #expect((0..<5).map { view.mentionIndex(at: $0) } == [0, 0, nil, 1, nil])
    }
}
