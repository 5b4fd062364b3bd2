import Extraction
import Foundation

/// A CoNLL-like file: one token a line, its tag after the last tab, a blank line between segments.
struct TaggedFile {
    struct Segment {
        var tokens: [String] = []
        var tags: [String] = []
    }

    var segments: [Segment] = []

    init(path: String) throws { self.init(try Data(contentsOf: URL(filePath: path))) }

    /// Reads lines that end in LF or CRLF. The first column is the token and the last one its tag; columns are separated
    /// by tabs, or by blanks in a file without a tab whose lines all have the same number. Comments (`# text = …`) are
    /// left out.
    init(_ data: some Sequence<UInt8>) {
        let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
        let separator = Self.separator(of: lines)
        var segment = Segment()
        for line in lines {
            if Self.isBlank(line) {
                if !segment.tokens.isEmpty { segments.append(segment) }
                segment = Segment()
            } else if !(segment.tokens.isEmpty && Self.isComment(line)) {
                let columns = line.split(separator: separator, omittingEmptySubsequences: false)
                segment.tokens.append(String(decoding: columns[0], as: UTF8.self))
                segment.tags.append(
                    columns.count > 1 ? String(decoding: columns[columns.count - 1], as: UTF8.self) : "O")
            }
        }
        if !segment.tokens.isEmpty { segments.append(segment) }
    }

    private static func separator(of lines: [ArraySlice<UInt8>]) -> UInt8 {
        if lines.contains(where: { $0.contains(0x09) }) { return 0x09 }
        let counts = Set(lines.lazy.filter { !isBlank($0) && !isComment($0) }.map { $0.split(separator: 0x20).count })
        // Tokens alone may hold blanks; lines of columns have as many each.
        return counts.count == 1 && counts != [1] ? 0x20 : 0x09
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x23, 0x20]) && line.contains(0x3D) && !line.contains(0x09)
    }

    /// What the escapes of the Penn Treebank stand for.
    private static let escapes = [
        "``": "\"", "''": "\"", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    ]

    /// The tokens of so many segments as one text, each segment a sentence.
    static func text(of segments: ArraySlice<Segment>) -> TokenizedText {
        var bytes: [UInt8] = []
        var tokens: [Token] = []
        var sentences: [Range<Int>] = []
        for segment in segments {
            let first = tokens.count
            for token in segment.tokens {
                let start = bytes.count
                bytes += (escapes[token] ?? token).utf8
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
