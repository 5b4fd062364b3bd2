import Annotation

// Agencies in datelines and credits: `KYIV (Reuters) -`, `(MENAFN- Agency)`, `/MONTSAME/`, a closing `(KUNA)`.
extension SourceParser {
    /// The agencies of the first lines, and that of the last where it stands in brackets.
    func dateline() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var line = 0
        var index = 0
        var hasEnded = false
        // A dateline is one of the first lines, and short.
        while index < min(text.count, 120), line < 4 {
            if index > 0, text.opensLine(index) {
                line += 1
                hasEnded = false
            }
            let mark = text.mark(index)
            // Behind `CAIRO -` the story has begun.
            if Mark.isDash(mark) || mark == Mark.colon, text.isWord(index + 1), !text.isGlued(index + 1) {
                hasEnded = true
            }
            if !hasEnded, mark == Mark.opening || mark == Mark.slash, let close = close(of: index), isLed(index) {
                // Behind a name alone the brackets may hold its short form: only what is known counts.
                let isCertain = endsDateline(close + 1) || isPlaceLine(before: index)
                found += agencies(in: index + 1..<close).filter { isCertain || bearer($0) == .outlet }
                index = close
            }
            index += 1
        }
        return opening() + found + closing()
    }

    private func close(of index: Int) -> Int? {
        let wanted = text.mark(index) == Mark.slash ? Mark.slash : Mark.closing
        return (index + 1..<min(index + 10, text.count)).first { text.mark($0) == wanted }
    }

    /// Whether only places and dates stand before the brackets on their line.
    private func isLed(_ open: Int) -> Bool {
        var start = open
        while start > 0, open - start < 16, !text.opensLine(start) { start -= 1 }
        guard text.opensLine(start) else { return false }
        return (start..<open).allSatisfy { index in
            text.pieces[index].kind != .word || text.isCapital(index) || text.has(index, .datelineLead)
        }
    }

    /// Whether nothing, a date or a place in capitals stands before the brackets: `BEIJING, July 18 (…)`, `KYIV (…)`.
    private func isPlaceLine(before open: Int) -> Bool {
        var index = open
        var isUpper = true
        while index > 0, open - index < 16, !text.opensLine(index) {
            index -= 1
            if text.isNumber(index) { return true }
            if text.isWord(index),
                text.pieces[index].length < 2 || text.bytes(of: index).contains(where: { $0 >= 0x61 && $0 < 0x80 })
            {
                isUpper = false
            }
        }
        return isUpper
    }

    private func endsDateline(_ index: Int) -> Bool {
        let behind = text.mark(index)
        return Mark.isDash(behind) || behind == Mark.colon || behind == Mark.dot
    }

    /// The names between brackets, parted by dashes, strokes and commas.
    private func agencies(in pieces: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = pieces.lowerBound
        for index in pieces.lowerBound...pieces.upperBound
        where index == pieces.upperBound || text.pieces[index].kind == .mark {
            if start < index, (start..<index).allSatisfy({ text.isCapital($0) }),
                bearer(start..<index) != .institution, !isPerson(start)
            {
                found.append(start..<index)
            }
            start = index + 1
        }
        return found
    }

    /// `AFP.- London`, `Agency News, 15 October -` at the very start.
    private func opening() -> [Range<Int>] {
        guard text.count > 2, let found = candidate(at: 0), bearer(found) == .outlet else { return [] }
        let mark = text.mark(found.pieces.upperBound)
        return mark == Mark.comma || endsDateline(found.pieces.upperBound) ? [found.pieces] : []
    }

    /// `(KUNA)` or `- Reuters` as the last of the text.
    private func closing() -> [Range<Int>] {
        var end = text.count
        if end > 0, text.mark(end - 1) == Mark.dot { end -= 1 }
        if let dash = (max(0, end - 4)..<end).last(where: { Mark.isDash(text.mark($0)) }), dash + 1 < end,
            (dash + 1..<end).allSatisfy({ text.isCapital($0) }), bearer(dash + 1..<end) == .outlet
        {
            return [dash + 1..<end]
        }
        guard end > 3, text.mark(end - 1) == Mark.closing else { return [] }
        guard let open = (max(0, end - 6)..<end).last(where: { text.mark($0) == Mark.opening }) else { return [] }
        return agencies(in: open + 1..<end - 1).filter { bearer($0) == .outlet }
    }
}
