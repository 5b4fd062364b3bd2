/// One line of a page with what its form says of it.
struct PageLine: Sendable {
    /// How a line ends, closing quotation marks and brackets aside.
    enum Ending: Sendable { case sentence, ellipsis, colon, open }

    /// The line with its line end and the blank lines after it: the lines of a page cover it without gap.
    var full: Range<Int>
    /// The line without blanks at its ends.
    var text: Range<Int>
    var blankBefore = false
    var ending = Ending.open
    var words = 0
    /// Words of four letters or more, and how many of them start with a capital.
    var longWords = 0
    var capitalizedWords = 0
    var startsLowercase = false
    var startsWithBullet = false
    var startsWithQuote = false
    /// Sentences that end inside the line: a stop, a blank, a capital.
    var innerStops = 0
    /// All letters are capitals: `JANE ROE`.
    var isShouted = false

    /// A paragraph: at least one whole sentence.
    var isProse: Bool {
        words >= 6 && ending == .sentence || words >= 22 && !isTitleCase || innerStops > 0 && words >= 14
    }

    /// Every second long word has a capital: a heading in title case, a list of names, a menu.
    var isTitleCase: Bool { longWords > 0 && capitalizedWords * 10 >= longWords * 7 }

    /// A line that could stand over a text: short, without a full stop.
    var isHeadline: Bool { words >= 1 && words <= 28 && !startsWithBullet && ending != .sentence && !isProse }
}

extension PageLine {
    /// The lines of a page that hold something, each owning the blank lines after it; none for a blank page.
    static func lines(of page: FoldedText) -> [PageLine] {
        var lines: [PageLine] = []
        var blanks = 0
        var start = 0
        let count = page.bytes.count
        while start < count {
            var end = start
            while end < count, page.bytes[end] != 0x0A, page.bytes[end] != 0x0D { end += 1 }
            var next = min(end + 1, count)
            if end + 1 < count, page.bytes[end] == 0x0D, page.bytes[end + 1] == 0x0A { next = end + 2 }
            let trimmed = trim(start..<end, of: page.bytes)
            if trimmed.isEmpty {
                blanks += 1
                if let last = lines.indices.last { lines[last].full = lines[last].full.lowerBound..<next }
            } else {
                let from = lines.isEmpty ? 0 : start
                lines.append(PageLine(full: from..<next, text: trimmed, blankBefore: blanks > 0))
                blanks = 0
            }
            start = next
        }
        return lines.map { $0.measured(in: page) }
    }

    /// Blanks: ASCII, the no-break space, the byte-order mark, the zero-width space and its kin.
    static func trim(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, let length = blankLength(at: start, bytes), start + length <= end { start += length }
        while start < end {
            var head = end - 1
            while head > start, bytes[head] & 0xC0 == 0x80 { head -= 1 }
            guard let length = blankLength(at: head, bytes), head + length == end else { break }
            end = head
        }
        return start..<end
    }

    /// The length of the blank that starts at a byte, if one does.
    static func blankLength(at index: Int, _ bytes: [UInt8]) -> Int? {
        switch bytes[index] {
        case 0x20, 0x09, 0x0B, 0x0C, 0x0A, 0x0D: return 1
        case 0xC2: return index + 1 < bytes.count && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD) ? 2 : nil
        case 0xE2:
            guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
            return (0x80...0x8F).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF ? 3 : nil
        case 0xE3: return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : nil
        case 0xEF: return index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : nil
        default: return nil
        }
    }

    private static func startsLowercase(_ index: Int, _ page: FoldedText) -> Bool {
        page.isWord(at: index) && !page.isUppercase(at: index) && !(0x30...0x39).contains(page.bytes[index])
            && page.bytes[index] < 0xE0
    }
}

