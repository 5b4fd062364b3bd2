import Annotation

// What lies before or after the day of publication, or around another date of the text.
extension DateParser {
    /// `last year`, `this week`, `next Monday`, `this morning`, `the previous day`, `the past two years`.
    func directed(_ first: DateWord.Direction, at index: Int) -> DateMatch? {
        var direction = first
        var next = index + 1
        if case .direction(let second) = word(on: next), first == .this {
            direction = second == .past ? .last : second
            next += 1
        }
        if word(on: next) == .yearKind { next += 1 }
        guard !text.opensLine(next) else { return nil }
        switch word(next) {
        case .unit(let unit, isPlural: false): return directed(direction, unit, at: index, end: next + 1)
        case .weekday(let weekday, isPlain: true) where direction != .past:
            return timed(withDayPart(DateMatch(index..<next + 1, .date, "XXXX-WXX-\(weekday)")))
        case .month(let month, let isPlain) where direction != .past && (isPlain || text.isCapital(next)):
            return directedMonth(month, at: index, monthAt: next)
        case .season(let season, _) where direction != .past:
            return DateMatch(index..<next + 1, .date, "XXXX-\(season.rawValue)")
        case .weekend: return DateMatch(index..<next + 1, .date, "XXXX-WXX-WE")
        case .dayPart(let part) where direction == .this || direction == .last:
            return timed(DateMatch(index..<next + 1, .time, "XXXX-XX-XX" + part))
        case nil where direction == .this && isYear(next, from: 1900):
            return DateMatch(index..<next + 1, .date, String(number(next)))
        case .number, nil: return lengthOfTime(from: index, numberAt: next)
        case .vague: return vague(at: next, start: index)
        default: return nil
        }
    }

    private func directedMonth(_ month: Int, at index: Int, monthAt next: Int) -> DateMatch? {
        guard let match = self.month(month, isPlain: true, at: next) else { return nil }
        // "this May 2023": the year decides, the direction says nothing.
        return DateMatch(index..<match.pieces.upperBound, match.type, match.value)
    }

    private func directed(_ direction: DateWord.Direction, _ unit: DateUnit, at index: Int, end: Int) -> DateMatch? {
        let isSmall = unit == .second || unit == .minute || unit == .hour
        if isSmall || (unit == .day && (direction == .last || direction == .this)) { return nil }
        let ledByThe = !text.opensLine(index) && link(index - 1) == .the
        if direction == .past || (ledByThe && (direction == .last || direction == .next) && isSpan(index - 2)) {
            return DateMatch(index..<end, .duration, unit.duration("1") { DateDigits.plain($0) })
        }
        // "The last week of July" is not the week before this one.
        if link(on: end) == .of, direction != .this { return nil }
        if unit == .day, direction == .next, !ledByThe, !text.pieces[index].opensSentence { return nil }
        let type: DateExpression.Kind = unit == .night ? .time : .date
        return DateMatch(index..<end, type, unit.openValue)
    }

    private func isSpan(_ index: Int) -> Bool { link(index) == .span || link(index) == .in }

    /// `the last two years`, `the first 100 days`: the number is at another index.
    private func lengthOfTime(from index: Int, numberAt next: Int) -> DateMatch? {
        guard text.isNumber(next) || word(next) == .number, let match = duration(at: next), match.type == .duration
        else {
            return nil
        }
        return DateMatch(index..<match.pieces.upperBound, .duration, match.value)
    }

    /// `yesterday`, `tomorrow morning`.
    func namedDay(at index: Int) -> DateMatch? {
        // "Japan Today" is an outlet.
        if text.isCapital(index), text.isCapital(index - 1), !text.opensLine(index),
            isNameWord(index - 1) || text.opensLine(index - 1)
        {
            return nil
        }
        return timed(withDayPart(DateMatch(index..<index + 1, .date, "XXXX-XX-XX")))
    }

    /// `years ago`; `the day before yesterday`.
    func unit(_ unit: DateUnit, isPlural: Bool, at index: Int) -> DateMatch? {
        // `The second half of this year`.
        if unit == .second, !isPlural, let part = partOfYear(2, from: index, nounAt: index + 1) { return part }
        if isPlural, link(on: index + 1) == .ago { return DateMatch(index..<index + 2, .date, "PAST_REF") }
        guard unit == .day, !isPlural, word(on: index + 2) == .day else { return nil }
        guard link(on: index + 1) == .before || link(on: index + 1) == .after else { return nil }
        return DateMatch(index..<index + 3, .date, "XXXX-XX-XX")
    }

    /// `at the weekend`, `over the weekend`.
    func weekend(at index: Int) -> DateMatch? {
        guard !text.opensLine(index), link(index - 1) == .the, let before = link(index - 2),
            [.span, .at, .on, .by, .before, .after].contains(before)
        else { return nil }
        return DateMatch(index..<index + 1, .date, "XXXX-WXX-WE")
    }

    /// Adds `morning` or `night` behind a day.
    func withDayPart(_ match: DateMatch) -> DateMatch {
        let next = match.pieces.upperBound
        var result = match
        switch word(on: next) {
        case .dayPart(let part): result.value += part
        case .unit(.night, isPlural: false): result.value += "TNI"
        default: return match
        }
        result.type = .time
        result.pieces = match.pieces.lowerBound..<next + 1
        return result
    }

    /// Takes in what stands before an expression on its line: `on`, `in`, `early in`, `mid-`, `the end of`.
    func extended(_ match: DateMatch, floor: Int) -> DateMatch {
        guard match.type == .date || match.type == .time, match.value != "PAST_REF" else { return match }
        var result = match
        var start = match.pieces.lowerBound
        func isOpen(_ steps: Int) -> Bool {
            start - steps >= floor && !(0..<steps).contains { text.opensLine(start - $0) }
        }
        if isOpen(2), Mark.isDash(text.mark(start - 1)), word(start - 2) == .edge { start -= 2 }
        if isOpen(1), word(start - 1) == .edge { start -= 1 }
        if isOpen(2), link(start - 1) == .of { start -= leadingPart(before: start - 1, match: &result) }
        if isOpen(1), link(start - 1) == .the,
            match.value.utf8.count != 4 || match.value.last == "X" || word(start) == .edge
        {
            start -= 1
        }
        if isOpen(1), link(start - 1) == .on || link(start - 1) == .in {
            start -= 1
            if isOpen(1), word(start - 1) == .edge { start -= 1 }
        }
        result.pieces = start..<match.pieces.upperBound
        return result
    }

    /// The pieces of `morning of` or `end of`; a part of the day goes into the value.
    private func leadingPart(before of: Int, match: inout DateMatch) -> Int {
        if link(of - 1) == .edgeNoun { return 2 }
        guard match.type == .date, match.value.utf8.count == 10, !match.value.contains("/") else { return 0 }
        switch word(of - 1) {
        case .dayPart(let part): match.value += part
        case .unit(.night, isPlural: false): match.value += "TNI"
        default: return 0
        }
        match.type = .time
        return 2
    }
}
