/// Finds what an open date means, seen from a date of publication. Sets nothing that does not follow.
struct DateResolver: Sendable {
    let anchor: DateAnchor

    /// The TIMEX3 value with nothing left open, or nil.
    func resolve(_ expression: DateExpression) -> String? {
        let value = expression.value
        let offset = expression.offset ?? DateOffset()
        if isClosed(value) { return value }
        // Sets come back, and "the previous day" is counted from another date of the text.
        if expression.type == .set || offset.direction == .elsewhere || offset.direction == .unknown { return nil }
        if value == "PAST_REF" { return fewDaysAgo(offset) }
        let ends = value.split(separator: "/")
        guard ends.count == 2 else { return OpenDate(value).flatMap { resolve($0, offset) } }
        return interval(String(ends[0]), String(ends[1]), offset)
    }

    /// Whether the value leaves nothing open: then it is its own resolution. `199X` is a whole decade.
    private func isClosed(_ value: String) -> Bool {
        guard let first = value.utf8.first else { return false }
        if first == 0x50 { return !value.contains("X") && value != "PAST_REF" }
        return first >= 0x30 && first <= 0x39
    }

    /// The end of an interval ahead is the first such date behind its beginning; else the beginning is the last such date
    /// before the end.
    private func interval(_ first: String, _ last: String, _ offset: DateOffset) -> String? {
        guard let begin = OpenDate(first), let end = OpenDate(last) else { return nil }
        if offset.direction == .future || offset.direction == .after {
            guard let start = resolve(begin, offset), let anchor = DateAnchor(start) else { return nil }
            return DateResolver(anchor: anchor).resolve(end, DateOffset(direction: .future)).map { start + "/" + $0 }
        }
        guard let stop = resolve(end, offset), let anchor = DateAnchor(stop) else { return nil }
        return DateResolver(anchor: anchor).start(begin, offset).map { $0 + "/" + stop }
    }

    /// The last such date on or before the anchor.
    private func start(_ open: OpenDate, _ offset: DateOffset) -> String? {
        guard case .dayOfYear(let month, let day) = open.form, let date = anchor.date else {
            return resolve(open, DateOffset())
        }
        return lastDay(month: month, day: day, onOrBefore: date).map(format)
    }

    /// `A few days ago` lies between a week and a day before publication; longer units stay vague.
    private func fewDaysAgo(_ offset: DateOffset) -> String? {
        guard let date = anchor.date, offset.unit == .day, offset.direction == .past else { return nil }
        return format(date.adding(days: -7)) + "/" + format(date.adding(days: -1))
    }

    private func resolve(_ open: OpenDate, _ offset: DateOffset) -> String? {
        let date: String? =
            switch open.form {
            case .century, .decade, .year: resolveYear(open.form, offset)
            case .month, .monthOfYear: resolveMonth(open.form, offset)
            case .week, .weekend: anchor.date.flatMap { resolveWeek(open.form, offset, from: $0) }
            case .day, .weekday, .dayOfMonth, .dayOfYear:
                anchor.date.flatMap { resolveDay(open.form, offset, from: $0) }
                    .flatMap { $0.year > 0 ? format($0) : nil }
                    ?? dayOfKnownYear(open.form, offset)
            case .quarter, .partOfYear: resolvePart(open.form, offset)
            }
        return date.map { $0 + open.time }
    }

    func format(_ date: CivilDate) -> String {
        padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
    }

    func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

// MARK: - Years, months and parts of years

extension DateResolver {
    /// The year that `last year` and the like name.
    func knownYear(_ offset: DateOffset) -> Int? { offset.steps(.year).map { anchor.year + $0 } }

    private func resolveYear(_ form: OpenDate.Form, _ offset: DateOffset) -> String? {
        switch form {
        case .century:
            offset.steps(.century).map { anchor.year / 100 + $0 }.flatMap { $0 >= 0 ? padded($0, 2) + "XX" : nil }
        case .decade:
            offset.steps(.decade).map { anchor.year / 10 + $0 }.flatMap { $0 >= 0 ? padded($0, 3) + "X" : nil }
        default: knownYear(offset).flatMap { $0 > 0 ? padded($0, 4) : nil }
        }
    }

    private func resolveMonth(_ form: OpenDate.Form, _ offset: DateOffset) -> String? {
        if case .monthOfYear(let month) = form, let year = knownYear(offset) { return format(year: year, month: month) }
        guard let present = anchor.month else { return nil }
        guard case .monthOfYear(let month) = form else {
            guard let steps = offset.steps(.month) else { return nil }
            let months = anchor.year * 12 + present - 1 + steps
            return format(year: months / 12, month: months % 12 + 1)
        }
        return format(year: anchor.year + turn(month - present, offset), month: month)
    }

    /// The years from the present one to what lies so many months or quarters ahead of the present in the year.
    private func turn(_ ahead: Int, _ offset: DateOffset) -> Int {
        switch offset.direction {
        case .before: (ahead < 0 ? 0 : -1) - further(offset)
        case .within: 0
        case .after: (ahead > 0 ? 0 : 1) + further(offset)
        case .future: ahead >= 0 ? 0 : 1
        default: ahead <= 0 ? 0 : -1
        }
    }

    /// `Before last` lies one further than `last`.
    private func further(_ offset: DateOffset) -> Int {
        guard offset.unit == nil, let count = offset.count?.magnitude, count <= DateOffset.largestCount else {
            return 0
        }
        return max(0, Int(count) - 1)
    }

