import Annotation

// Dates of the calendar: days, months, years, and weekdays beside them.
extension DateParser {
    /// `2025-01-28`, `28.01.2025`, `28/01/2025`: only where no other order is possible.
    func numericDate(at index: Int) -> DateMatch? {
        let separator = text.mark(index + 1)
        guard Mark.isDash(separator) || separator == Mark.slash || separator == Mark.dot, text.isGlued(index + 1),
            text.isNumber(index + 2), text.isGlued(index + 2), text.mark(index + 3) == separator,
            text.isGlued(index + 3),
            text.isNumber(index + 4), text.isGlued(index + 4), let date = order(index, isDotted: separator == Mark.dot)
        else { return nil }
        if CivilDate(year: date.year ?? 0, month: date.month ?? 0, day: date.day ?? 0) == nil {
            return .void(index..<index + 5)
        }
        return timed(DateMatch(index..<index + 5, .date, date.value))
    }

    private func order(_ index: Int, isDotted: Bool) -> CalendarDate? {
        let (a, b, c) = (number(index), number(index + 2), number(index + 4))
        if text.pieces[index].length == 4 {
            return text.pieces[index + 2].length == 2 && text.pieces[index + 4].length == 2
                ? CalendarDate(year: a, month: b, day: c) : nil
        }
        guard text.pieces[index].length <= 2, text.pieces[index + 2].length <= 2, text.pieces[index + 4].length == 4
        else {
            return nil
        }
        // With dots the day comes first wherever dots are used; with strokes it depends on the country.
        if isDotted || a > 12 || a == b { return CalendarDate(year: c, month: b, day: a) }
        return b > 12 ? CalendarDate(year: c, month: a, day: b) : nil
    }

    /// `27 January 2024`, `14th of February`, `27-29 January`, `27 and 28 January`.
    func dayMonth(at index: Int) -> DateMatch? {
        guard let first = dayNumber(at: index) else { return nil }
        if let match = dayMonth(day: first.day, from: index, monthAt: first.end) { return timed(match) }
        var next = first.end
        let isInterval = Mark.isDash(text.mark(next)) || link(on: next) == .to
        guard isInterval || link(on: next) == .and || text.mark(next) == Mark.comma else { return nil }
        // "27, 28 and 29 January" are three dates, of which this is the first.
        if !isInterval { return sharingMonth(first.day, index..<first.end) }
        next += 1
        guard let last = dayNumber(at: next), last.day > first.day,
            let match = dayMonth(day: last.day, from: next, monthAt: last.end), !match.isVoid
        else { return nil }
        let value = match.value.dropLast(2) + DateDigits.padded(first.day, 2)
        return match.with(index..<match.pieces.upperBound, value: value + "/" + match.value)
    }

    /// A day in a row of days whose month stands behind the last: `Thursday 4, Friday 5 and Saturday 6 April`.
    func sharingMonth(_ day: Int, _ pieces: Range<Int>) -> DateMatch? {
        var next = pieces.upperBound
        var last = day
        for _ in 0..<8 {
            var hasJoint = text.mark(next) == Mark.comma
            if hasJoint { next += 1 }
            if [.and, .or, .to].contains(link(on: next)) || Mark.isDash(text.mark(next)) || text.mark(next) == 0x26 {
                hasJoint = true
                next += 1
            }
            guard hasJoint else { return nil }
            if link(on: next) == .on { next += 1 }
            if case .weekday = word(on: next) { next += 1 }
            if link(on: next) == .the { next += 1 }
            guard !text.opensLine(next), let other = dayNumber(at: next), other.day > last else { return nil }
            if let match = dayMonth(day: other.day, from: next, monthAt: other.end), !match.isVoid {
                return match.with(pieces, value: match.value.dropLast(2) + DateDigits.padded(day, 2))
            }
            (next, last) = (other.end, other.day)
        }
        return nil
    }

