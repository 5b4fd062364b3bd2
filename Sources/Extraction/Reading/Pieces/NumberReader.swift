/// Reads numbers in digits and in words: `1,300,000`, `12,34,567`, `1.3 million`, `twenty-one`, `two dozen`.
///
/// A word without a number (`dozens`, `several hundred`) is none: nothing is made up.
struct NumberReader: Sendable {
    struct Number: Sendable, Equatable {
        var value: Double
        /// The piece after the last of the number.
        var end: Int
        /// Whether it is written in words alone.
        var isSpelled = false
        /// Whether it has a scale: `million`, `bn`.
        var isScaled = false
        /// The factor of its scales: a million for `1.2 million`.
        var scale = 1.0
        /// Whether separators group its digits: `1,300,000`.
        var isGrouped = false
        /// The digits before a fraction; 0 for a number in words.
        var digits = 0

        /// Whether it looks like a year of our time.
        var isYear: Bool { digits == 4 && !isGrouped && !isScaled && (1900..<2100).contains(value) }
    }

    /// Which short scales count: `5m` is an amount of money behind a currency and else perhaps metres.
    enum Scales: Sendable { case words, wordsAndLetters }

    let text: PieceText

    /// The number that begins at a piece.
    func number(at index: Int, scales: Scales = .words) -> Number? {
        guard let piece = text.pieces.indices.contains(index) ? text.pieces[index] : nil else { return nil }
        switch piece.kind {
        case .number: return digits(at: index, scales)
        case .word: return spelled(at: index)
        case .mark: return Self.fractions[piece.mark].map { scaled(Number(value: $0, end: index + 1), scales) }
        }
    }

    /// Groups of digits, and words with their joints, beyond which nothing is one number any more.
    private static let longestRow = 5
    private static let longestSpelling = 30

    private static let fractions: [UInt32: Double] = [0xBC: 0.25, 0xBD: 0.5, 0xBE: 0.75]
}

// MARK: - Digits

extension NumberReader {
    private func digits(at index: Int, _ scales: Scales) -> Number? {
        let piece = text.pieces[index]
        guard piece.value >= 0 || piece.length <= 15 else { return nil }
        var number = Number(value: plain(index), end: index + 1, digits: piece.length)
        if let grouped = groups(from: index) ?? spacedGroups(from: index) { number = grouped }
        decimals(&number, from: index)
        if let fraction = Self.fractions[text.mark(number.end)], text.isGlued(number.end) {
            number.value += fraction
            number.end += 1
        }
        if let end = andAHalf(number.end) {
            number.value += 0.5
            number.end = end
        }
        return scaled(number, scales)
    }

    /// The piece behind `and a half`, joined by spaces or hyphens.
    private func andAHalf(_ index: Int) -> Int? {
        func behindDash(_ index: Int) -> Int { Mark.isDash(text.mark(index)) ? index + 1 : index }
        let and = behindDash(index)
        guard text.look(and, in: NumberWord.and) != nil else { return nil }
        let article = behindDash(and + 1)
        guard text.look(article, in: NumberWord.table) == .article else { return nil }
        let half = behindDash(article + 1)
        return text.look(half, in: NumberWord.table) == .half ? half + 1 : nil
    }

    private func plain(_ index: Int) -> Double {
        text.bytes(of: index).reduce(0) { $0 * 10 + Double($1 & 15) }
    }

    /// `35 000`, `1 300 000`: groups of three digits behind spaces on one line.
    private func spacedGroups(from index: Int) -> Number? {
        guard text.pieces[index].length <= 3, text.pieces[index].value > 0 else { return nil }
        var value = plain(index)
        var end = index + 1
        while text.isNumber(end), text.pieces[end].length == 3, text.pieces[end].spaced, !text.opensLine(end) {
            value = value * 1000 + plain(end)
            end += 1
            // A longer row is a table; reading on from each of its numbers would cost the square of its length.
            if end - index > Self.longestRow { return nil }
        }
        return end > index + 1 ? Number(value: value, end: end, isGrouped: true, digits: 4) : nil
    }

