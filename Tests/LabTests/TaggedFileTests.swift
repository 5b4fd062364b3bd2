import Extraction
import Testing

@testable import entitywire_lab

@Suite struct TaggedFileTests {
    private static func read(_ text: String) -> [[String]] {
        TaggedFile(Array(text.utf8)).segments.map { segment in zip(segment.tokens, segment.tags).map { "\($0)/\($1)" } }
    }

    private static let plain = [["Anna/B-PER", "left/O"], ["Riga/B-LOC"]]

    @Test(arguments: [
        "Anna\tB-PER\nleft\tO\n\nRiga\tB-LOC\n",
        "Anna\tB-PER\r\nleft\tO\r\n\r\nRiga\tB-LOC\r\n",
        "Anna\tB-PER\nleft\tO\n \t \n\n\nRiga\tB-LOC",
        "Anna\tNNP\tx\tB-PER\nleft\tVBD\tx\tO\n\nRiga\tNNP\tx\tB-LOC\n",
        "Anna NNP B-PER\nleft VBD O\n\nRiga NNP B-LOC\n",
        "# id = 1\n# text = Anna left\nAnna\tB-PER\nleft\tO\n\n# id = 2\nRiga\tB-LOC\n",
    ])
    func columnsCommentsAndLineEndsDoNotMatter(text: String) {
        #expect(Self.read(text) == Self.plain)
    }

    @Test(
        arguments: [
            ("", []), ("\n\n", []), ("\r\n", []),
            ("Anna\nleft", [["Anna/O", "left/O"]]),
            ("1 000\nleft\n", [["1 000/O", "left/O"]]),
            ("#\n5\n", [["#/O", "5/O"]]),
            ("\tO\n", [["/O"]]),
        ] as [(String, [[String]])])
    func tokensWithoutTagsAreOutside(text: String, expected: [[String]]) {
        #expect(Self.read(text) == expected)
    }

    @Test(
        arguments: [
            (["B-A", "I-A", "O", "I-B"], ["0-2 A", "3-4 B"]),
            (["B-A", "B-A", "I-B"], ["0-1 A", "1-2 A", "2-3 B"]),
            (["O"], []), ([], []),
        ] as [([String], [String])])
    func spansFollowFromTags(tags: [String], expected: [String]) {
        let spans = TaggedFile.spans(tags)
        #expect(spans.map { "\($0.tokens.lowerBound)-\($0.tokens.upperBound) \($0.label)" } == expected)
    }

    @Test func escapedMarksAreReadAsMarks() {
        let segment = TaggedFile.Segment(tokens: ["``", "Ann", "''", "-LRB-", "x", "-RRB-"], tags: [])
        let text = TaggedFile.text(of: [segment])
        #expect(text.tokens.indices.map { text.string(of: $0) } == ["\"", "Ann", "\"", "(", "x", ")"])
    }
}
