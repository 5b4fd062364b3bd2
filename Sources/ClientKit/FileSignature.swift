import Foundation

/// What a file is by its first bytes, where it is not plain text.
package enum FileSignature: Equatable, Sendable {
    /// A document that some program turns into text.
    case convertible(name: String, advice: String)
    /// JSON Lines: each line is an object.
    case jsonLines
    /// No text at all.
    case binary

    /// How many bytes of a file ``init(_:)`` wants to see.
    package static let length = 8_192

    /// Looks at the first bytes of a file; nil for text.
    package init?(_ bytes: [UInt8]) {
        if let known = Self.table.first(where: { bytes.starts(with: $0.magic) }) {
            self = .convertible(name: known.name, advice: known.advice)
        } else if Self.isHTML(bytes) {
            self = .convertible(name: "HTML", advice: "trafilatura or html2text")
        } else if let json = Self.json(bytes) {
            self = json
        } else if bytes.contains(0) {
            self = .binary
        } else {
            return nil
        }
    }

    /// One sentence that says what to do with the file.
    package var sentence: String {
        switch self {
        case .convertible(let name, let advice): "This is \(name), not text: convert it first, with \(advice)."
        case .jsonLines: "This is JSON Lines, not text: give it to entitywire submit."
        case .binary: "This is not text: it holds NUL bytes."
        }
    }

    private static let table: [(magic: [UInt8], name: String, advice: String)] = [
        (Array("%PDF-".utf8), "PDF", "pdftotext"),
        ([0xEF, 0xBB, 0xBF] + Array("%PDF-".utf8), "PDF", "pdftotext"),
        (Array("PK\u{3}\u{4}".utf8), "DOCX, ODT, EPUB or another zip archive", "pandoc -t plain (an archive: unzip)"),
        ([0x1F, 0x8B], "compressed by gzip", "gunzip"),
        (Array("BZh".utf8), "compressed by bzip2", "bunzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed by xz", "unxz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed by zstd", "unzstd"),
        (Array("{\\rtf".utf8), "RTF", "pandoc -t plain"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document", "libreoffice --convert-to txt"),
        ([0xFF, 0xFE], "UTF-16", "iconv -f UTF-16 -t UTF-8"),
        ([0xFE, 0xFF], "UTF-16", "iconv -f UTF-16 -t UTF-8"),
    ]

    /// JSON Lines where the first line is an object, or begins as one and ends beyond what is seen; other JSON by what a
    /// list of objects, or an object over several lines, begins with.
    private static func json(_ bytes: [UInt8]) -> FileSignature? {
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let body = text.drop { blanks.contains($0) }
        let line = body.prefix { $0 != 0x0A }
        switch body.first {
        case UInt8(ascii: "{"):
            if (try? JSONSerialization.jsonObject(with: Data(line))) is [String: Any] { return .jsonLines }
            guard beginsWithKey(body.dropFirst().drop { blanks.contains($0) }) else { return nil }
            return line.count == body.count && bytes.count >= length
                ? .jsonLines : .convertible(name: "JSON over several lines", advice: "jq -c .")
        case UInt8(ascii: "["):
            guard body.dropFirst().first(where: { !blanks.contains($0) }) == UInt8(ascii: "{") else { return nil }
            return .convertible(name: "a JSON array", advice: "jq -c '.[]'")
        default: return nil
        }
    }

    /// `"a name":`, as a member of an object begins.
    private static func beginsWithKey(_ bytes: ArraySlice<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard bytes.first == quote else { return false }
        let behind = bytes.dropFirst().drop { $0 != quote && $0 != 0x0A }.dropFirst()
        return behind.first { $0 != 0x20 } == UInt8(ascii: ":")
    }

    /// After white space, a byte-order mark and comments: `<!doctype html`, `<html`, `<head` or `<body`, or an XML
    /// declaration with `<html` near it.
    private static func isHTML(_ bytes: [UInt8]) -> Bool {
        var text = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()[...]
        if text.hasPrefix("\u{FEFF}") { text = text.dropFirst() }
        text = text.drop(while: \.isWhitespace)
        while text.hasPrefix("<!--"), let end = endOfComment(text) {
            text = text[end...].drop(while: \.isWhitespace)
        }
        if text.hasPrefix("<?xml") { return text.contains("<html") }
        return ["<!doctype html", "<html", "<head", "<body"].contains { text.hasPrefix($0) }
    }

    private static func endOfComment(_ text: Substring) -> Substring.Index? {
        let parts = text.split(separator: "-->", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? parts[1].startIndex : nil
    }
}
