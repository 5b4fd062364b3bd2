import Annotation

// Lengths of time, what lies so long ago, and what comes back.
extension DateParser {
    /// `two weeks`, `20-year`, `ten years ago`, `two to three days`, `half an hour`, `a year` behind `for`.
    func duration(at index: Int) -> DateMatch? {
        if case .vague = word(on: index + 1), link(index) == .article { return vague(at: index + 1, start: index) }
        guard let number = numbers.number(at: index) ?? article(at: index) else { return nil }
        var end = number.end
        var last = number
        if let range = rangeEnd(behind: end) {
            last = range
            end = range.end
        }
        if Mark.isDash(text.mark(end)), text.isGlued(end) {
            end += 1
        } else if !text.opensLine(end), !text.pieces[end].spaced {
            return nil
        }
        if link(on: end) == .article, text.look(end - 1, in: NumberWord.table) == .half { end += 1 }
        if !text.opensLine(end), Self.lengths.has(text, end) { end += 1 }
        guard case .unit(let unit, let isPlural) = word(on: end), !isAge(start: index, end: end + 1),
            !isTitle(index, unitAt: end)
        else { return nil }
        return measured(number, last, unit, isPlural: isPlural, pieces: index..<end + 1)
    }

    /// `Seven consecutive years`.
    private static let lengths = WordTable<Bool>(
        ["consecutive", "straight", "successive", "more", "full", "whole", "additional", "further", "academic"].map {
            ($0, true)
        })

    /// The "Ten Year Action Plan" has capitals.
    private func isTitle(_ index: Int, unitAt end: Int) -> Bool {
        text.isCapital(end) && isNameWord(end + 1) && !text.pieces[index].opensSentence
    }

    /// `A` and `an` are the number one; `half an hour` has its own.
    private func article(at index: Int) -> NumberReader.Number? {
        if link(index) == .article { return NumberReader.Number(value: 1, end: index + 1, isSpelled: true) }
        guard text.look(index, in: NumberWord.table) == .half, link(on: index + 1) == .article else { return nil }
        return NumberReader.Number(value: 0.5, end: index + 1, isSpelled: true)
    }

    private func rangeEnd(behind index: Int) -> NumberReader.Number? {
        let joint = link(on: index)
        guard Mark.isDash(text.mark(index)) || joint == .to || joint == .or, !text.opensLine(index + 1) else {
            return nil
        }
        return numbers.number(at: index + 1)
    }

    private func measured(
        _ number: NumberReader.Number, _ last: NumberReader.Number, _ unit: DateUnit, isPlural: Bool, pieces: Range<Int>
    ) -> DateMatch? {
        let isOne = number.value == 1 && number.isSpelled
        // "A second term" and "three quarters" are no lengths of time.
        if unit == .quarter || (unit == .second && isOne) { return nil }
        var end = pieces.upperBound
        var count = last.value
        if link(on: end) == .and, link(on: end + 1) == .article, text.look(end + 2, in: NumberWord.table) == .half {
            count += 0.5
            end += 3
        }
        if link(on: end) == .ago {
            return past(number, unit, pieces: pieces.lowerBound..<end + 1, isWhole: count == number.value)
        }
        if isOne, !isPlural, let set = repeatedTimes(unit, pieces: pieces) { return set }
        if isOne, !isPlural, end == pieces.upperBound, !hasLength(pieces) { return nil }
        let value = duration(count, unit)
        guard number != last else { return DateMatch(pieces.lowerBound..<end, .duration, value) }
        return DateMatch(pieces.lowerBound..<end, .duration, duration(number.value, unit) + "/" + value)
    }

    private func duration(_ count: Double, _ unit: DateUnit) -> String {
        if count == 0.5, unit == .hour { return "PT30M" }
        if count == 0.5, unit == .year { return "P6M" }
        return unit.duration(DateDigits.plain(count)) { DateDigits.plain($0 * count) }
    }

    /// `Two days ago` is a day; `over two years ago` keeps its vagueness in its words.
    private func past(_ number: NumberReader.Number, _ unit: DateUnit, pieces: Range<Int>, isWhole: Bool) -> DateMatch {
        var start = pieces.lowerBound
        if !text.opensLine(start), link(start - 1) == .than, link(start - 2) == .more {
            start -= 2
        } else if !text.opensLine(start), link(start - 1) == .about || link(start - 1) == .span {
            start -= 1
        }
        let isExact = isWhole && number.value == number.value.rounded() && number.value < 1000
        guard isExact else { return DateMatch(start..<pieces.upperBound, .date, "PAST_REF") }
        return DateMatch(start..<pieces.upperBound, .date, unit.openValue, unit.offset(-Int(number.value)))
    }

