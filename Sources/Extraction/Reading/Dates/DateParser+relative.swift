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
        let isFiscal = word(on: next) == .yearKind(isFiscal: true)
        if case .yearKind = word(on: next) { next += 1 }
        guard !text.opensLine(next) else { return nil }
        switch word(next) {
        case .unit(.year, isPlural: false) where isFiscal: return DateMatch(index..<next + 1, .date, "FYXXXX")
        case .unit(let unit, isPlural: false): return directed(direction, unit, at: index, end: next + 1)
        case .weekday(let weekday, isPlain: true) where direction != .past:
            let offset = DateOffset(direction: direction.side)
            return timed(withDayPart(DateMatch(index..<next + 1, .date, "XXXX-WXX-\(weekday)", offset)))
        case .month(let month, let isPlain) where direction != .past && (isPlain || text.isCapital(next)):
            return directedMonth(month, direction, at: index, monthAt: next)
        case .season(let season, _) where direction != .past:
            return DateMatch(
                index..<next + 1, .date, "XXXX-\(season.rawValue)", DateOffset(direction: direction.side))
        case .weekend: return DateMatch(index..<next + 1, .date, "XXXX-WXX-WE", DateUnit.week.offset(direction.steps))
        case .dayPart(let part) where direction == .this || direction == .last:
            return timed(
                DateMatch(index..<next + 1, .time, "XXXX-XX-XX" + part, DateUnit.day.offset(direction.steps)))
        case nil where direction == .this && isYear(next, from: 1900):
            return DateMatch(index..<next + 1, .date, String(number(next)))
        case .number, nil: return lengthOfTime(from: index, numberAt: next)
        case .vague: return vague(at: next, start: index)
        default: return nil
        }
    }

    private func directedMonth(
        _ month: Int, _ direction: DateWord.Direction, at index: Int, monthAt next: Int
    ) -> DateMatch? {
        guard var match = self.month(month, isPlain: true, at: next), !match.isVoid else { return nil }
        // "this May 2023": the year decides, the direction says nothing.
        if match.offset == nil { match.offset = DateOffset(direction: direction.side) }
        return match.with(index..<match.pieces.upperBound)
    }

    private func directed(_ direction: DateWord.Direction, _ unit: DateUnit, at index: Int, end: Int) -> DateMatch? {
        if unit == .quarter, direction == .last, let part = partOfYear(4, from: index, nounAt: end - 1, needsYear: true)
        {
            return part
        }
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
        return DateMatch(index..<end, type, unit.openValue, unit.offset(direction.steps))
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
        let steps = text.look(index, in: Self.namedDays)
        return timed(withDayPart(DateMatch(index..<index + 1, .date, "XXXX-XX-XX", DateUnit.day.offset(steps))))
    }

    private static let namedDays = WordTable<Int>([("yesterday", -1), ("today", 0), ("tomorrow", 1)])

    /// `years ago`; `the day before yesterday`.
    func unit(_ unit: DateUnit, isPlural: Bool, at index: Int) -> DateMatch? {
        // `The second half of this year`, `the second of May`.
        if unit == .second, !isPlural, let found = ordinal(2, end: index + 1, at: index) { return found }
        if let beforeLast = beforeLast(unit, isPlural: isPlural, at: index) { return beforeLast }
        if isPlural, link(on: index + 1) == .ago { return DateMatch(index..<index + 2, .date, "PAST_REF") }
        guard unit == .day, !isPlural, word(on: index + 2) == .day else { return nil }
        guard link(on: index + 1) == .before || link(on: index + 1) == .after,
            let steps = text.look(index + 2, in: Self.namedDays)
        else { return nil }
        let offset = DateUnit.day.offset(link(index + 1) == .before ? steps - 1 : steps + 1)
        return DateMatch(index..<index + 3, .date, "XXXX-XX-XX", offset)
    }

    /// `the week before last`, `the year after next`.
    private func beforeLast(_ unit: DateUnit, isPlural: Bool, at index: Int) -> DateMatch? {
        guard !isPlural, !text.opensLine(index), link(index - 1) == .the, unit.openValue != "PAST_REF",
            let steps = twofold(behind: index + 1)
        else { return nil }
        let type: DateExpression.Kind = unit == .night ? .time : .date
        return DateMatch(index..<index + 3, type, unit.openValue, unit.offset(steps))
    }

    /// −2 for `before last`, 2 for `after next`, where nothing that is last or next follows.
    func twofold(behind index: Int) -> Int? {
        guard !text.opensLine(index), !text.opensLine(index + 1), case .direction(let direction) = word(index + 1),
            text.opensLine(index + 2) || text.mark(index + 2) != 0 || link(index + 2) != nil
                || text.has(index + 2, .boundary) || text.has(index + 2, .finiteVerb)
        else { return nil }
        switch (link(index), direction) {
        case (.before, .last): return -2
        case (.after, .next): return 2
        default: return nil
        }
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
        guard match.type == .date || match.type == .time, match.value != "PAST_REF", !match.isVoid else { return match }
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