    func dayMonth(day: Int, from index: Int, monthAt start: Int) -> DateMatch? {
        var next = start
        if link(on: next) == .the { next += 1 }
        if word(on: next) == .unit(.day, isPlural: false), link(on: next + 1) == .of { next += 1 }
        if link(on: next) == .of { next += 1 }
        if Mark.isDash(text.mark(next)), text.isGlued(next), text.isGlued(next + 1) { next += 1 }
        guard case .month(let month, _) = word(on: next), text.isCapital(next) || text.pieces[next].length > 3
        else { return nil }
        return self.day(day, of: month, tail: year(behind: next + 1), from: index)
    }

    /// A day of a month; void where no calendar has it.
    private func day(_ day: Int, of month: Int, tail: YearTail, from index: Int) -> DateMatch {
        if day > CivilDate.length(ofMonth: month, year: tail.year ?? 2000) { return .void(index..<tail.end) }
        let value = CalendarDate(year: tail.year, month: month, day: day).value
        return DateMatch(index..<tail.end, .date, value, tail.offset)
    }

    /// A day of the month from 1 to 31, with or without its ending, and the piece behind it.
    func dayNumber(at index: Int) -> (day: Int, end: Int)? {
        guard text.isNumber(index), text.pieces[index].length <= 2, (1...31).contains(number(index)) else { return nil }
        if text.isGlued(index + 1), link(index + 1) == .ordinalEnding { return (number(index), index + 2) }
        return (number(index), index + 1)
    }

    /// The year behind a month or a day, and the piece behind it.
    struct YearTail {
        var year: Int?
        var end: Int
        var offset: DateOffset?
    }

    /// `, 2024`, ` of 2024`, ` this year`.
    private func year(behind index: Int) -> YearTail {
        var next = index
        if text.mark(next) == Mark.dot, text.isGlued(next), !text.opensLine(next + 1) { next += 1 }
        if text.mark(next) == Mark.comma { next += 1 }
        if link(on: next) == .of { next += 1 }
        if isYear(next), !text.opensLine(next),
            text.pieces[next].spaced || text.mark(next - 1) == Mark.comma
                || Mark.isDash(text.mark(next - 1))
        {
            return YearTail(year: number(next), end: next + 1)
        }
        if Mark.isDash(text.mark(index)), text.isGlued(index + 1), isYear(index + 1) {
            return YearTail(year: number(index + 1), end: index + 2)
        }
        if case .direction(let direction) = word(on: next),
            direction == .last || direction == .this || direction == .next,
            case .unit(.year, isPlural: false) = word(on: next + 1)
        {
            return YearTail(end: next + 2, offset: DateUnit.year.offset(direction.steps))
        }
        return YearTail(end: text.mark(index) == Mark.dot && isAbbreviated(index - 1) ? index + 1 : index)
    }

    private func isAbbreviated(_ index: Int) -> Bool {
        guard case .month(let month, isPlain: false) = word(index), month != 5 else { return false }
        return text.pieces[index].length <= 4 && text.isGlued(index + 1)
    }

    /// `January 27, 2024`, `Jan. 27`, `January 27-29`, `January 2024`, `January`.
    func month(_ month: Int, isPlain: Bool, at index: Int) -> DateMatch? {
        var next = index + 1
        if isAbbreviated(index), text.mark(next) == Mark.dot { next += 1 }
        if text.isCapital(index) || isPlain {
            if link(on: next) == .the || text.mark(next) == Mark.comma { next += 1 }
            if !text.opensLine(next), let match = monthDay(month, from: index, dayAt: next) { return timed(match) }
        }
        return monthAlone(month, isPlain: isPlain, at: index)
    }

    private func monthDay(_ month: Int, from index: Int, dayAt start: Int) -> DateMatch? {
        guard let first = dayNumber(at: start), text.pieces[start].spaced || text.mark(start - 1) == Mark.dot,
            endsFree(first.end), !isClock(start), !isLongName(index)
        else { return nil }
        let second = first.end + 1
        if Mark.isDash(text.mark(first.end)) || link(on: first.end) == .to, let last = dayNumber(at: second),
            last.day > first.day, !text.opensLine(second), endsFree(last.end)
        {
            let tail = year(behind: last.end)
            let start = CalendarDate(year: tail.year, month: month, day: first.day).value
            let match = day(last.day, of: month, tail: tail, from: index)
            return match.isVoid ? match : match.with(value: start + "/" + match.value)
        }
        return day(first.day, of: month, tail: year(behind: first.end), from: index)
    }

