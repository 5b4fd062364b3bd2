/// The stock phrases of news sites that are no part of a story, by what they do to the lines after them.
///
/// A phrase is matched at the start of a line, bullets aside, in lower case. Phrases of the eight languages that the sites
/// of our readers use most are in `PagePhrases+tables.swift`.
struct PagePhrases: Sendable {
    enum Effect: Sendable {
        /// Nothing of the story follows: forms for comments.
        case closing
        /// Other stories follow, until the story clearly goes on.
        case block
        /// Links follow where the line says no more; else the line itself is one.
        case link
        /// Only this line.
        case line
    }

    private struct Phrase: Sendable {
        let bytes: [UInt8]
        let effect: Effect
        /// Matches a whole line only, but for a count, a colon or an arrow at its end.
        let isWhole: Bool

        /// The word must end where the phrase does.
        var endsInLetter: Bool { bytes.last.map { (0x61...0x7A).contains($0) || $0 >= 0x80 && $0 != 0xA9 } ?? false }
    }

    /// By first byte.
    private let starts: [[Phrase]]
    private let inside: [[[UInt8]]]
    private let credits: [[[UInt8]]]

    init() {
        var starts = [[Phrase]](repeating: [], count: 256)
        for table in Self.tables {
            for text in table.phrases.split(separator: "|") {
                let bytes = Array(text.utf8)
                starts[Int(bytes[0])].append(Phrase(bytes: bytes, effect: table.effect, isWhole: table.isWhole))
            }
        }
        self.starts = starts
        inside = Self.byFirstByte(Self.insidePhrases)
        credits = Self.byFirstByte(Self.creditPhrases)
    }

    private static func byFirstByte(_ phrases: String) -> [[[UInt8]]] {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases.split(separator: "|") {
            let bytes = Array(phrase.utf8)
            table[Int(bytes[0])].append(bytes)
        }
        return table
    }

    /// What a line is by its words, or nil where they are no stock phrase.
    func effect(of line: PageLine, in page: FoldedText) -> Effect? {
        guard line.words <= 60, line.text.count <= 600 else { return nil }
        let range = withoutBullets(line.text, page)
        guard let first = range.first else { return nil }
        var found: Effect?
        for phrase in starts[Int(page.folded[first])] where page.folded[range].starts(with: phrase.bytes) {
            let rest = (range.lowerBound + phrase.bytes.count)..<range.upperBound
            if let effect = effect(of: phrase, rest: rest, line: line, page) {
                found = effect
                break
            }
        }
        if found == nil, line.words <= 45, !line.startsWithQuote, contains(line, page) { found = .line }
        return found
    }

    private func effect(of phrase: Phrase, rest: Range<Int>, line: PageLine, _ page: FoldedText) -> Effect? {
        if let next = rest.first, page.isWord(at: next), phrase.endsInLetter { return nil }
        let isBare = page.bytes[rest].allSatisfy { !isLetter($0) }
        if phrase.isWhole { return isBare ? phrase.effect : nil }
        if isBare { return phrase.effect }
        let isMarked = phrase.bytes.last == 0x3A || page.bytes[rest].first.map { Self.separators.contains($0) } == true
        switch phrase.effect {
        case .closing, .block: return phrase.effect
        case .link: return isMarked || line.ending != .sentence && line.words <= 25 ? .line : nil
        case .line: return isMarked || line.words <= 25 && (line.ending != .sentence || line.words <= 14) ? .line : nil
        }
    }

    /// A colon, a dash, a vertical bar, a bracket, or the first byte of a dash or an arrow.
    private static let separators: Set<UInt8> = [0x3A, 0x7C, 0x3E, 0x2D, 0x5B]

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3 && byte != 0xE2 }

    private func contains(_ line: PageLine, _ page: FoldedText) -> Bool {
        if line.words <= 30, contains(inside, line.text, page) { return true }
        var tail = max(line.text.lowerBound, line.text.upperBound - 70)
        while page.bytes[tail] & 0xC0 == 0x80 { tail += 1 }
        return contains(credits, tail..<line.text.upperBound, page)
    }

    /// Whether a phrase of a table begins at the start of a word, or at a mark, of a range.
    private func contains(_ table: [[[UInt8]]], _ range: Range<Int>, _ page: FoldedText) -> Bool {
        var isInWord = false
        for index in range {
            let byte = page.folded[index]
            let isLetter = (0x61...0x7A).contains(byte) || byte >= 0xC3
            defer { isInWord = isLetter || byte >= 0x80 }
            guard !isInWord || !isLetter, !table[Int(byte)].isEmpty else { continue }
            for phrase in table[Int(byte)] where page.folded[index..<range.upperBound].starts(with: phrase) {
                return true
            }
        }
        return false
    }

    /// Skips bullets, arrows, emoji and other marks before the first letter.
    private func withoutBullets(_ range: Range<Int>, _ page: FoldedText) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, !page.isWord(at: start), !page.bytes[start...].starts(with: [0xC2, 0xA9]),
            page.bytes[start] != 0x28
        {
            start += FoldedText.length(ofLead: page.bytes[start])
        }
        return min(start, range.upperBound)..<range.upperBound
    }
}

extension ArraySlice<UInt8> {
    /// Where a short pattern first occurs.
    func firstRange(of pattern: [UInt8]) -> Range<Int>? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        for start in startIndex...(endIndex - pattern.count)
        where self[start] == first && self[start...].starts(with: pattern) {
            return start..<(start + pattern.count)
        }
        return nil
    }
}