    /// Groups behind commas: of three digits, or of two and at last three as in India. Groups behind dots: at least two,
    /// for a single one may be a decimal fraction.
    private func groups(from index: Int) -> Number? {
        let separator = text.mark(index + 1)
        let isApostrophe = Mark.isApostrophe(separator)
        guard separator == Mark.comma || separator == Mark.dot || isApostrophe, text.pieces[index].length <= 3 else {
            return nil
        }
        var value = plain(index)
        var end = index + 1
        var count = 0
        while text.mark(end) == separator, text.isGlued(end), text.isNumber(end + 1), text.isGlued(end + 1) {
            let length = text.pieces[end + 1].length
            guard length == 3 || (length == 2 && separator == Mark.comma && isGroup(end + 3)) else { break }
            value = value * (length == 3 ? 1000 : 100) + plain(end + 1)
            end += 2
            count += 1
            if count > Self.longestRow { return nil }
        }
        // "1.500,00" has its decimals behind the other mark.
        let hasDecimals = separator == Mark.dot && isDecimalComma(end)
        guard count > (separator == Mark.dot && !hasDecimals ? 1 : 0) else { return nil }
        return Number(value: value, end: end, isGrouped: true, digits: 4)
    }

    private func isGroup(_ index: Int) -> Bool {
        text.isNumber(index) && text.isGlued(index) && text.mark(index - 1) == Mark.comma && text.isGlued(index - 1)
            && (2...3).contains(text.pieces[index].length)
    }

    /// A comma with one or two digits, the last of the number.
    private func isDecimalComma(_ index: Int) -> Bool {
        text.mark(index) == Mark.comma && text.isGlued(index) && text.isNumber(index + 1) && text.isGlued(index + 1)
            && text.pieces[index + 1].length <= 2 && !(text.isGlued(index + 2) && text.isNumber(index + 3))
    }

    /// A fraction behind a dot; behind a comma only where other groups, a currency, a scale or a percent sign make it certain.
    private func decimals(_ number: inout Number, from start: Int) {
        let separator = text.mark(number.end)
        let fraction = number.end + 1
        guard separator == Mark.dot || separator == Mark.comma, text.isGlued(number.end), text.isNumber(fraction),
            text.isGlued(fraction), text.pieces[fraction].length <= 9
        else { return }
        // A second separator makes it a version, a date or an address.
        if text.mark(fraction + 1) == separator, text.isGlued(fraction + 1), text.isNumber(fraction + 2),
            text.isGlued(fraction + 2)
        {
            return
        }
        if separator == Mark.comma {
            let isForeign = number.isGrouped && text.mark(start + 1) != Mark.comma
            let hasSign = start > 0 && Currency.sign(text.mark(start - 1)) != nil
            let isCertain = isScaleOrPercent(fraction + 1) || (isForeign || hasSign) && isDecimalComma(number.end)
            guard text.pieces[fraction].length < 3, isCertain else { return }
        }
        let power = (0..<text.pieces[fraction].length).reduce(1.0) { power, _ in power * 10 }
        number.value = (number.value * power + plain(fraction)) / power
        number.end = fraction + 1
    }

    /// The product without the dust of binary fractions: 8.2 million is 8,200,000.
    static func product(_ value: Double, _ factor: Double) -> Double {
        let product = value * factor
        return (product - product.rounded()).magnitude < 1e-4 ? product.rounded() : product
    }

    private func isScaleOrPercent(_ index: Int) -> Bool {
        if text.mark(index) == Mark.percent { return true }
        if case .scale = text.look(index, in: NumberWord.table) { return true }
        return false
    }