    /// The rocket of "Long March 5".
    private func isLongName(_ index: Int) -> Bool {
        guard case .month(3, _) = word(index), index > 0, !text.opensLine(index) else { return false }
        return text.bytes(of: index - 1).elementsEqual("Long".utf8)
    }

    private func monthAlone(_ month: Int, isPlain: Bool, at index: Int) -> DateMatch? {
        let tail = year(behind: index + 1)
        let isDated = tail.year != nil && (text.isCapital(index) || isPlain)
        guard isDated || isCertainMonth(isPlain: isPlain, at: index) else { return nil }
        let joint = index + 1
        if tail.year == nil, !text.opensLine(joint),
            Mark.isDash(text.mark(joint)) || [.and, .to, .until, .or].contains(link(joint)),
            case .month(let last, _) = word(on: joint + 1), case let end = year(behind: joint + 2), let year = end.year
        {
            let first = CalendarDate(year: month <= last ? year : year - 1, month: month).value
            guard Mark.isDash(text.mark(joint)) else { return DateMatch(index..<joint, .date, first) }
            return DateMatch(index..<end.end, .date, first + "/" + CalendarDate(year: year, month: last).value)
        }
        var match = DateMatch(index..<tail.end, .date, CalendarDate(year: tail.year, month: month).value, tail.offset)
        if tail.end == joint, twofold(behind: joint) == -2 {
            match.offset = DateOffset(count: -2, direction: .before)
            match.pieces = index..<joint + 2
        }
        return match
    }

    /// Whether a word without a day or year beside it is a month: a plain name that is not part of a longer one; for
    /// the others a word around it that months have.
    private func isCertainMonth(isPlain: Bool, at index: Int) -> Bool {
        let isLed = !text.opensLine(index) && isMonthLed(at: index)
        if isPlain {
            let isNamed = text.isCapital(index - 1) && !text.opensLine(index) && isNameWord(index - 1)
            return isLed || !(isNameWord(index + 1) || isNamed)
        }
        guard text.isCapital(index) else { return false }
        if isLed { return text.pieces[index].length > 2 }
        return isMonthJoined(at: index)
    }

    private func isMonthLed(at index: Int) -> Bool {
        switch link(index - 1) {
        case .in, .since, .until, .of, .by, .from, .span: return true
        case .the, .possessive, .s:
            return text.isWord(index + 1) && link(index + 1) == nil && !text.opensLine(index + 1)
        default: break
        }
        switch word(index - 1) {
        case .edge, .direction: return true
        default: return Mark.isDash(text.mark(index - 1)) && text.isGlued(index) && word(index - 2) == .edge
        }
    }

    /// `between January and May`, `May to November`.
    private func isMonthJoined(at index: Int) -> Bool {
        func isJoint(_ joint: Int) -> Bool {
            !text.opensLine(joint) && (Mark.isDash(text.mark(joint)) || [.and, .to, .until, .or].contains(link(joint)))
        }
        if isJoint(index - 1), case .month = word(index - 2) { return true }
        if isJoint(index + 1), case .month = word(on: index + 2) { return true }
        return false
    }

