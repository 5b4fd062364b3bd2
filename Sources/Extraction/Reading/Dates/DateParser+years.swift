import Annotation

// Years, decades, centuries, quarters and seasons.
extension DateParser {
    /// `2020`, `2014-2020`, `2021/22`, `1990s`; a bare number only where its neighbours make it a year.
    func year(at index: Int, floor: Int) -> DateMatch? {
        guard text.isNumber(index), text.pieces[index].length == 4, (1000...2199).contains(text.pieces[index].value)
        else {
            return nil
        }
        if let decade = decade(at: index) { return decade }
        if let range = yearRange(at: index) { return fiscal(range) }
        guard endsFree(index + 1), isYearHere(index, floor: floor) else { return nil }
        return fiscal(DateMatch(index..<index + 1, .date, String(number(index))))
    }

    /// A year behind `fiscal` or `financial year` is not that of the calendar: `FY2023`.
    private func fiscal(_ match: DateMatch) -> DateMatch {
        var start = match.pieces.lowerBound
        guard !text.opensLine(start) else { return match }
        if link(start - 1) == .year || word(start - 1) == .unit(.year, isPlural: false) { start -= 1 }
        guard !text.opensLine(start), word(start - 1) == .yearKind(isFiscal: true) else { return match }
        let value = match.value.split(separator: "/").map { "FY" + $0 }.joined(separator: "/")
        return match.with(start - 1..<match.pieces.upperBound, value: value)
    }

    /// `1990s`, `the 1990's`.
    private func decade(at index: Int) -> DateMatch? {
        guard number(index) % 10 == 0 else { return nil }
        var end = index + 1
        if Mark.isApostrophe(text.mark(end)), text.isGlued(end),
            link(on: index - 1) == .the || word(on: index - 1) == .edge
        {
            end += 1
        }
        guard text.isGlued(end), link(end) == .s else { return nil }
        return DateMatch(index..<end + 1, .date, String(number(index) / 10) + "X")
    }

    /// `'90s`: of the last century where it is not of this one's first decades.
    func shortDecade(at index: Int) -> DateMatch? {
        guard text.isNumber(index + 1), text.isGlued(index + 1), text.pieces[index + 1].length == 2,
            number(index + 1) % 10 == 0,
            text.isGlued(index + 2), link(index + 2) == .s
        else { return nil }
        let century = number(index + 1) >= 30 ? "19" : "20"
        return DateMatch(index..<index + 3, .date, century + String(number(index + 1) / 10) + "X")
    }

    /// `the nineties`: not somebody's age.
    func spelledDecade(_ decade: Int, at index: Int) -> DateMatch? {
        guard !text.opensLine(index), link(index - 1) == .the || (word(index - 1) == .edge && link(index - 2) == .the)
        else {
            return nil
        }
        return DateMatch(index..<index + 1, .date, "19\(decade)X")
    }

    private func yearRange(at index: Int) -> DateMatch? {
        let mark = text.mark(index + 1)
        let next = index + 2
        guard Mark.isDash(mark) || mark == Mark.slash, text.isNumber(next), !text.opensLine(next),
            text.pieces[index + 1].spaced == text.pieces[next].spaced, endsFree(next + 1)
        else { return nil }
        let (first, last) = (number(index), number(next))
        switch text.pieces[next].length {
        case 4 where last > first && last <= 2199: return DateMatch(index..<next + 1, .date, "\(first)/\(last)")
        case 2 where last > first % 100 && text.isGlued(next):
            return DateMatch(index..<next + 1, .date, "\(first)/\(first / 100 * 100 + last)")
        case 2 where mark == Mark.hyphen && text.isGlued(next) && (1...12).contains(last):
            return DateMatch(index..<next + 1, .date, CalendarDate(year: first, month: last).value)
        default: return nil
        }
    }

    private func isYearHere(_ index: Int, floor: Int) -> Bool {
        let isModern = (1900...2099).contains(number(index))
        if text.opensLine(index) || text.pieces[index].opensSentence {
            return isModern && !text.opensLine(index + 1) && !countsNext(index)
                && (text.isWord(index + 1) || text.mark(index + 1) == Mark.dot)
        }
        if isModern, isListed(index, floor: floor) || isBracketed(index) { return true }
        switch word(index - 1) {
        case .edge, .yearKind, .season: return true
        case .unit(.year, isPlural: false) where word(index - 2) == .yearKind(isFiscal: true): return true
        default: if Mark.isDash(text.mark(index - 1)), word(index - 2) == .edge { return true }
        }
        switch link(index - 1) {
        case .in, .since, .until, .year: return !countsNext(index)
        case .from, .by, .before, .after, .of, .between, .span, .about, .to, .and, .the, .article, .possessive, .s:
            return isModern && !countsNext(index)
        case .than, .as: return isModern && !text.isWord(index + 1)
        default: return false
        }
    }

