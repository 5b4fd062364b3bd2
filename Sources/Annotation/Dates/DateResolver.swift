/// Finds what an open date means, seen from a date of publication. Sets nothing that does not follow.
struct DateResolver: Sendable {
    let anchor: DateAnchor

    /// The TIMEX3 value with nothing left open, or nil.
    func resolve(_ expression: DateExpression) -> String? {
        let value = expression.value
        let words = DateWords(expression.text)
        if isClosed(value) { return value }
        // Sets come back, and "the previous day" is counted from another date of the text.
        if expression.type == .set || words.isRelativeToText { return nil }
        if value == "PAST_REF" { return interval(words) }
        let ends = value.split(separator: "/")
        guard ends.count == 2 else { return OpenDate(value).flatMap { resolve($0, words) } }
        guard let end = OpenDate(String(ends[1])).flatMap({ resolve($0, words) }),
            let start = start(String(ends[0]), before: end)
        else { return nil }
        return start + "/" + end
    }

    /// Whether the value leaves nothing open: then it is its own resolution. `199X` is a whole decade.
    private func isClosed(_ value: String) -> Bool {
        guard let first = value.utf8.first else { return false }
        if first == 0x50 { return !value.contains("X") && value != "PAST_REF" }
        return first >= 0x30 && first <= 0x39
    }

    /// The beginning of an interval: the last such date on or before its end.
    private func start(_ value: String, before end: String) -> String? {
        guard let anchor = DateAnchor(end), let open = OpenDate(value) else { return nil }
        let resolver = DateResolver(anchor: anchor)
        if case .dayOfYear(let month, let day) = open.form, let date = anchor.date {
            return resolver.lastDay(month: month, day: day, onOrBefore: date).map(format)
        }
        return resolver.resolve(open, DateWords(""))
    }

    /// `A few days ago` lies between a week and a day before publication; longer units stay vague.
    private func interval(_ words: DateWords) -> String? {
        guard let date = anchor.date, words.contains("days"), words.contains("ago") else { return nil }
        return format(date.adding(days: -7)) + "/" + format(date.adding(days: -1))
    }

