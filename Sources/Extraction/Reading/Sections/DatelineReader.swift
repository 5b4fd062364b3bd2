/// Finds the dateline at the start of a paragraph: place, date and agency before a dash, a colon or a bracket.
///
/// `KYIV, March 3 (Reuters) - `, `London, Jun 30 2022 (IPS) – `, `CAIRO - 26 July 2022: `, `(AgencyName) `. The forms are
/// those of agency style books: nothing in a dateline is in small letters but particles and months.
struct DatelineReader: Sendable {
    private let stamps = DateStamps()
    private static let reach = 120
    private static let particles = ByteHash.set(
        "of de la el al the and date updated from for our correspondent at on р року via news")

    /// The end of the dateline at the start of a line, blanks after it included, or nil.
    func dateline(of line: PageLine, in page: FoldedText) -> Int? {
        let limit = min(line.text.upperBound, line.text.lowerBound + Self.reach)
        var end: Int?
        for candidate in separators(in: line.text.lowerBound..<limit, page) {
            let head = line.text.lowerBound..<candidate.start
            guard isDateline(head, isColon: candidate.isColon, isBracket: candidate.isBracket, page) else { continue }
            if candidate.isBracket, let end, !isDate(from: end, toBracketEndingAt: candidate.start, page) { continue }
            end = candidate.end
        }
        return end.map { skippingBlanks($0, in: line.text, page) }.flatMap { $0 < line.text.upperBound ? $0 : nil }
    }

    private struct Separator {
        let start: Int
        let end: Int
        var isColon = false
        var isBracket = false
    }

    private static let dashes: [[UInt8]] = [" - ", " -- ", " — ", " – ", "— ", "– ", ". — ", ". – ", " | "].map {
        Array($0.utf8)
    }

    private func separators(in range: Range<Int>, _ page: FoldedText) -> [Separator] {
        var found: [Separator] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let rest = page.bytes[index..<range.upperBound]
            if let dash = Self.dashes.first(where: { rest.starts(with: $0) }) {
                found.append(Separator(start: index, end: index + dash.count))
                index += dash.count
            } else if page.bytes[index] == 0x3A, rest.dropFirst().first == 0x20 {
                found.append(Separator(start: index, end: index + 2, isColon: true))
                index += 2
            } else if page.bytes[index] == 0x29, index + 1 < range.upperBound {
                found.append(Separator(start: index + 1, end: index + 1, isBracket: true))
                index += 1
            } else {
                index += 1
            }
        }
        return found
    }

    private func skippingBlanks(_ start: Int, in range: Range<Int>, _ page: FoldedText) -> Int {
        var index = start
        while index < range.upperBound {
            if let length = PageLine.blankLength(at: index, page.bytes) {
                index += length
            } else if page.bytes[index] == 0x2D || page.bytes[index] == 0x3A {
                index += 1
            } else if page.bytes[index...].starts(with: [0xE2, 0x80]),
                page.bytes[index + 2] == 0x93 || page.bytes[index + 2] == 0x94
            {
                index += 3
            } else {
                break
            }
        }
        return index
    }

    /// Whether nothing but a date stands between the dateline so far and a bracket.
    private func isDate(from start: Int, toBracketEndingAt end: Int, _ page: FoldedText) -> Bool {
        guard let open = page.bytes[start..<end].firstIndex(of: 0x28) else { return false }
        var isDate = true
        page.forEachWord(in: start..<open) { word in
            isDate =
                isDate && (stamps.isDateWord(word, in: page) || (0x30...0x39).contains(page.bytes[word.lowerBound]))
        }
        return isDate
    }

    private func isDateline(_ head: Range<Int>, isColon: Bool, isBracket: Bool, _ page: FoldedText) -> Bool {
        var words = 0
        var dates = 0
        var months = 0
        var isPlain = true
        page.forEachWord(in: head) { word in
            words += 1
            let isNumber = (0x30...0x39).contains(page.bytes[word.lowerBound])
            let isDate = stamps.isDateWord(word, in: page)
            if isNumber { dates += 1 } else if isDate { months += 1 }
            if isNumber || isDate || Self.particles.contains(page.hash(word)) { return }
            if !page.isUppercase(at: word.lowerBound) { isPlain = false }
        }
        guard words > 0, words <= 14, isPlain, !page.bytes[head].contains(0x22) else { return false }
        let agency = agency(in: head, page)
        let hasDate = dates > 0 && months > 0 || dates >= 3
        if isBracket {
            guard let agency, !page.bytes[agency].contains(where: { (0x30...0x39).contains($0) }) else { return false }
            return agency.lowerBound == head.lowerBound || hasDate
                || isShouted(head.lowerBound..<agency.lowerBound, page)
        }
        if agency != nil, agency?.upperBound == head.upperBound { return true }
        if isColon { return hasDate || words <= 3 && isShouted(head, page) }
        return hasDate || startsShouted(head, page) && words <= 6 || isNews(head, page)
    }

    /// The bracket that ends the head, from its opening: short, of one agency or more.
    private func agency(in head: Range<Int>, _ page: FoldedText) -> Range<Int>? {
        let trimmed = PageLine.trim(head, of: page.bytes)
        guard !trimmed.isEmpty, page.bytes[trimmed.upperBound - 1] == 0x29,
            let open = page.bytes[trimmed].firstIndex(of: 0x28), trimmed.upperBound - open <= 48,
            trimmed.upperBound - open > 3
        else { return nil }
        let isAlone = open == trimmed.lowerBound || PageLine.trim(trimmed.lowerBound..<open, of: page.bytes).isEmpty
        return (isAlone ? head.lowerBound : open)..<head.upperBound
    }

    /// Every word is in capitals: a place.
    private func isShouted(_ head: Range<Int>, _ page: FoldedText) -> Bool {
        var isAll = true
        page.forEachWord(in: head) { isAll = isAll && isShoutedWord($0, page) }
        return isAll
    }

    /// A capital word of three letters or more, all in capitals.
    private func isShoutedWord(_ word: Range<Int>, _ page: FoldedText) -> Bool {
        guard word.count >= 3 else { return false }
        var index = word.lowerBound
        while index < word.upperBound {
            if page.bytes[index] != 0x27, page.isWord(at: index), !page.isUppercase(at: index) { return false }
            index += FoldedText.length(ofLead: page.bytes[index])
        }
        return true
    }

    private func startsShouted(_ head: Range<Int>, _ page: FoldedText) -> Bool {
        var first: Range<Int>?
        page.forEachWord(in: head) { word in if first == nil { first = word } }
        return first.map { isShoutedWord($0, page) } ?? false
    }

    /// `Daily Star News, 20 February` needs a date; an agency before a dash may name itself: `UrbanWire News - `.
    private func isNews(_ head: Range<Int>, _ page: FoldedText) -> Bool {
        let trimmed = PageLine.trim(head, of: page.bytes)
        return page.folded[trimmed].suffix(5).elementsEqual(Array(" news".utf8)) && trimmed.count <= 30
    }
}
