import Annotation

// Money before and behind its number.
extension QuantityParser {
    /// `$5 million`, `€1.6bn`: a sign, at `signAt`, and what stands glued before it, from `start`.
    func money(sign: Currency, signAt: Int, from start: Int) -> QuantityMatch? {
        guard !text.opensLine(signAt + 1), let number = numbers.number(at: signAt + 1, scales: .wordsAndLetters),
            !number.isSpelled, endsFree(number)
        else { return nil }
        let prefix = text.isGlued(signAt) ? text.look(signAt - 1, in: Currency.dollarPrefixes) : nil
        let begin = prefix == nil || sign != .shared(.dollar) ? start : signAt - 1
        let currency = begin < start ? prefix ?? sign : sign
        return money(currency, number, from: begin)
    }

    /// `US$5 million` begins at its letters; `USD 29 million`, `Tk 2,977 crore`, `R1.2m`.
    func prefixedMoney(at index: Int) -> QuantityMatch? {
        guard text.isCapital(index) || text.bytes[Int(text.pieces[index].start)] >= 0x80 else { return nil }
        let next = index + 1
        if text.mark(next) == 0x24, text.pieces[index].length <= 3,
            let currency = text.look(index, in: Currency.dollarPrefixes)
        {
            guard !text.opensLine(next), text.isGlued(next) || text.pieces[index].length == 2,
                !text.isGlued(index) || isOpener(index - 1)
            else { return nil }
            return money(currency, amountAt: next + 1, from: index)
        }
        if text.mark(next) == 0xA2, text.isGlued(next), text.pieces[index].length == 2 {
            return money(.code("GHS"), amountAt: next + 1, from: index)
        }
        if text.isGlued(next), text.pieces[index].length == 1, let currency = text.look(index, in: Currency.letters) {
            guard let match = money(currency, amountAt: next, from: index), isAmount(match, at: next) else {
                return nil
            }
            return match
        }
        guard let currency = text.look(index, in: Currency.prefixes) else { return nil }
        let amount = text.mark(next) == Mark.dot && !text.opensLine(next + 1) ? next + 1 : next
        guard text.isNumber(amount) || Currency.sign(text.mark(amount)) != nil else { return nil }
        let match = money(currency, amountAt: text.isNumber(amount) ? amount : amount + 1, from: index)
        // "COP 15" and "CUP 2" are conferences and cups.
        if Self.homonyms.has(text, index), let value = match?.value, value < 100 || !isUpper(index) { return nil }
        return match
    }

    private func isUpper(_ index: Int) -> Bool { text.bytes(of: index).allSatisfy { $0 < 0x61 } }

    private static let homonyms = WordTable<Bool>([("cop", true), ("cup", true), ("all", true)])

    private func isOpener(_ index: Int) -> Bool { text.mark(index) != 0 }

    /// Whether what stands behind a letter is long enough for money: `N95` and `R4` are not.
    private func isAmount(_ match: QuantityMatch, at index: Int) -> Bool {
        guard !text.isGlued(index - 1) || isOpener(index - 2) else { return false }
        return match.pieces.count > 2 || text.pieces[index].length >= 3
    }

    private func money(_ currency: Currency, amountAt index: Int, from start: Int) -> QuantityMatch? {
        guard !text.opensLine(index), let number = numbers.number(at: index, scales: .wordsAndLetters),
            !number.isSpelled,
            endsFree(number)
        else { return nil }
        return money(currency, number, from: start)
    }

    private func money(_ currency: Currency, _ number: NumberReader.Number, from start: Int) -> QuantityMatch {
        var end = number.end
        var value = number.value
        // "$12-14 billion": the scale of the second number serves the first.
        if let last = rangeEnd(behind: number, from: start), last.isScaled, !number.isScaled,
            number.value * last.scale <= last.value
        {
            value = NumberReader.product(value, last.scale)
        }
        // "US$10 million dollars"
        if !text.opensLine(end), case .shared(.dollar) = text.look(end, in: Currency.words) { end += 1 }
        let sign = signBefore(start)
        return QuantityMatch(
            pieces: (sign?.start ?? start)..<end, kind: .money, value: sign?.isMinus == true ? -value : value,
            unit: code(currency, country: nil))
    }