    /// Nil before the year 1, for which TIMEX3 has no value.
    private func format(year: Int, month: Int) -> String? {
        year > 0 && (1...12).contains(month) ? padded(year, 4) + "-" + padded(month, 2) : nil
    }

    private func resolvePart(_ form: OpenDate.Form, _ offset: DateOffset) -> String? {
        guard case .partOfYear(let part) = form else { return resolveQuarter(offset) }
        if let year = knownYear(offset) { return year > 0 ? padded(year, 4) + "-" + part : nil }
        if let number = part.dropFirst().first?.wholeNumberValue, let month = anchor.month, part.utf8.count == 2 {
            let present = part.hasPrefix("Q") ? (month + 2) / 3 : (month + 5) / 6
            let year = anchor.year + turn(number - present, offset)
            return year > 0 ? padded(year, 4) + "-" + part : nil
        }
        return offset.direction == .within ? padded(anchor.year, 4) + "-" + part : nil
    }

    private func resolveQuarter(_ offset: DateOffset) -> String? {
        guard let month = anchor.month, let steps = offset.steps(.quarter) else { return nil }
        let quarters = anchor.year * 4 + (month - 1) / 3 + steps
        return quarters >= 4 ? padded(quarters / 4, 4) + "-Q" + String(quarters % 4 + 1) : nil
    }
}

// MARK: - Weeks and days

extension DateResolver {
    private func resolveWeek(_ form: OpenDate.Form, _ offset: DateOffset, from date: CivilDate) -> String? {
        let isWeekend = form == .weekend
        // Over "the weekend", on a working day, is over: that of the week before. One ahead is that of this week.
        let usual = date.weekday >= 6 || offset.direction == .future ? 0 : -1
        guard let steps = offset.steps(.week) ?? (isWeekend ? usual : nil) else { return nil }
        let week = date.adding(days: steps * 7).week
        guard week.year > 0 else { return nil }
        return padded(week.year, 4) + "-W" + padded(week.number, 2) + (isWeekend ? "-WE" : "")
    }

    private func resolveDay(_ form: OpenDate.Form, _ offset: DateOffset, from date: CivilDate) -> CivilDate? {
        switch form {
        case .weekday(let weekday): day(of: weekday, offset, from: date)
        case .dayOfYear(let month, let day): self.day(month: month, day: day, offset, from: date)
        case .dayOfMonth(let day): self.day(ofMonth: day, offset, from: date)
        default: (offset.steps(.day) ?? offset.steps(.week).map { $0 * 7 }).map { date.adding(days: $0) }
        }
    }

    private func day(of weekday: Int, _ offset: DateOffset, from date: CivilDate) -> CivilDate {
        let monday = date.adding(days: 1 - date.weekday)
        if let weeks = offset.steps(.week) { return monday.adding(days: weeks * 7 + weekday - 1) }
        let back = (date.weekday - weekday + 7) % 7
        switch offset.direction {
        case .before: return date.adding(days: (back == 0 ? -7 : -back) - 7 * further(offset))
        case .after: return date.adding(days: 7 - back + 7 * further(offset))
        case .future: return date.adding(days: (7 - back) % 7)
        case .within: return monday.adding(days: weekday - 1)
        default: return date.adding(days: -back)
        }
    }

    /// A day without its year is the nearest one that fits its weekday, the past before the future: nobody leaves out the
    /// year of a day nine months gone, and few announce one more than three months ahead.
    private func day(month: Int, day: Int, _ offset: DateOffset, from date: CivilDate) -> CivilDate? {
        if let year = knownYear(offset) { return CivilDate(year: year, month: month, day: day) }
        let years = [date.year, date.year - 1, date.year + 1]
        var candidates = years.compactMap { CivilDate(year: $0, month: month, day: day) }
        switch offset.direction {
        case .before: candidates.removeAll { $0 >= date }
        case .after: candidates.removeAll { $0 <= date }
        case .future: candidates.removeAll { $0 < date }
        default: break
        }
        if let weekday = offset.weekday { candidates.removeAll { $0.weekday != weekday } }
        return candidates.min { remoteness($0, from: date) < remoteness($1, from: date) }
    }

    private func remoteness(_ day: CivilDate, from date: CivilDate) -> Int {
        let ahead = day.daysSince1970 - date.daysSince1970
        return ahead <= 0 ? -ahead : ahead * 3
    }

    private func lastDay(month: Int, day: Int, onOrBefore date: CivilDate) -> CivilDate? {
        // Eight years always hold a leap day.
        (0...8).lazy.compactMap { CivilDate(year: date.year - $0, month: month, day: day) }.first { $0 <= date }
    }

    private func day(ofMonth day: Int, _ offset: DateOffset, from date: CivilDate) -> CivilDate? {
        var months = date.year * 12 + date.month - 1
        if let steps = offset.steps(.month) {
            months += steps
        } else if offset.direction == .future || offset.direction == .after {
            months += day < date.day ? 1 : 0
        } else if day > date.day {
            months -= 1
        }
        return CivilDate(year: months / 12, month: months % 12 + 1, day: day)
    }

    /// A day whose year is named while the anchor knows its own year alone.
    private func dayOfKnownYear(_ form: OpenDate.Form, _ offset: DateOffset) -> String? {
        guard anchor.date == nil, case .dayOfYear(let month, let day) = form, let year = knownYear(offset) else {
            return nil
        }
        return CivilDate(year: year, month: month, day: day).map(format)
    }
}
