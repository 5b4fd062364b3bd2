/// How a text uses its line ends: one line a paragraph, or lines broken at a width as in mail and pdftotext's output.
struct LineLayout {
    /// The width at which the text was broken into lines, in bytes; nil where a line end ends a paragraph.
    let wrapWidth: Int?

    /// Reads the layout from the line lengths: broken at a width, most line ends have no blank line after them, and the
    /// lines before them are of nearly one length.
    init(_ scanner: TextScanner) {
        var lengths = [Int](repeating: 0, count: Self.longest + 1)
        var inner = 0
        var start = 0
        for position in 0..<scanner.bytes.count where scanner.bytes[position] == 0x0A {
            let length = position - start
            start = position + 1
            let next = scanner.byte(position + 1)
            guard length >= Self.shortest, next != 0x0A, next != 0x0D, next != 0x0C else { continue }
            inner += 1
            lengths[min(length, Self.longest)] += 1
        }
        wrapWidth = Self.width(lengths, inner: inner)
    }

    private static let shortest = 30
    private static let longest = 160

    /// The ninth decile of the lengths, if at least three lines of five come near it and few run far past it.
    private static func width(_ lengths: [Int], inner: Int) -> Int? {
        guard inner >= 4 else { return nil }
        var below = 0
        var width = 0
        for (length, count) in lengths.enumerated() {
            below += count
            width = length
            if below * 10 >= inner * 9 { break }
        }
        guard width < longest else { return nil }
        let near = lengths[max(0, width * 3 / 4)...].reduce(0, +)
        return near * 5 >= inner * 3 ? width : nil
    }
}
