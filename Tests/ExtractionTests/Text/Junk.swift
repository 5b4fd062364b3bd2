/// Texts that no newspaper prints: marks, invisible characters, scripts and emoji in any order.
enum Junk {
    private static let pieces = [
        "a", "B", "é", "ń", "Я", "ї", "אב", "عر", "中", "9", "1,0", ".", ",", "'", "’", "“", "\"", "-", "—", " ", "  ",
        "\n",
        "\r\n", "\n\n", "\u{0C}", "\u{FEFF}", "\u{301}", "\u{20E3}", "👩‍👧", "🇺🇦", "\u{200D}", "\u{FE0F}", "\u{202E}", "@",
        "#",
        "http://", "U.S.", "Mr.", "'s", "$", "&", "/", "\u{0}", "...", "!?", "(", ")",
    ]

    /// A text of so many pieces, the same for the same seed.
    static func text(seed: UInt64, length: Int) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var result = ""
        for _ in 0..<length {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            result += pieces[Int(state % UInt64(pieces.count))]
        }
        return result
    }
}
