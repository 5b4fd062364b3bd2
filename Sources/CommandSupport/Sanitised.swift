/// Makes untrusted texts harmless on a terminal: no control character, escape sequence or change of direction
/// reaches it.
package enum Sanitised {
    /// On one line: line ends and tabs are spaces, other control characters their pictures (␛), what reorders the line
    /// is left out.
    package static func line(_ text: String) -> String { clean(text, keepLines: false) }

    /// Over several lines: line feeds and tabs stay, a carriage return before a line feed goes.
    package static func lines(_ text: String) -> String { clean(text, keepLines: true) }

    private static func clean(_ text: String, keepLines: Bool) -> String {
        if !text.unicodeScalars.contains(where: isDangerous) { return text }
        var result = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch scalar {
            case "\r" where next == "\n": continue
            case "\n", "\t": result.append(keepLines ? scalar : " ")
            default: if let shown = shown(scalar) { result.append(shown) }
            }
        }
        return String(result)
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: true
        default: turns(scalar)
        }
    }

    /// Embeddings, overrides, isolates and line or paragraph separators.
    private static func turns(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x80...0x9F: "\u{FFFD}"
        case 0x2028...0x2029: " "
        default: turns(scalar) ? nil : scalar
        }
    }
}
