import Annotation
import Extraction
import Testing

@testable import entitywire_lab

@Suite struct TaggerTests {
    /// Takes runs of capitalised words for people, and notes how many texts it was given.
    private struct Capitals: Recognizer {
        let version = "capitals"

        func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]] {
            texts.map { text in
                var names: [RecognizedName] = []
                for sentence in text.sentences {
                    for token in sentence where (65...90).contains(text.bytes(of: token).first ?? 0) {
                        if let last = names.last, last.tokens.upperBound == token, token > sentence.lowerBound {
                            names[names.count - 1].tokens = last.tokens.lowerBound..<token + 1
                        } else {
                            names.append(RecognizedName(tokens: token..<token + 1, type: .person, confidence: 1))
                        }
                    }
                }
                return names
            }
        }
    }

    private static func lines(_ text: String) -> String {
        Tagger(Capitals()).lines(of: TaggedFile(Array(text.utf8)).segments)
    }

    @Test func writesTheGivenTokensWithTheirTags() {
        let lines = Self.lines("Anna\tX\nEk\tX\nleft\tX\n\n``\nRiga\n")
        #expect(lines == "Anna\tB-PERSON\nEk\tI-PERSON\nleft\tO\n\n``\tO\nRiga\tB-PERSON\n\n")
    }

    @Test func aNameEndsWithItsSegment() {
        #expect(Self.lines("Anna\n\nEk\n") == "Anna\tB-PERSON\n\nEk\tB-PERSON\n\n")
    }

    @Test func marksOfDocumentsAreNoNames() {
        let lines = Self.lines("-DOCSTART-\tO\n\nAnna\n\n-DOCSTART-\nEk\n")
        #expect(lines == "-DOCSTART-\tO\n\nAnna\tB-PERSON\n\n-DOCSTART-\tO\nEk\tB-PERSON\n\n")
    }

    @Test func anEmptyFileGivesNothing() {
        #expect(Self.lines("").isEmpty && Self.lines("\n\n").isEmpty)
    }

    @Test func theShippedModelTagsOneSegmentLikeAnother() throws {
        let segment = "President\nEmmanuel\nMacron\nvisited\nKenya\n.\n"
        let lines = try Tagger(model: nil).lines(of: TaggedFile(Array(segment.utf8)).segments)
        #expect(lines == "President\tO\nEmmanuel\tB-PERSON\nMacron\tI-PERSON\nvisited\tO\nKenya\tB-LOC\n.\tO\n\n")
    }
}