    /// The second number of `$10-12 million`, `€5 to €6 million`, `between $5 and $6 million`.
    private func rangeEnd(behind number: NumberReader.Number, from start: Int) -> NumberReader.Number? {
        let end = number.end
        let isAnd = text.is(end, "and") && !text.opensLine(start) && text.is(start - 1, "between")
        guard Mark.isDash(text.mark(end)) || Self.to.has(text, end) || isAnd, !text.opensLine(end + 1) else {
            return nil
        }
        let sign = Currency.sign(text.mark(end + 1)) == nil ? end + 1 : end + 2
        guard let last = numbers.number(at: sign, scales: .wordsAndLetters), !last.isSpelled, endsFree(last),
            percent(last) == nil, text.isNumber(sign), last.value > number.value
        else { return nil }
        return last
    }

    /// The second end of a range of money, where it has no sign of its own.
    func moneyRangeEnd(of first: QuantityMatch) -> QuantityMatch? {
        let start = first.pieces.upperBound
        guard let number = (first.pieces.lowerBound..<start).first(where: text.isNumber),
            let read = numbers.number(at: number, scales: .wordsAndLetters),
            let last = rangeEnd(behind: read, from: first.pieces.lowerBound), text.isNumber(start + 1),
            count(last, from: start + 1) == nil, measure(last) == nil
        else { return nil }
        return QuantityMatch(pieces: start + 1..<last.end, kind: .money, value: last.value, unit: first.unit)
    }

    private static let to = WordTable<Bool>([("to", true)])

    /// `5,000 rupees`, `a million US dollars`, `30 Hong Kong dollars`.
    func moneyBehind(_ number: NumberReader.Number) -> Found? {
        var next = number.end
        if Mark.isDash(text.mark(next)), text.isGlued(next) { next += 1 }
        var country: String?
        for _ in 0..<5 {
            guard !text.opensLine(next) else { return nil }
            if text.has(next, .subunit), !text.isCapital(next) {
                let unit = WordLexicon.english.entry(Folding.key(of: text.bytes(of: next)))?.value
                let code = unit ?? country.flatMap { Currency.shared(.dollar).code(country: $0) }
                return Found(kind: .money, unit: code, end: next + 1, parts: 100)
            }
            if let currency = text.look(next, in: Currency.words) {
                guard !isVerb(currency, number) else { return nil }
                let isCents = !text.opensLine(next + 1) && text.has(next + 1, .subunit)
                return Found(
                    kind: .money, unit: code(currency, country: country), end: isCents ? next + 2 : next + 1,
                    parts: isCents ? 100 : 1)
            }
            let isInitial = text.pieces[next].kind == .mark ? text.mark(next) == Mark.dot : text.isCapital(next)
            guard isInitial else { return nil }
            if let found = text.look(next, in: Currency.countries) { country = found }
            if text.pieces[next].length == 1, text.look(next, in: Self.initials) != nil { country = "US" }
            next += 1
        }
        return nil
    }

    private static let initials = WordTable<Bool>([("u", true), ("s", true)])

    /// "The 12 won the cup": a small number before the verb.
    private func isVerb(_ currency: Currency, _ number: NumberReader.Number) -> Bool {
        currency == .shared(.won) && !number.isScaled && !number.isGrouped
    }

    /// The code of a currency: by the country named beside it, else by the one country of the document that has it.
    private func code(_ currency: Currency, country: String?) -> String? {
        if let country, let code = currency.code(country: country) { return code }
        if let code = currency.code(country: nil) { return code }
        let candidates = currency.countries.filter(countries.contains)
        return candidates.count == 1 ? currency.code(country: candidates[0]) : nil
    }
}
