import Annotation
import Foundation
import Testing

@testable import Extraction

/// A line end inside a sentence is a space: a text that was broken into lines reads as it did before.
@Suite struct LineWrapsTests {
    /// The samples as they are, and with a blank line between all paragraphs.
    private static let samples: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: SeedGoldTests.seeds.path)) ?? []
        let texts = files.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
            try? String(contentsOf: SeedGoldTests.seeds.appending(path: $0), encoding: .utf8)
        }
        return texts + texts.map { $0.replacing(/\n+/, with: "\n\n") }
    }()

    @Test(arguments: samples, [40, 72, 80])
    func aSampleBrokenIntoLinesReadsAsItWas(text: String, width: Int) throws {
        let extractor = try #require(ExtractorTests.extractor)
        let plain = Self.comparable(extractor.annotate(Array(text.utf8)))
        let wrapped = Self.wrapped(text, at: width)
        #expect(wrapped != text && wrapped.utf8.count == text.utf8.count)
        #expect(Self.comparable(extractor.annotate(Array(wrapped.utf8))) == plain)
    }

    @Test(arguments: [
        ("the broken\nline goes on.", "the broken line goes on."),
        ("He met the President of the United\r\nStates in\r\nNew York and of\r\nKenya.", nil),
        ("It fell by\n$2 million.", "It fell by $2 million."),
        ("The road was shut, and the mayor of\nLeeds was out.", "The road was shut, and the mayor of Leeds was out."),
    ])
    func aLineThatGoesOnIsJoined(text: String, expected: String?) {
        let joined = text.replacing("\r\n", with: "  ").replacing("\n", with: " ")
        #expect(String(decoding: LineWraps.undone(Array(text.utf8)), as: UTF8.self) == expected ?? joined)
    }

    @Test(arguments: [
        "A heading\nThe text goes on.", "One paragraph.\nAnother one.", "Goals:\nAnna Ek\nBo Li\nIda Os\nKai Um",
        "Flood closes two roads\nMayor opens a new bridge\nCouncil votes on taxes\nTwo die in fire at sea",
        "A text\n\nand another", "Buy:\n* milk\n* bread", "Home\nNews\nSport\nContact", "Read more\n  It begins here.",
        "a\n", "\n\n",
    ])
    func linesOfTheirOwnStayApart(text: String) {
        #expect(LineWraps.undone(Array(text.utf8)) == Array(text.utf8))
    }

    /// Breaks lines as `textwrap` and `fold -s` do: a space that no word fits behind becomes a line end.
    private static func wrapped(_ text: String, at width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
            var lines: [String] = []
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
                if let last = lines.last, last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
                    lines[lines.count - 1] = last + " " + word
                } else {
                    lines.append(String(word))
                }
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The annotation without what tells a wrapped text from a plain one.
    private static func comparable(_ annotation: Annotation) -> Annotation {
        var result = annotation
        func unwrapped(_ text: String) -> String { text.replacing("\n", with: " ") }
        (result.document, result.textSha256) = ("", "")
        if let title = result.title { result.title?.text = unwrapped(title.text) }
        for index in result.mentions.indices { result.mentions[index].text = unwrapped(result.mentions[index].text) }
        for index in result.roles.indices { result.roles[index].text = unwrapped(result.roles[index].text) }
        for index in result.quotes.indices { result.quotes[index].text = unwrapped(result.quotes[index].text) }
        for index in result.dates.indices { result.dates[index].text = unwrapped(result.dates[index].text) }
        for index in result.quantities.indices {
            result.quantities[index].text = unwrapped(result.quantities[index].text)
        }
        for index in result.sources.indices { result.sources[index].text = unwrapped(result.sources[index].text) }
        return result
    }
}
