/// A line with what tells whether its sentence goes on in the next. Widths count characters.
struct WrappedLine {
    /// The bytes without blanks at the ends.
    var text: Range<Int>
    var indent = 0
    var width = 0
    /// The width of the first word.
    var firstWidth = 0
    var words = 0
    var blankBefore = false
    var startsWithBullet = false
    /// Ends with a stop, a colon or a semicolon, closing marks aside.
    var endsSentence = false
    /// Ends with a comma or a word that ends no sentence: `the`, `of`, `and`.
    var endsOpen = false
    /// Ends with such a word and a capital: `the United`, `in South`.
    var endsHalfOpen = false

    /// Four long words or more, each with a capital.
    var isTitleCase = false

    /// The lines of a text that hold something.
    static func lines(of scanner: TextScanner) -> [WrappedLine] {
        var lines: [WrappedLine] = []
        var start = 0
        var isBlank = false
        while start < scanner.bytes.count {
            var end = start
            while end < scanner.bytes.count, scanner.byte(end) != 0x0A, scanner.byte(end) != 0x0D { end += 1 }
            if var line = WrappedLine(start..<end, scanner) {
                line.blankBefore = isBlank
                lines.append(line)
                isBlank = false
            } else {
                isBlank = true
            }
            start = scanner.byte(end) == 0x0D && scanner.byte(end + 1) == 0x0A ? end + 2 : end + 1
        }
        return lines
    }

    private init?(_ range: Range<Int>, _ scanner: TextScanner) {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, scanner.byte(start) <= 0x20 { start += 1 }
        while start < end, scanner.byte(end - 1) <= 0x20 { end -= 1 }
        guard start < end else { return nil }
        text = start..<end
        indent = start - range.lowerBound
        var lastWord = start..<start
        var wordBefore = start..<start
        var word = start
        var (long, capital) = (0, 0)
        for index in start...end where index == end || scanner.byte(index) == 0x20 {
            if index > word {
                (wordBefore, lastWord) = (lastWord, word..<index)
                words += 1
                long += index - word >= 4 ? 1 : 0
                capital += index - word >= 4 && scanner.isUpper(word) ? 1 : 0
            }
            word = index + 1
        }
        isTitleCase = long >= 4 && capital == long
        width = Self.width(text, scanner)
        firstWidth = Self.width(start..<(text.first { scanner.byte($0) == 0x20 } ?? end), scanner)
        startsWithBullet = Self.isBullet(start, scanner)
        readEnd(lastWord, wordBefore, scanner)
    }

    private mutating func readEnd(_ last: Range<Int>, _ before: Range<Int>, _ scanner: TextScanner) {
        var end = text.upperBound
        while end > text.lowerBound, let closing = Self.closingLength(endingAt: end, scanner) { end -= closing }
        let mark = scanner.byte(end - 1)
        let isEllipsis = mark == 0xA6 && scanner.byte(end - 2) == 0x80 && scanner.byte(end - 3) == 0xE2
        endsSentence = [0x2E, 0x21, 0x3F, 0x3A, 0x3B].contains(mark) || isEllipsis
        if let last = PackedWord(scanner.bytes, last), Self.open.contains(last) { endsOpen = true }
        if mark == 0x2C { endsOpen = true }
        if let before = PackedWord(scanner.bytes, before), Self.open.contains(before), scanner.isUpper(last.lowerBound)
        {
            endsHalfOpen = true
        }
    }

    private static let open = PackedWord.set(
        """
        the a an of and or but that which who whose in on at to by for from with as into over under between against \
        is are was were be been has have had will would could should may might not its his her their our my this these \
        Prime President Minister General Mr Mrs Ms Dr
        """)

    private static func width(_ range: Range<Int>, _ scanner: TextScanner) -> Int {
        range.count { scanner.byte($0) & 0xC0 != 0x80 }
    }

    private static func isBullet(_ start: Int, _ scanner: TextScanner) -> Bool {
        let byte = scanner.byte(start)
        if byte == 0x2A || byte == 0x3E { return true }
        let (scalar, _) = scanner.scalar(start)
        return scalar == 0xB7 || (0x2022...0x25FF).contains(scalar) && scalar != 0x2026
    }

    /// The length of a closing mark or bracket that ends before a position.
    private static func closingLength(endingAt end: Int, _ scanner: TextScanner) -> Int? {
        let byte = scanner.byte(end - 1)
        if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D { return 1 }
        guard scanner.byte(end - 3) == 0xE2, scanner.byte(end - 2) == 0x80 else { return nil }
        return byte == 0x99 || byte == 0x9D ? 3 : nil
    }
}
