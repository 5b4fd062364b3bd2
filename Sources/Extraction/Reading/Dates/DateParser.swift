import Annotation

/// Finds the date expression that begins at a piece of a text. Pure, and constant work at each piece.
///
/// Values are TIMEX3 (TimeML 1.2.1) with `X` for what the text leaves open.
struct DateParser: Sendable {
    let text: PieceText
    let numbers: NumberReader

    init(_ text: PieceText) {
        self.text = text
        numbers = NumberReader(text: text)
    }

    /// The expression whose first telling word is at the index; `floor` is the end of the one before.
    func match(at index: Int, floor: Int) -> DateMatch? {
        let piece = text.pieces[index]
        switch piece.kind {
        case .number: return matchNumber(at: index, floor: floor).map { extended($0, floor: floor) }
        case .mark:
            return Mark.isApostrophe(piece.mark) ? shortDecade(at: index).map { extended($0, floor: floor) } : nil
        case .word: break
        }
        guard let word = text.look(index, in: DateWord.table) else { return nil }
        return match(word, at: index).map { extended($0, floor: floor) }
    }

    private func match(_ word: DateWord, at index: Int) -> DateMatch? {
        switch word {
        case .month(let month, let isPlain): self.month(month, isPlain: isPlain, at: index)
        case .weekday(let weekday, let isPlain): self.weekday(weekday, isPlain: isPlain, at: index)
        case .weekdays(let weekday): DateMatch(index..<index + 1, .set, "XXXX-WXX-\(weekday)")
        case .unit(let unit, let isPlural): self.unit(unit, isPlural: isPlural, at: index)
        case .number: duration(at: index)
        case .ordinal(let number): ordinal(number, end: index + 1, at: index)
        case .direction(let direction): directed(direction, at: index)
        case .vague: vague(at: index, start: index)
        case .season(let season, let isPlain): self.season(season, isPlain: isPlain, at: index)
        case .weekend: weekend(at: index)
        case .day: namedDay(at: index)
        case .tonight: DateMatch(index..<index + 1, .time, "XXXX-XX-XXTNI", DateUnit.day.offset(0))
        case .each: set(at: index)
        case .repeated(let value): repeated(value, at: index)
        case .noon(let value): noon(value, at: index)
        case .decade(let decade): spelledDecade(decade, at: index)
        case .partLetter(let letter): lettered(letter, at: index)
        case .edge, .dayPart, .yearKind: nil
        }
    }

    func matchNumber(at index: Int, floor: Int) -> DateMatch? {
        guard isFree(index) else { return nil }
        return numericDate(at: index) ?? clockFirst(at: index) ?? dayMonth(at: index) ?? duration(at: index)
            ?? numberedOrdinal(at: index) ?? year(at: index, floor: floor)
    }

    // MARK: What stands around

    func word(_ index: Int) -> DateWord? { text.look(index, in: DateWord.table) }

    /// The short word at an index of the same line.
    func link(_ index: Int) -> DateLink? { text.look(index, in: DateLink.table) }

    /// The short word at an index where no line ends before it.
    func link(on index: Int) -> DateLink? { text.opensLine(index) ? nil : link(index) }

    func word(on index: Int) -> DateWord? { text.opensLine(index) ? nil : word(index) }

    /// Whether a number begins here and is not the tail of something longer.
    func isFree(_ index: Int) -> Bool {
        guard text.isGlued(index) else { return true }
        let before = text.mark(index - 1)
        if Mark.isDash(before) {
            if case .edge = word(index - 2) { return true }
            return !text.isGlued(index - 1)
        }
        return Self.openers.contains(before)
    }

    private static let openers: [UInt32] = [0x28, 0x5B, 0x22, 0x27, 0x2018, 0x201C, 0xAB, 0x7C]

    /// Whether nothing that belongs to the same number follows: no digits behind a separator, no letters, no percent.
    func endsFree(_ end: Int) -> Bool {
        guard text.isGlued(end), end < text.count else { return true }
        let mark = text.mark(end)
        if mark == 0 || mark == Mark.percent || mark == Mark.slash || mark == Mark.degree { return false }
        let continues = text.isNumber(end + 1) && text.isGlued(end + 1)
        return !(continues && (mark == Mark.dot || mark == Mark.comma || mark == Mark.colon))
    }

    func isYear(_ index: Int, from first: Int32 = 1000) -> Bool {
        guard text.isNumber(index), text.pieces[index].length == 4, endsFree(index + 1) else { return false }
        return (first...2199).contains(text.pieces[index].value)
    }

    func number(_ index: Int) -> Int { Int(text.pieces[index].value) }

    /// Whether the word at an index begins with a capital and is no date word: then the one before may be a name.
    func isNameWord(_ index: Int) -> Bool {
        !text.opensLine(index) && text.isCapital(index) && word(index) == nil && link(index) == nil
    }
}
