import CommandSupport

/// Writes untrusted texts into HTML: as content and within quoted attributes they stay text.
///
/// Works on bytes: a combining mark after `<` does not hide it.
enum HTML {
    /// Over several lines, without control characters and changes of direction.
    static func lines(_ text: String) -> String { escaped(Sanitised.lines(text)) }

    /// On one line, likewise.
    static func line(_ text: String) -> String { escaped(Sanitised.line(text)) }

    /// An element with content that is HTML already; the values of the attributes are text.
    static func element(_ name: String, _ attributes: [(String, String?)] = [], _ content: String) -> String {
        "\(open(name, attributes))\(content)</\(name)>"
    }

    /// A start tag; attributes without a value are left out.
    static func open(_ name: String, _ attributes: [(String, String?)] = []) -> String {
        let written = attributes.compactMap { name, value in value.map { " \(name)=\"\(line($0))\"" } }
        return "<\(name)\(written.joined())>"
    }

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
