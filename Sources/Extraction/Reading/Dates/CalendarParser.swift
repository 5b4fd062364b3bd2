import Annotation

/// Finds the dates of the calendar in a text of a language whose words of time are not read: in figures, or with the name
/// of the month.
struct CalendarParser {
    let text: PieceText
    let language: String

    private static let links: Set<String> = ["de", "del", "di", "do", "da", "of"]

    /// The dates in order, without overlap.
    func matches() -> [DateMatch] {
        var matches: [DateMatch] = []
        var index = 0
        while index < text.count {
            if let match = figures(at: index) ?? dayFirst(at: index) ?? yearFirst(at: index) ?? monthAndYear(at: index) {
                matches.append(match)
                index = match.pieces.upperBound
            } else {
                index += 1
            }
        }
        return matches
    }

    /// `15.02.2024`, `15/02/2024`, `2024-02-15`.
    private func figures(at index: Int) -> DateMatch? {
        guard number(index, digits: 1...4) != nil, let middle = number(index + 2, digits: 1...2),
            text.mark(index + 1) == text.mark(index + 3), text.mark(index + 1) != 0,
            (index + 1...index + 4).allSatisfy(text.isGlued), !text.isGlued(index) || text.mark(index - 1) != 0,
            [Mark.dot, Mark.slash, Mark.hyphen].contains(text.mark(index + 1))
        else { return nil }
        if let day = number(index, digits: 1...2), let year = year(index + 4) {
            return match(index..<index + 5, year, middle, day)
        }
        if let year = year(index), let day = number(index + 4, digits: 1...2), text.mark(index + 1) == Mark.hyphen {
            return match(index..<index + 5, year, middle, day)
        }
        return nil
    }

    /// `15 лютого 2024`, `15. Februar`, `15 de febrero de 2024`.
    private func dayFirst(at index: Int) -> DateMatch? {
        guard let day = number(index, digits: 1...2), !text.isGlued(index) else { return nil }
        var end = index + 1
        if text.mark(end) == Mark.dot, text.isGlued(end) { end += 1 }
        end = afterLink(end)
        guard let month = month(end) else { return nil }
        end += 1
        let after = afterLink(end)
        if let year = year(after) { return match(index..<after + 1, year, month, day) }
        return match(index..<end, nil, month, day)
    }

    /// `2024. február 15.`
    private func yearFirst(at index: Int) -> DateMatch? {
        guard let year = year(index), text.mark(index + 1) == Mark.dot, let month = month(index + 2) else { return nil }
        guard let day = number(index + 3, digits: 1...2) else { return match(index..<index + 3, year, month, nil) }
        return match(index..<index + 4, year, month, day)
    }

    /// `лютий 2024`
    private func monthAndYear(at index: Int) -> DateMatch? {
        guard let month = month(index) else { return nil }
        let after = afterLink(index + 1)
        return year(after).flatMap { match(index..<after + 1, $0, month, nil) }
    }

    // MARK: Parts

    private func match(_ pieces: Range<Int>, _ year: Int?, _ month: Int, _ day: Int?) -> DateMatch? {
        guard (1...12).contains(month), day.map({ (1...31).contains($0) }) ?? true else { return nil }
        return DateMatch(pieces, .date, CalendarDate(year: year, month: month, day: day).value)
    }

    private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
        guard text.isNumber(index), digits.contains(text.pieces[index].length) else { return nil }
        return Int(text.pieces[index].value)
    }

    private func year(_ index: Int) -> Int? {
        number(index, digits: 4...4).flatMap { (1000...2199).contains($0) ? $0 : nil }
    }

    private func month(_ index: Int) -> Int? {
        guard text.isWord(index) else { return nil }
        return LanguageNames.shipped.month(string(index), in: language)
    }

    private func afterLink(_ index: Int) -> Int {
        text.isWord(index) && text.pieces[index].length <= 3 && Self.links.contains(string(index).lowercased())
            ? index + 1 : index
    }

    private func string(_ index: Int) -> String { String(decoding: text.bytes(of: index), as: UTF8.self) }
}