    private func scaled(_ number: Number, _ scales: Scales) -> Number {
        var result = number
        while true {
            var index = result.end
            if Mark.isDash(text.mark(index)), text.isGlued(index), text.isGlued(index + 1) { index += 1 }
            if text.opensLine(index) { return result }
            if case .scale(let factor) = text.look(index, in: NumberWord.table) {
                result = scaled(result, by: factor, end: index + 1)
            } else if scales == .wordsAndLetters, !result.isScaled, text.isGlued(index),
                let factor = text.look(index, in: NumberWord.letters)
            {
                return scaled(result, by: factor, end: index + 1)
            } else {
                return result
            }
        }
    }

    private func scaled(_ number: Number, by factor: Double, end: Int) -> Number {
        Number(
            value: Self.product(number.value, factor), end: end, isScaled: true, scale: number.scale * factor,
            digits: number.digits)
    }
}

// MARK: - Words

extension NumberReader {
    /// `twenty-one`, `one hundred and fifty thousand`, `a dozen`, `half a million`, `two and a half million`.
    private func spelled(at index: Int) -> Number? {
        // "Hundred" alone, without a number or an article before it, counts nothing.
        if case .scale = text.look(index, in: NumberWord.table) { return nil }
        var total = 0.0
        var group = 0.0
        var end = index
        var last: NumberWord?
        while let (word, next) = word(at: end, after: last) {
            switch word {
            case .article: group = 1
            case .small(let value), .tens(let value): group += value
            case .half:
                // "A million and a half" has half a million.
                if case .scale(let factor)? = last, factor >= 1000 { total += factor / 2 } else { group += 0.5 }
            case .scale(let factor) where factor < 1000: group = (group == 0 ? 1 : group) * factor
            case .scale(let factor):
                total += (group == 0 ? 1 : group) * factor
                group = 0
            }
            end = next
            last = word
            if end - index > Self.longestSpelling { return nil }
        }
        guard let last, last != .article, !(last == .half && end == index + 1) else { return nil }
        let isScaled = if case .scale(let factor) = last { factor >= 1000 } else { false }
        let scale = if case .scale(let factor) = last, factor >= 1000 { factor } else { 1.0 }
        let number = Number(value: total + group, end: end, isSpelled: true, isScaled: isScaled, scale: scale)
        return isScaled ? number : pointed(number)
    }

    /// `Two point five`, with its scale.
    private func pointed(_ number: Number) -> Number {
        guard text.is(number.end, "point"), !text.opensLine(number.end) else { return number }
        var result = number
        var power = 0.1
        while case .small(let digit)? = text.look(
            result.end == number.end ? number.end + 1 : result.end, in: NumberWord.table),
            digit < 10, power > 1e-5
        {
            result.value += digit * power
            result.end = (result.end == number.end ? number.end + 1 : result.end) + 1
            power /= 10
        }
        return scaled(result, .words)
    }

    /// The next word of a number and the piece behind it, where it may follow the one before.
    private func word(at index: Int, after last: NumberWord?) -> (NumberWord, Int)? {
        guard let last else { return text.look(index, in: NumberWord.table).map { ($0, index + 1) } }
        var next = index
        let joined = Mark.isDash(text.mark(next)) && text.isGlued(next) && text.isGlued(next + 1)
        if joined { next += 1 }
        if text.opensLine(next) { return nil }
        var hasAnd = false
        if let and = text.look(next, in: NumberWord.and), and {
            hasAnd = true
            next += 1
            if Mark.isDash(text.mark(next)) { next += 1 }
        }
        guard let word = text.look(next, in: NumberWord.table) else { return nil }
        if word == .article {
            // "two and a half", "half a million"
            guard let after = text.look(next + 1, in: NumberWord.table) else { return nil }
            if hasAnd, after == .half { return (.half, next + 2) }
            if !hasAnd, last == .half, case .scale = after { return (after, next + 2) }
            return nil
        }
        return word.mayFollow(last, hasAnd: hasAnd) ? (word, next + 1) : nil
    }
}
