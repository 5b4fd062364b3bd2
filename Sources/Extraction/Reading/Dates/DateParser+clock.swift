import Annotation

// Times of the day, alone or with their day.
extension DateParser {
    struct Clock {
        var value: String
        var end: Int
    }

    /// A time with the day behind it, `10:30 p.m. on Thursday`, or alone.
    func clockFirst(at index: Int) -> DateMatch? {
        guard let clock = clock(at: index) else { return nil }
        var next = clock.end
        if text.mark(next) == Mark.comma { next += 1 }
        if link(on: next) == .on { next += 1 }
        if !text.opensLine(next), let day = day(at: next), !day.isVoid, !day.value.contains("T"),
            !day.value.contains("/")
        {
            return day.with(index..<day.pieces.upperBound, type: .time, value: day.value + clock.value)
        }
        return DateMatch(index..<clock.end, .time, clock.value)
    }

    private func day(at index: Int) -> DateMatch? {
        if text.isNumber(index) { return numericDate(at: index) ?? dayMonth(at: index) }
        switch word(index) {
        case .weekday(let weekday, let isPlain): return self.weekday(weekday, isPlain: isPlain, at: index)
        case .month(let month, let isPlain):
            return self.month(month, isPlain: isPlain, at: index).flatMap { $0.value.utf8.count == 10 ? $0 : nil }
        case .day: return namedDay(at: index)
        default: return nil
        }
    }

    /// The day with the time that follows it: `January 27 at 10:30`.
    func timed(_ match: DateMatch) -> DateMatch {
        guard !match.value.contains("/"), !match.value.contains("T"), !match.isVoid else { return match }
        var next = match.pieces.upperBound
        if text.mark(next) == Mark.comma { next += 1 }
        if link(on: next) == .at { next += 1 }
        if link(on: next) == .about { next += 1 }
        // ISO 8601 glues them with a T.
        if link(next) == .t, text.isGlued(next) { next += 1 }
        guard !text.opensLine(next) else { return match }
        if case .noon(let value) = word(next), next > match.pieces.upperBound {
            return match.with(match.pieces.lowerBound..<next + 1, type: .time, value: match.value + value)
        }
        guard let clock = clock(at: next, isLed: true) else { return match }
        return match.with(match.pieces.lowerBound..<clock.end, type: .time, value: match.value + clock.value)
    }

    /// `at noon`, `at midnight`.
    func noon(_ value: String, at index: Int) -> DateMatch? {
        guard !text.opensLine(index), link(index - 1) == .at || link(index - 1) == .before || link(index - 1) == .until
        else {
            return nil
        }
        return DateMatch(index..<index + 1, .time, value)
    }

    /// Whether the number at an index begins a time, so that it is no day of a month.
    func isClock(_ index: Int) -> Bool {
        guard text.isNumber(index + 2), text.isGlued(index + 2), text.isGlued(index + 1) else {
            return meridiem(index + 1) != nil
        }
        return text.mark(index + 1) == Mark.colon
    }

    /// `10:30`, `10.30am`, `3 p.m.`, `1030 GMT`, `5 o'clock`, with its zone.
    func clock(at index: Int, isLed: Bool = false) -> Clock? {
        guard text.isNumber(index), text.pieces[index].length <= 4, text.pieces[index].value >= 0 else { return nil }
        if text.pieces[index].length >= 3 { return militaryClock(at: index) }
        let hour = number(index)
        var end = index + 1
        var minute: Int?
        if text.mark(end) == Mark.colon || text.mark(end) == Mark.dot, text.isGlued(end), text.isNumber(end + 1),
            text.isGlued(end + 1), text.pieces[end + 1].length == 2
        {
            minute = number(end + 1)
            end += 2
        }
        let hasColon = minute != nil && text.mark(index + 1) == Mark.colon
        if hasColon, text.mark(end) == Mark.colon, text.isGlued(end), text.isNumber(end + 1), text.isGlued(end + 1) {
            end += 2
        }
        let half = meridiem(end)
        guard hour <= (half == nil ? 24 : 12), (minute ?? 0) < 60 else { return nil }
        if let half {
            let zone = zone(at: half.end)
            return Clock(value: format(hour % 12 + (half.isPM ? 12 : 0), minute ?? 0) + zone.offset, end: zone.end)
        }
        if text.isGlued(end), text.isNumber(end) || text.isWord(end), link(end) != .zone("Z") { return nil }
        let zone = zone(at: end)
        if hasColon, zone.end > end || isLed || isAtTime(index), endsFree(zone.end) {
            return Clock(value: format(hour, minute ?? 0) + zone.offset, end: zone.end)
        }
        return minute == nil ? hourByName(hour, at: end) : nil
    }

    private func hourByName(_ hour: Int, at index: Int) -> Clock? {
        guard text.pieces.indices.contains(index + 2), text.bytes(of: index).elementsEqual("o".utf8), hour <= 12,
            Mark.isApostrophe(text.mark(index + 1)), link(index + 2) == .clock
        else { return nil }
        return Clock(value: format(hour, 0), end: index + 3)
    }

    private func militaryClock(at index: Int) -> Clock? {
        let (hour, minute) = (number(index) / 100, number(index) % 100)
        let zone = zone(at: index + 1)
        guard zone.end > index + 1, hour < 24, minute < 60, text.pieces[index].length == 4 || hour < 10 else {
            return nil
        }
        return Clock(value: format(hour, minute) + zone.offset, end: zone.end)
    }

    private func isAtTime(_ index: Int) -> Bool {
        guard !text.opensLine(index) else { return false }
        switch link(index - 1) {
        case .at, .by, .until, .since, .from, .about, .before, .after, .between: return true
        case .to, .and: return text.isNumber(index - 2)
        default: return false
        }
    }

    private func format(_ hour: Int, _ minute: Int) -> String {
        "T" + DateDigits.padded(hour, 2) + ":" + DateDigits.padded(minute, 2)
    }

    /// `am`, `p.m.` behind a number.
    private func meridiem(_ index: Int) -> (isPM: Bool, end: Int)? {
        guard text.isWord(index), !text.opensLine(index) else { return nil }
        switch link(index) {
        case .am: return (false, index + 1)
        case .pm: return (true, index + 1)
        default: break
        }
        let first = LatinHash.lower(text.bytes(of: index).first ?? 0)
        guard text.pieces[index].length == 1, first == 0x61 || first == 0x70, text.mark(index + 1) == Mark.dot,
            text.isWord(index + 2), text.pieces[index + 2].length == 1,
            LatinHash.lower(text.bytes(of: index + 2).first ?? 0) == 0x6D
        else { return nil }
        let isDotted = text.mark(index + 3) == Mark.dot && text.isGlued(index + 3)
        return (first == 0x70, index + (isDotted ? 4 : 3))
    }

    /// The offset of a zone and the piece behind it; `local time` and letters of several zones have no offset.
    private func zone(at index: Int) -> (offset: String, end: Int) {
        guard !text.opensLine(index) else { return ("", index) }
        if case .zone(let offset) = link(index) {
            let isUpper = text.isCapital(index) || text.pieces[index].length > 2
            return isUpper ? (offset, index + 1) : ("", index)
        }
        if link(index) == .local, link(on: index + 1) == .time { return ("", index + 2) }
        return ("", index)
    }
}
