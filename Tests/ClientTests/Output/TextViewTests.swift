import Annotation
import CommandSupport
import Testing

@testable import entitywire

@Suite struct TextViewTests {
    static func lines(_ width: Int, isColoured: Bool) -> [String] {
        let style = TextStyle(isColoured: isColoured)
        return TextView(SampleDocument.text, SampleDocument.annotation, style: style, width: width).lines
    }

    /// Without the sequences that this program writes itself.
    static func bare(_ line: String) -> String { line.replacing(/\u{1B}\[[0-9;]+m/, with: "") }

    @Test(arguments: [20, 31, 80, 160])
    func noLineIsWiderThanTheTerminalAndNoWordIsLost(width: Int) {
        let lines = Self.lines(width, isColoured: false)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(lines)")
        let expected = Sanitised.lines(SampleDocument.text).filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
        #expect(lines.joined().filter { !$0.isWhitespace } == expected)
    }

    @Test func colourChangesNothingButTheColour() {
        let coloured = Self.lines(40, isColoured: true).map(Self.bare)
        let plain = Self.lines(40, isColoured: false)
        #expect(Array(coloured.suffix(plain.count)) == plain)
        #expect(coloured.first?.hasPrefix("PERSON  ORG  LOC") == true)
    }

    @Test func withoutColourNoSequenceIsWritten() {
        #expect(!Self.lines(80, isColoured: false).joined().contains("\u{1B}"))
    }

    @Test func namesHaveTheColourOfTheirTypeAndQuotationsALine() {
        let text = Self.lines(80, isColoured: true).joined(separator: "\n")
        #expect(text.contains("\u{1B}[1;35;4mAnn Ek\u{1B}[0m"))
        #expect(text.contains("\u{1B}[2mRelated: Ann Ek <img src=x onerror=alert(1)>\u{1B}[0m"))
        #expect(!text.contains("\u{1B}[31m"))
    }

    @Test(arguments: [
        ("aa bb cc", 5, ["aa bb", "cc"]), ("aaaaaaa", 3, ["aaa", "aaa", "a"]), ("日本語", 4, ["日本", "語"]),
        ("a\n\nb", 9, ["a", "", "b"]), ("aa  bb", 2, ["aa", "bb"]), ("a bb cc", 4, ["a bb", "cc"]),
        ("aa  \nb", 2, ["aa", "b"]),
        (" a", 3, [" a"]), ("aa b", 3, ["aa", "b"]),
        ("a bbbbb", 4, ["a", "bbbb", "b"]),
    ])
    func linesBreakAtSpacesWhereThereAreAny(text: String, width: Int, expected: [String]) {
        var lines = WrappedLines(width: width, style: .plain)
        lines.add(text, codes: "")
        lines.endLine()
        #expect(lines.lines == expected)
    }
}