    /// `(2018)`, `[2018, …`, `…, 2018)`.
    private func isBracketed(_ index: Int) -> Bool {
        switch text.mark(index - 1) {
        case Mark.opening, Mark.openingSquare: !text.isWord(index + 1)
        case Mark.comma: text.mark(index + 1) == Mark.closing
        default: false
        }
    }

    /// `2014, 2015 and 2016`: a year that a year leads.
    private func isListed(_ index: Int, floor: Int) -> Bool {
        guard floor > 0, index - floor <= 2, floor <= index, text.isNumber(floor - 1),
            text.pieces[floor - 1].length == 4
        else {
            return false
        }
        return (floor..<index).allSatisfy { text.mark($0) == Mark.comma || [.and, .or, .to].contains(link($0)) }
    }

    /// `2000 people`: a round number with a plural, or any before a unit of measure.
    private func countsNext(_ index: Int) -> Bool {
        let next = index + 1
        guard text.isWord(next), !text.opensLine(next), !text.isCapital(next) else { return false }
        if let counted = text.look(next, in: Self.counted) { return counted }
        let last = text.bytes(of: next).last
        return number(index) % 100 == 0 && last == 0x73 && text.pieces[next].length > 3
    }

    private static let counted = WordTable<Bool>(
        [
            "people", "percent", "per", "men", "women", "children", "km", "metres", "meters", "kilometers",
            "kilometres",
            "miles", "feet", "tons", "tonnes", "hectares", "dollars", "euros", "yuan", "yen", "won", "rupees",
            "million",
            "billion", "thousand", "pounds", "kg", "mw", "megawatts", "soldiers", "troops", "houses", "units", "of",
        ].map { ($0, $0 != "of") } + ["was", "has", "is", "saw", "elections", "games", "olympics"].map { ($0, false) })

    /// `19th century`, `15th`, `3rd quarter`.
    func numberedOrdinal(at index: Int) -> DateMatch? {
        guard text.pieces[index].length <= 2, text.isGlued(index + 1), link(index + 1) == .ordinalEnding else {
            return nil
        }
        return ordinal(number(index), end: index + 2, at: index)
    }

    /// What an ordinal may begin: a century, a quarter or half of a year, a day of the month.
    func ordinal(_ value: Int, end: Int, at index: Int) -> DateMatch? {
        var next = end
        if Mark.isDash(text.mark(next)), text.isGlued(next) { next += 1 }
        // "twenty-first century" begins at "twenty", which no rule takes.
        var century = value
        var start = index
        if Mark.isDash(text.mark(index - 1)), text.isGlued(index),
            case .tens(let tens)? = text.look(index - 2, in: NumberWord.table)
        {
            century += Int(tens)
            start = index - 2
        }
        if case .unit(.century, _) = word(on: next), (1...30).contains(century) {
            return DateMatch(start..<next + 1, .date, DateDigits.padded(century - 1, 2) + "XX")
        }
        // "The 16th and 17th centuries" are two.
        if text.isNumber(index), Mark.isDash(text.mark(end)) || link(on: end) == .and || link(on: end) == .to,
            let other = dayNumber(at: end + 1), word(on: other.end) == .unit(.century, isPlural: true)
        {
            return DateMatch(index..<end, .date, DateDigits.padded(value - 1, 2) + "XX")
        }
        if let part = partOfYear(value, from: index, nounAt: next) { return part }
        // `The twenty-first of June`
        if !text.isNumber(index), link(on: end) == .of, (1...31).contains(century), text.isCapital(end + 1),
            let day = dayMonth(day: century, from: start, monthAt: end)
        {
            return timed(day)
        }
        return dayOfMonth(value, from: index, end: end)
    }

    /// `the third quarter of 2024`, `the first half of this year`; without a year only among figures of business, for
    /// matches have quarters too.
    func partOfYear(_ value: Int, from index: Int, nounAt next: Int, needsYear: Bool = false) -> DateMatch? {
        let isHalf = text.look(next, in: NumberWord.table) == .half
        guard !text.opensLine(next), isHalf || word(next) == .unit(.quarter, isPlural: false), value <= (isHalf ? 2 : 4)
        else {
            return nil
        }
        let part = (isHalf ? "H" : "Q") + String(value)
        var tail = next + 1
        if link(on: tail) == .of { tail += 1 }
        if link(on: tail) == .the { tail += 1 }
        let fiscal = word(on: tail) == .yearKind(isFiscal: true) ? "FY" : ""
        if case .yearKind = word(on: tail) { tail += 1 }
        if word(on: tail) == .unit(.year, isPlural: false), isYear(tail + 1) { tail += 1 }
        if isYear(tail), !text.opensLine(tail) {
            return DateMatch(index..<tail + 1, .date, "\(fiscal)\(number(tail))-\(part)")
        }
        if word(on: tail) == .partLetter(""), let year = lettered("", at: tail) {
            return year.with(index..<year.pieces.upperBound, value: "\(year.value)-\(part)")
        }
        var offset: DateOffset?
        if case .direction(let direction) = word(on: tail) {
            offset = DateUnit.year.offset(direction.steps)
            tail += 1
            if case .yearKind = word(on: tail) { tail += 1 }
        }
        guard tail > next + 1, word(on: tail) == .unit(.year, isPlural: false) else {
            return !needsYear && isAmongFigures(index) ? DateMatch(index..<next + 1, .date, "XXXX-\(part)") : nil
        }
        return DateMatch(index..<tail + 1, .date, "XXXX-\(part)", offset)
    }