extension PageLine {
    /// Fills what the form of the line says.
    private func measured(in page: FoldedText) -> PageLine {
        var line = self
        var isUpperWord = false
        page.forEachWord(in: text) { word in
            line.words += 1
            isUpperWord = page.isUppercase(at: word.lowerBound)
            guard word.count >= 4 else { return }
            line.longWords += 1
            if isUpperWord { line.capitalizedWords += 1 }
        }
        line.startsLowercase = Self.startsLowercase(text.lowerBound, page)
        line.startsWithBullet = Self.bullets.contains { page.bytes[text].starts(with: $0) }
        line.startsWithQuote = Self.quotes.contains { page.bytes[text].starts(with: $0) }
        (line.ending, _) = Self.ending(of: withoutSignature(in: page), page)
        line.isShouted = line.words > 0 && !page.bytes[text].contains { (0x61...0x7A).contains($0) || $0 >= 0xC4 }
        line.innerStops = Self.innerStops(of: text, page)
        return line
    }

    private static let bullets: [[UInt8]] = ["•", "◦", "▪", "·", "●", "■", "►", "▶", "»", "›", "* ", "+ ", "→"].map {
        Array($0.utf8)
    }
    private static let quotes: [[UInt8]] = ["\"", "“", "„", "«", "‘", "”", "'"].map { Array($0.utf8) }
    private static let closers: [[UInt8]] = ["\"", "”", "“", "’", "'", "»", ")", "]", "*"].map { Array($0.utf8) }

    private static let dashes: [[UInt8]] = [" — ", " – ", " - ", " (", " /"].map { Array($0.utf8) }

    /// The line without the agency or initials after its last stop: `… on Monday. — SPA`, `… the mayor said. (ab)`.
    private func withoutSignature(in page: FoldedText) -> Range<Int> {
        let tail = page.bytes[text].suffix(24)
        for dash in Self.dashes {
            guard let found = tail.firstRange(of: dash), found.lowerBound > text.lowerBound else { continue }
            let isAfterStop = [0x2E, 0x22, 0x9D, 0x3F, 0x21].contains(page.bytes[found.lowerBound - 1])
            if isAfterStop, !page.bytes[found.upperBound..<text.upperBound].contains(0x2E) {
                return text.lowerBound..<found.lowerBound
            }
        }
        return text
    }

    /// How a range ends, and where the closing marks start.
    static func ending(of range: Range<Int>, _ page: FoldedText) -> (Ending, Int) {
        var end = range.upperBound
        while let closer = closers.first(where: {
            page.bytes[range.lowerBound..<end].suffix($0.count).elementsEqual($0)
        }) {
            end -= closer.count
        }
        end = trim(range.lowerBound..<end, of: page.bytes).upperBound
        guard end > range.lowerBound else { return (.open, end) }
        let tail = page.bytes[range.lowerBound..<end].suffix(3)
        if tail.elementsEqual([0xE2, 0x80, 0xA6]) || tail.elementsEqual([0x2E, 0x2E, 0x2E]) {
            let isQuoted = end < range.upperBound && page.bytes[end] != 0x29 && page.bytes[end] != 0x5D
            return (isQuoted ? .sentence : .ellipsis, end)
        }
        if tail.suffix(3).elementsEqual([0xE3, 0x80, 0x82]) { return (.sentence, end) }
        switch page.bytes[end - 1] {
        case 0x2E, 0x21, 0x3F, 0x3B: return (.sentence, end)
        case 0x2C: return (end < range.upperBound ? .sentence : .open, end)
        case 0x3A: return (.colon, end)
        default: return (.open, end)
        }
    }

    private static func innerStops(of range: Range<Int>, _ page: FoldedText) -> Int {
        var stops = 0
        var index = range.lowerBound + 3
        while index + 3 < range.upperBound {
            let byte = page.bytes[index]
            if byte == 0x2E || byte == 0x3F || byte == 0x21, page.bytes[index + 1] == 0x20,
                page.isUppercase(at: index + 2),
                page.isWord(at: index - 1), page.isWord(at: index - 2), page.isWord(at: index - 3)
            {
                stops += 1
            }
            index += 1
        }
        return stops
    }
}
