/// How many columns of a terminal a text takes.
///
/// By grapheme cluster: 0 for combining marks alone, 2 for East Asian wide characters and emoji, 1 for the rest. The
/// ranges are those of Unicode's EastAsianWidth.txt (W and F), joined where only unassigned code points lie between.
enum DisplayWidth {
    static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    static func of(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.value < 0x300 { return 1 }
        let scalars = character.unicodeScalars
        if scalars.contains(where: { $0 == "\u{FE0F}" }) || scalars.contains(where: isWide) { return 2 }
        return scalars.contains { !isInvisible($0) } ? 1 : 0
    }

    /// The text cut to a width, with `…` where something is left out.
    static func truncate(_ text: String, to width: Int, keepingEnd: Bool = false) -> String {
        guard of(text) > width else { return text }
        guard width > 0 else { return "" }
        var kept: [Character] = []
        var left = width - 1
        for character in keepingEnd ? Array(text.reversed()) : Array(text) {
            left -= of(character)
            if left < 0 { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return keepingEnd ? "…" + String(kept.reversed()) : String(kept) + "…"
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isEmojiPresentation { return true }
        var low = 0
        var high = wide.count
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(scalar.value)
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD,
        0x30000...0x3FFFD,
    ]
}