    /// Whether the sentence has words of business, an amount of money or a percentage near an index.
    private func isAmongFigures(_ index: Int) -> Bool {
        var reach = index...index
        while reach.lowerBound > 0, index - reach.lowerBound < 20, !text.pieces[reach.lowerBound].opensSentence {
            reach = reach.lowerBound - 1...reach.upperBound
        }
        while reach.upperBound + 1 < text.count, reach.upperBound - index < 20,
            !text.pieces[reach.upperBound + 1].opensSentence
        {
            reach = reach.lowerBound...reach.upperBound + 1
        }
        return reach.contains { piece in
            text.has(piece, .businessFigure) || text.mark(piece) == Mark.percent
                || Currency.sign(text.mark(piece)) != nil
        }
    }

    /// `on the 15th`, `the 15th of last month`.
    private func dayOfMonth(_ day: Int, from index: Int, end: Int) -> DateMatch? {
        guard text.isNumber(index), day <= 31, !text.opensLine(index), link(index - 1) == .the else { return nil }
        let value = "XXXX-XX-" + DateDigits.padded(day, 2)
        if link(on: end) == .of, case .direction(let direction) = word(on: end + 1),
            word(on: end + 2) == .unit(.month, isPlural: false)
        {
            return DateMatch(index..<end + 3, .date, value, DateUnit.month.offset(direction.steps))
        }
        guard !text.opensLine(index - 1), link(index - 2) == .on, text.mark(end) != 0 || text.opensLine(end),
            !Mark.isDash(text.mark(end))
        else { return nil }
        return DateMatch(index..<end, .date, value)
    }

    /// `summer of 2022`, `summer 2022`, `in the summer`; `this summer` begins at `this`.
    func season(_ season: DateWord.Season, isPlain: Bool, at index: Int) -> DateMatch? {
        var next = index + 1
        if link(on: next) == .of { next += 1 }
        if isYear(next), !text.opensLine(next) {
            return DateMatch(index..<next + 1, .date, "\(number(next))-\(season.rawValue)")
        }
        if next > index + 1, case .direction(let direction) = word(on: next),
            word(on: next + 1) == .unit(.year, isPlural: false)
        {
            return DateMatch(
                index..<next + 2, .date, "XXXX-\(season.rawValue)", DateUnit.year.offset(direction.steps))
        }
        let hasArticle = !text.opensLine(index) && link(index - 1) == .the
        let isLed = !text.opensLine(hasArticle ? index - 1 : index) && link(hasArticle ? index - 2 : index - 1) == .in
        guard isLed, next == index + 1, isPlain, !isNameWord(index + 1) else { return nil }
        return DateMatch(index..<index + 1, .date, "XXXX-\(season.rawValue)")
    }

    /// `Q3 2024`, `FY2024`.
    func lettered(_ letter: String, at index: Int) -> DateMatch? {
        guard text.isNumber(index + 1) else { return nil }
        if letter.isEmpty {
            let isShort = text.pieces[index + 1].length == 2 && text.isGlued(index + 1) && endsFree(index + 2)
            guard isYear(index + 1) || isShort, text.isCapital(index) else { return nil }
            let value = "FY\(isShort ? 2000 + number(index + 1) : number(index + 1))"
            return DateMatch(index..<index + 2, .date, value)
        }
        guard text.isGlued(index + 1), (1...4).contains(number(index + 1)), text.isCapital(index) else { return nil }
        let year = link(on: index + 2) == .of ? index + 3 : index + 2
        if word(on: year) == .partLetter(""), let match = lettered("", at: year) {
            return match.with(index..<match.pieces.upperBound, value: "\(match.value)-\(letter)\(number(index + 1))")
        }
        guard isYear(year), !text.opensLine(year) else {
            return text.opensLine(index)
                ? nil : DateMatch(index..<index + 2, .date, "XXXX-\(letter)\(number(index + 1))")
        }
        return DateMatch(index..<year + 1, .date, "\(number(year))-\(letter)\(number(index + 1))")
    }
}