    /// `Thursday`, `Thursday, January 27, 2024`, `Thursday last week`, `Thursday morning`.
    func weekday(_ weekday: Int, isPlain: Bool, at index: Int) -> DateMatch? {
        var next = index + 1
        if !isPlain, text.mark(next) == Mark.dot { next += 1 }
        if text.mark(next) == Mark.comma { next += 1 }
        if link(on: next) == .the { next += 1 }
        if !text.opensLine(next), var date = dated(at: next) {
            if date.isVoid { return .void(index..<date.pieces.upperBound) }
            date.offset = date.offset ?? DateOffset()
            date.offset?.weekday = weekday
            return date.with(index..<date.pieces.upperBound)
        }
        if !text.opensLine(next), let day = dayNumber(at: next), text.pieces[next].spaced,
            let date = sharingMonth(day.day, index..<day.end)
        {
            return date
        }
        if isPlain, !text.opensLine(index), text.isCapital(index - 1), text.has(index - 1, .holidayWord) {
            return .void(index - 1..<index + 1)
        }
        guard isPlain, isCertainWeekday(at: index) else { return nil }
        if let range = weekdayRange(weekday, at: index) { return range }
        var match = DateMatch(index..<index + 1, .date, "XXXX-WXX-\(weekday)")
        if twofold(behind: index + 1) == -2 {
            match.offset = DateOffset(count: -2, direction: .before)
            return match.with(index..<index + 3)
        }
        let week = link(on: index + 1) == .of ? index + 2 : index + 1
        if case .direction(let direction) = word(on: week), direction != .following, direction != .previous,
            case .unit(.week, isPlural: false) = word(on: week + 1)
        {
            match.offset = DateUnit.week.offset(direction.steps)
            return match.with(index..<week + 2)
        }
        return timed(withDayPart(match))
    }

    /// `Wednesday to Sunday`, `between Monday and Friday`: days of one week or two; with hours beside them a set.
    private func weekdayRange(_ first: Int, at index: Int) -> DateMatch? {
        let joint = link(on: index + 1)
        let isJoined = Mark.isDash(text.mark(index + 1)) || joint == .to || joint == .until
        guard isJoined || joint == .and && !text.opensLine(index) && link(index - 1) == .between,
            case .weekday(let last, isPlain: true) = word(on: index + 2), last != first
        else { return nil }
        let pieces = index..<index + 3
        let isSet = hasHours(pieces)
        return DateMatch(pieces, isSet ? .set : .date, "XXXX-WXX-\(first)/XXXX-WXX-\(last)")
    }

    /// Whether a clock stands right before or behind days, as in opening hours.
    private func hasHours(_ pieces: Range<Int>) -> Bool {
        let comma = text.mark(pieces.lowerBound - 1) == Mark.comma ? 2 : 1
        let before = pieces.lowerBound - comma
        if before > 0, [.am, .pm].contains(link(before)) || text.isNumber(before) { return true }
        if before > 2, text.mark(before) == Mark.dot, text.pieces[before - 1].length == 1 { return true }
        var next = pieces.upperBound
        if text.mark(next) == Mark.comma || text.mark(next) == Mark.colon { next += 1 }
        if link(on: next) == .from { next += 1 }
        return !text.opensLine(next) && clock(at: next, isLed: true) != nil
    }

    private func dated(at index: Int) -> DateMatch? {
        if text.isNumber(index) { return dayMonth(at: index) }
        guard case .month(let month, let isPlain) = word(index) else { return nil }
        return self.month(month, isPlain: isPlain, at: index).flatMap { $0.value.utf8.count >= 10 ? $0 : nil }
    }

    /// A weekday beside a capital is part of a name (a newspaper, a person) unless a preposition or verb leads it.
    private func isCertainWeekday(at index: Int) -> Bool {
        guard isNameWord(index + 1), text.isCapital(index) else { return true }
        if text.opensLine(index) || text.pieces[index].opensSentence { return false }
        switch link(index - 1) {
        case .on, .until, .since, .from, .before, .after, .later: return !Self.isTitle(text, index + 1)
        case nil: return text.isWord(index - 1) && !text.isCapital(index - 1) && !Self.isTitle(text, index + 1)
        default: return false
        }
    }

    /// Whether a word is one that newspapers and services add to their day.
    private static func isTitle(_ text: PieceText, _ index: Int) -> Bool { text.look(index, in: titles) ?? false }

    private static let titles = WordTable<Bool>(
        [
            "times", "telegraph", "mirror", "herald", "express", "post", "star", "world", "independent", "mail", "news",
            "nation", "vision", "standard", "tribune", "observer", "sun", "people", "guardian", "punch", "monitor",
            "school", "night", "morning", "mass", "league", "magazine", "review", "mosque",
        ].map { ($0, true) })
}
