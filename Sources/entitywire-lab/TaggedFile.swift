import Extraction
import Foundation

/// A CoNLL-like file: one token a line, its tag after the last tab, a blank line between segments.
struct TaggedFile {
    struct Segment {
        var tokens: [String] = []
        var tags: [String] = []
    }

    var segments: [Segment] = []

    init(path: String) throws {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        var segment = Segment()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.hasSuffix("\r") ? line.dropLast() : line
            if line.allSatisfy(\.isWhitespace) {
                if !segment.tokens.isEmpty { segments.append(segment) }
                segment = Segment()
                continue
            }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            segment.tokens.append(String(columns[0]))
            segment.tags.append(columns.count > 1 ? String(columns[columns.count - 1]) : "O")
        }
        if !segment.tokens.isEmpty { segments.append(segment) }
    }

    /// The tokens of so many segments as one text, each segment a sentence.
    static func text(of segments: ArraySlice<Segment>) -> TokenizedText {
        var bytes: [UInt8] = []
        var tokens: [Token] = []
        var sentences: [Range<Int>] = []
        for segment in segments {
            let first = tokens.count
            for token in segment.tokens {
                let start = bytes.count
                bytes += token.utf8
                tokens.append(Token(start: start, end: bytes.count))
                bytes.append(0x20)
            }
            bytes.append(0x0A)
            sentences.append(first..<tokens.count)
        }
        return TokenizedText(bytes: bytes, tokens: tokens, sentences: sentences)
    }

    /// The spans of a segment by its tags: BIO, or IO where a name has no B.
    static func spans(_ tags: [String]) -> [(tokens: Range<Int>, label: String)] {
        var spans: [(tokens: Range<Int>, label: String)] = []
        var start: Int?
        var label = ""
        for (index, tag) in (tags + ["O"]).enumerated() {
            let name = tag == "O" ? "" : String(tag.dropFirst(2))
            if let first = start, tag == "O" || tag.hasPrefix("B") || name != label {
                spans.append((first..<index, label))
                start = nil
            }
            if start == nil, tag != "O" {
                start = index
                label = name
            }
        }
        return spans
    }
}
