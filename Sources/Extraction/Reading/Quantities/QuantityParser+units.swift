import Annotation

// What stands behind a number: percent, a unit of measure, what is counted; and ordinals.
extension QuantityParser {
    /// The kind and unit of an amount and the piece behind it.
    struct Found {
        var kind: Quantity.Kind
        var unit: String?
        var end: Int
        /// How many of what is counted make the unit: a hundred cents.
        var parts = 1.0
    }

    func percent(_ number: NumberReader.Number) -> Found? {
        let next = number.end
        guard !text.opensLine(next) else { return nil }
        if text.mark(next) == Mark.percent { return Found(kind: .percent, end: next + 1) }
        switch text.look(next, in: Self.percents) {
        case .percent: return Found(kind: .percent, end: next + 1)
        case .per where text.look(next + 1, in: Self.percents) == .cent: return Found(kind: .percent, end: next + 2)
        case .percentage where text.look(next + 1, in: Self.percents) == .points:
            return Found(kind: .percent, unit: "percentage points", end: next + 2)
        default: return nil
        }
    }

    private enum Percent { case percent, per, cent, percentage, points }

    private static let percents = WordTable<Percent>([
        ("percent", .percent), ("pct", .percent), ("pc", .percent), ("per", .per), ("cent", .cent), ("cents", .cent),
        ("percentage", .percentage), ("points", .points), ("point", .points),
    ])

    /// `40 kilometres`, `300-megawatt`, `25.1°C`, `500 square metres`.
    func measure(_ number: NumberReader.Number) -> Found? {
        var next = number.end
        if Mark.isDash(text.mark(next)), text.isGlued(next) { next += 1 }
        guard !text.opensLine(next) else { return nil }
        if text.mark(next) == Mark.degree {
            let scale = text.isGlued(next + 1) ? text.look(next + 1, in: UnitOfMeasure.scales) : nil
            return Found(kind: .measure, unit: scale ?? "°", end: scale == nil ? next + 1 : next + 2)
        }
        if let modifier = text.look(next, in: UnitOfMeasure.modifiers) {
            let unit = Mark.isDash(text.mark(next + 1)) ? next + 2 : next + 1
            guard !text.opensLine(unit), let word = text.look(unit, in: UnitOfMeasure.words) else { return nil }
            return Found(kind: .measure, unit: modifier.applied(to: word), end: unit + 1)
        }
        // "1500m" is a length where nothing is counted; behind a currency it was money.
        if text.isGlued(next), text.look(next, in: UnitOfMeasure.metre) != nil {
            return Found(kind: .measure, unit: "m", end: next + 1)
        }
        guard let unit = text.look(next, in: UnitOfMeasure.words) else { return nil }
        if unit == "°", !text.opensLine(next + 1), let scale = text.look(next + 1, in: UnitOfMeasure.scales),
            text.pieces[next + 1].length > 1
        {
            return Found(kind: .measure, unit: scale, end: next + 2)
        }
        return Found(kind: .measure, unit: unit, end: next + 1)
    }

    /// `1.2m visitors`, `10m people`: millions, where they are counted.
    func millions(_ number: NumberReader.Number, from index: Int) -> QuantityMatch? {
        guard text.isGlued(number.end), text.look(number.end, in: UnitOfMeasure.metre) != nil, !number.isSpelled,
            let scaled = numbers.number(at: index, scales: .wordsAndLetters), scaled.isScaled,
            let noun = nouns.noun(behind: scaled),
            number.value != number.value.rounded() || noun.unit == "people"
        else { return nil }
        return QuantityMatch(pieces: index..<noun.end, kind: .count, value: scaled.value, unit: noun.unit)
    }

    /// `252 leading defense companies`: the noun that is counted, with what describes it.
    func count(_ number: NumberReader.Number, from index: Int) -> Found? {
        guard !isLabelled(index), !isModelNumber(index), number.value == number.value.rounded(),
            let noun = nouns.noun(behind: number)
        else { return nil }
        return Found(kind: .count, unit: noun.unit, end: noun.end)
    }

    /// "The Leopard 2 tanks", "an iPhone 15": a number behind a capital that an article or another number leads.
    private func isModelNumber(_ index: Int) -> Bool {
        guard index > 1, !text.opensLine(index), text.isNumber(index), text.pieces[index].spaced,
            text.isWord(index - 1),
            CountedNoun.isModel(text, index - 1), !text.opensLine(index - 1)
        else { return false }
        return text.isNumber(index - 2) || text.has(index - 2, .article) || text.has(index - 2, .definite)
            || text.has(index - 2, .indefinite) || text.look(index - 2, in: NumberWord.table) != nil
    }

    /// `35th`, `160th`.
    func numberedOrdinal(at index: Int) -> QuantityMatch? {
        guard text.isGlued(index + 1), text.look(index + 1, in: Ordinals.endings) != nil, text.pieces[index].value > 0
        else {
            return nil
        }
        return QuantityMatch(
            pieces: index..<index + 2, kind: .ordinal, value: Double(text.pieces[index].value), unit: nil)
    }

    /// `the second`, `its third`: not `at first`, not the second of a clock.
    func ordinal(_ rank: Int, at index: Int) -> QuantityMatch? {
        guard index > 0, !text.opensLine(index), Ordinals.leads.has(text, index - 1) else { return nil }
        guard text.isWord(index + 1), !text.opensLine(index + 1) else { return nil }
        return QuantityMatch(pieces: index..<index + 1, kind: .ordinal, value: Double(rank), unit: nil)
    }
}

/// The words of rank.
enum Ordinals {
    static let words = WordTable<Int>(
        zip(
            [
                "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                "eleventh",
                "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
                "nineteenth", "twentieth",
            ], 1...
        ).map { ($0, $1) })

    static let endings = WordTable<Bool>(["st", "nd", "rd", "th"].map { ($0, true) })

    static let leads = WordTable<Bool>(
        ["the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "s", "this", "that", "every"].map {
            ($0, true)
        })
}