    private func resolve(_ open: OpenDate, _ words: DateWords) -> String? {
        let date: String? =
            switch open.form {
            case .century, .decade, .year: resolveYear(open.form, words)
            case .month, .monthOfYear: resolveMonth(open.form, words)
            case .week, .weekend: anchor.date.flatMap { resolveWeek(open.form, words, from: $0) }
            case .day, .weekday, .dayOfMonth, .dayOfYear:
                anchor.date.flatMap { resolveDay(open.form, words, from: $0) }
                    .flatMap { $0.year > 0 ? format($0) : nil }
                    ?? dayOfKnownYear(open.form, words)
            case .quarter, .partOfYear: resolvePart(open.form, words)
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

    /// The steps from the present unit that a direction or `two … ago` makes.
    func steps(_ words: DateWords, of units: [Substring]) -> Int? {
        if words.contains("ago") { return words.count(of: units).map { -$0 } }
        for unit in units {
            switch words.direction(of: unit) {
            case .last: return -1
            case .this: return 0
            case .next: return 1
            case nil: continue
            }
        }
        return nil
    }
}

// MARK: - Years, months and parts of years

extension DateResolver {
    /// The year that the expression names by `last year` and the like.
    func knownYear(_ words: DateWords) -> Int? { steps(words, of: ["year", "years"]).map { anchor.year + $0 } }

    private func resolveYear(_ form: OpenDate.Form, _ words: DateWords) -> String? {
        switch form {
        case .century:
            let century = steps(words, of: ["century", "centuries"]).map { anchor.year / 100 + $0 }
            return century.flatMap { $0 >= 0 ? padded($0, 2) + "XX" : nil }
        case .decade:
            let decade = steps(words, of: ["decade", "decades"]).map { anchor.year / 10 + $0 }
            return decade.flatMap { $0 >= 0 ? padded($0, 3) + "X" : nil }
        default: return knownYear(words).flatMap { $0 > 0 ? padded($0, 4) : nil }
        }
    }

    private func resolveMonth(_ form: OpenDate.Form, _ words: DateWords) -> String? {
        if case .monthOfYear(let month) = form, let year = knownYear(words) { return format(year: year, month: month) }
        guard let present = anchor.month else { return nil }
        guard case .monthOfYear(let month) = form else {
            guard let steps = steps(words, of: ["month", "months"]) else { return nil }
            let months = anchor.year * 12 + present - 1 + steps
            return format(year: months / 12, month: months % 12 + 1)
        }
        switch words.direction {
        case .last: return format(year: month < present ? anchor.year : anchor.year - 1, month: month)
        case .this: return format(year: anchor.year, month: month)
        case .next: return format(year: month > present ? anchor.year : anchor.year + 1, month: month)
        case nil: return format(year: month <= present ? anchor.year : anchor.year - 1, month: month)
        }
    }

    /// Nil before the year 1, for which TIMEX3 has no value.
    private func format(year: Int, month: Int) -> String? {
        year > 0 && month > 0 ? padded(year, 4) + "-" + padded(month, 2) : nil
    }

    private func resolvePart(_ form: OpenDate.Form, _ words: DateWords) -> String? {
        guard case .partOfYear(let part) = form else { return resolveQuarter(words) }
        if let year = knownYear(words) { return year > 0 ? padded(year, 4) + "-" + part : nil }
        if let number = part.dropFirst().first?.wholeNumberValue, let month = anchor.month {
            let begin = part.hasPrefix("Q") ? number * 3 - 2 : number * 6 - 5
            return padded(begin <= month ? anchor.year : anchor.year - 1, 4) + "-" + part
        }
        guard words.direction == .this else { return nil }
        return padded(anchor.year, 4) + "-" + part
    }

    private func resolveQuarter(_ words: DateWords) -> String? {
        guard let month = anchor.month, let steps = steps(words, of: ["quarter", "quarters"]) else { return nil }
        let quarters = anchor.year * 4 + (month - 1) / 3 + steps
        return quarters >= 4 ? padded(quarters / 4, 4) + "-Q" + String(quarters % 4 + 1) : nil
    }
}

// MARK: - Weeks and days

extension DateResolver {
    private func resolveWeek(_ form: OpenDate.Form, _ words: DateWords, from date: CivilDate) -> String? {
        let steps: Int
        if form == .weekend {
            // Over "the weekend", on a working day, is over: that of the week before.
            steps = self.steps(words, of: ["weekend"]) ?? (date.weekday >= 6 ? 0 : -1)
        } else {
            guard let weeks = self.steps(words, of: ["week", "weeks"]) else { return nil }
            steps = weeks
        }
        let week = date.adding(days: steps * 7).week
        guard week.year > 0 else { return nil }
        return padded(week.year, 4) + "-W" + padded(week.number, 2) + (form == .weekend ? "-WE" : "")
    }

    private func resolveDay(_ form: OpenDate.Form, _ words: DateWords, from date: CivilDate) -> CivilDate? {
        switch form {
        case .weekday(let weekday): return day(of: weekday, words, from: date)
        case .dayOfYear(let month, let day): return self.day(month: month, day: day, words, from: date)
        case .dayOfMonth(let day): return self.day(ofMonth: day, words, from: date)
        default: return namedDay(words).map { date.adding(days: $0) }
        }
    }

    /// Yesterday, today, tomorrow, and days counted from them; the parts of today.
    private func namedDay(_ words: DateWords) -> Int? {
        if words.contains("ago") {
            return words.count(of: ["day", "days", "night", "nights"]).map { -$0 }
                ?? words.count(of: ["fortnight"]).map { $0 * -14 }
        }
        if words.contains("yesterday") { return words.contains("before") ? -2 : -1 }
        if words.contains("tomorrow") { return words.contains("after") ? 2 : 1 }
        if words.contains("today") || words.contains("tonight") { return 0 }
        let parts: [Substring] = ["day", "night", "evening", "morning", "afternoon"]
        return steps(words, of: parts)
    }

    private func day(of weekday: Int, _ words: DateWords, from date: CivilDate) -> CivilDate {
        let monday = date.adding(days: 1 - date.weekday)
        if let weeks = steps(words, of: ["week"]) { return monday.adding(days: weeks * 7 + weekday - 1) }
        let back = (date.weekday - weekday + 7) % 7
        switch words.direction {
        case .last: return date.adding(days: back == 0 ? -7 : -back)
        case .next: return date.adding(days: 7 - back)
        case .this: return monday.adding(days: weekday - 1)
        case nil: return date.adding(days: -back)
        }
    }

    /// A day without its year is the nearest one that fits its weekday, the past before the future: nobody leaves out the
    /// year of a day nine months gone, and few announce one more than three months ahead.
    private func day(month: Int, day: Int, _ words: DateWords, from date: CivilDate) -> CivilDate? {
        if let year = knownYear(words) { return CivilDate(year: year, month: month, day: day) }
        let years = [date.year, date.year - 1, date.year + 1]
        var candidates = years.compactMap { CivilDate(year: $0, month: month, day: day) }
        switch words.direction {
        case .last: candidates.removeAll { $0 >= date }
        case .next: candidates.removeAll { $0 <= date }
        default: break
        }
        if let weekday = words.weekday { candidates.removeAll { $0.weekday != weekday } }
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

    private func day(ofMonth day: Int, _ words: DateWords, from date: CivilDate) -> CivilDate? {
        var months = date.year * 12 + date.month - 1
        if let steps = steps(words, of: ["month"]) { months += steps } else if day > date.day { months -= 1 }
        return CivilDate(year: months / 12, month: months % 12 + 1, day: day)
    }

    /// A day whose year is named while the anchor knows its own year alone.
    private func dayOfKnownYear(_ form: OpenDate.Form, _ words: DateWords) -> String? {
        guard anchor.date == nil, case .dayOfYear(let month, let day) = form, let year = knownYear(words) else {
            return nil
        }
        return CivilDate(year: year, month: month, day: day).map(format)
    }
}