    /// Whether the words around say that "a year" or "one year" is a length of time.
    private func hasLength(_ pieces: Range<Int>) -> Bool {
        let start = pieces.lowerBound
        // "A one-year contract".
        if Mark.isDash(text.mark(pieces.upperBound - 2)), text.isGlued(pieces.upperBound - 1), !text.isGlued(start) {
            return true
        }
        // "Seven days a week": the rate of another.
        if !text.opensLine(start), case .unit = word(start - 1) { return false }
        let before = text.opensLine(start) ? nil : link(start - 1)
        switch before {
        case .span, .in, .about, .than, .after, .to, .of: return before != .of || link(start) != .article
        default: break
        }
        switch link(on: pieces.upperBound) {
        case .before, .after, .later, .from: return true
        default: return false
        }
    }

    /// `twice a week`, `three times a year`.
    private func repeatedTimes(_ unit: DateUnit, pieces: Range<Int>) -> DateMatch? {
        guard !text.opensLine(pieces.lowerBound), link(pieces.lowerBound - 1) == .times else { return nil }
        return DateMatch(pieces.lowerBound - 1..<pieces.upperBound, .set, duration(1, unit))
    }

    /// `20-year-old`, `20 years old`, `aged 20`, `20 years of age`.
    private func isAge(start: Int, end: Int) -> Bool {
        var next = end
        if Mark.isDash(text.mark(next)), text.isGlued(next) { next += 1 }
        if link(on: next) == .age { return true }
        if link(on: next) == .of, link(on: next + 1) == .age { return true }
        guard !text.opensLine(start) else { return false }
        return link(start - 1) == .age || (link(start - 1) == .of && link(start - 2) == .age)
    }

    /// `a few days ago`, `several weeks`, `a couple of years`, `the last few months`.
    func vague(at index: Int, start: Int) -> DateMatch? {
        var next = index + 1
        if link(on: next) == .of { next += 1 }
        if link(on: next) == .more { next += 1 }
        guard case .unit(let unit, isPlural: true) = word(on: next), unit != .quarter else { return nil }
        if link(on: next + 1) == .ago {
            return DateMatch(
                start..<next + 2, .date, "PAST_REF", unit == .day ? DateOffset(unit: .day, direction: .past) : nil)
        }
        return DateMatch(start..<next + 1, .duration, unit.duration("X") { _ in nil })
    }

    /// `every Friday`, `every two weeks`, `each year`, `every other day`.
    func set(at index: Int) -> DateMatch? {
        var next = index + 1
        guard !text.opensLine(next) else { return nil }
        var count = 1.0
        if link(next) == .other || word(next) == .ordinal(2) {
            count = 2
            next += 1
        } else if word(next) == .number || text.isNumber(next), let number = numbers.number(at: next) {
            count = number.value
            next = number.end
        }
        return repeated(every: count, of: word(on: next), pieces: index..<next + 1)
    }

    private func repeated(every count: Double, of word: DateWord?, pieces: Range<Int>) -> DateMatch? {
        switch word {
        case .unit(let unit, _) where unit != .second: return DateMatch(pieces, .set, duration(count, unit))
        case .weekday(let weekday, isPlain: true):
            var match = withDayPart(DateMatch(pieces, .set, "XXXX-WXX-\(weekday)"))
            match.type = .set
            return match
        case .month(let month, isPlain: true): return DateMatch(pieces, .set, CalendarDate(month: month).value)
        case .dayPart(let part): return DateMatch(pieces, .set, "XXXX-XX-XX" + part)
        case .season(let season, _): return DateMatch(pieces, .set, "XXXX-" + season.rawValue)
        case .weekend: return DateMatch(pieces, .set, "XXXX-WXX-WE")
        default: return nil
        }
    }

    /// `daily`: not the first word of a newspaper's name.
    func repeated(_ value: String, at index: Int) -> DateMatch? {
        if text.isCapital(index), isNameWord(index + 1) || !text.pieces[index].opensSentence { return nil }
        return DateMatch(index..<index + 1, .set, value)
    }
}
