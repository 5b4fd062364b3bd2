import Annotation

/// Finds the amount that begins at a piece: money, percent, measures, counts and ordinals. Constant work at each piece.
struct QuantityParser: Sendable {
    let text: PieceText
    let numbers: NumberReader
    let nouns: CountedNoun
    /// The countries that the document speaks of, for currencies of one name in several countries.
    let countries: [String]

    init(_ text: PieceText, countries: [String]) {
        self.text = text
        self.countries = countries
        numbers = NumberReader(text: text)
        nouns = CountedNoun(text: text)
    }

    /// The amounts that begin at a piece: none, one, or the two ends of `$10-12 million`.
    func matches(at index: Int) -> [QuantityMatch] {
        guard let first = match(at: index) else { return [] }
        guard first.kind == .money, let last = moneyRangeEnd(of: first) else { return [first] }
        return [first, last]
    }

    private func match(at index: Int) -> QuantityMatch? {
        let piece = text.pieces[index]
        switch piece.kind {
        case .mark: return Currency.sign(piece.mark).flatMap { money(sign: $0, signAt: index, from: index) }
        case .word:
            if let money = prefixedMoney(at: index) { return money }
            if let rank = Ordinals.words.meaning(of: text.bytes, Int(piece.start), Int(piece.end), hash: piece.hash) {
                return ordinal(rank, at: index)
            }
            guard text.look(index, in: NumberWord.table) != nil else { return nil }
        case .number:
            guard isFree(index) else { return nil }
            if let ordinal = numberedOrdinal(at: index) { return ordinal }
        }
        // "300m euros" are millions, "300m" alone is a length.
        if let scaled = numbers.number(at: index, scales: .wordsAndLetters), scaled.isScaled,
            let money = moneyBehind(scaled)
        {
            return QuantityMatch(money, scaled.value, from: index)
        }
        guard let number = numbers.number(at: index), endsFree(number) else { return nil }
        return ratio(number, from: index) ?? amount(number, from: index)
    }

    private func amount(_ number: NumberReader.Number, from index: Int) -> QuantityMatch? {
        if let counted = millions(number, from: index) { return counted }
        let last = rangeEnd(behind: number.end) ?? number
        // The unit stands behind the second number of a range and serves both.
        let scale = last.isScaled && !number.isScaled && number.value * last.scale <= last.value ? last.scale : 1
        let value = NumberReader.product(number.value, scale)
        guard let found = percent(last) ?? moneyBehind(last) ?? measure(last) ?? count(last, from: index) else {
            if scale > 1 { return QuantityMatch(pieces: index..<number.end, kind: .count, value: value, unit: nil) }
            return bare(number, from: index)
        }
        if last != number {
            return QuantityMatch(
                pieces: index..<number.end, kind: found.kind, value: value / found.parts,
                unit: found.unit)
        }
        guard found.kind != .count, let sign = signBefore(index) else {
            return QuantityMatch(found, value, from: index)
        }
        return QuantityMatch(found, sign.isMinus ? -value : value, from: sign.start)
    }

    /// `one in five people`, `nine out of ten`: neither number counts anything.
    private func ratio(_ number: NumberReader.Number, from index: Int) -> QuantityMatch? {
        var next = number.end
        if text.is(next, "out"), text.is(next + 1, "of") { next += 1 } else if !text.is(next, "in") { return nil }
        guard !text.opensLine(next + 1), let whole = numbers.number(at: next + 1), whole.value > number.value,
            whole.value <= 1e6, !whole.isYear, text.look(whole.end, in: DateWord.table) == nil, endsFree(whole),
            nouns.noun(behind: number) == nil, percent(whole) == nil
        else { return nil }
        return .void(index..<whole.end)
    }

    /// `-42 degrees`, `(−3%)`, `minus ten degrees`, `+5%`: a sign glued to the number alone, or its word.
    func signBefore(_ index: Int) -> (isMinus: Bool, start: Int)? {
        guard index > 0, !text.opensLine(index) else { return nil }
        if text.is(index - 1, "minus") { return (true, index - 1) }
        let mark = text.mark(index - 1)
        let isMinus = mark == Mark.hyphen || mark == Mark.enDash || mark == 0x2212
        guard isMinus || mark == 0x2B, text.isGlued(index),
            text.pieces[index - 1].spaced || [Mark.opening, Mark.openingSquare].contains(text.mark(index - 2))
        else { return nil }
        return (isMinus, index - 1)
    }

    /// The second number of `12-14 billion`, `10 to 15 percent`, `two or three men`.
    private func rangeEnd(behind index: Int) -> NumberReader.Number? {
        let isDash = Mark.isDash(text.mark(index))
        guard isDash || text.look(index, in: Self.joints) != nil, !text.opensLine(index + 1), !text.opensLine(index)
        else {
            return nil
        }
        // "2-1" and "3-0" are scores.
        guard let number = numbers.number(at: index + 1), endsFree(number) else { return nil }
        return number
    }

    private static let joints = WordTable<Bool>([("to", true), ("or", true)])

    /// A number without anything counted says something only where it is too long to be a label, or where people were
    /// killed, hurt or arrested.
    private func bare(_ number: NumberReader.Number, from index: Int) -> QuantityMatch? {
        if isOfPeople(number, from: index) {
            return QuantityMatch(pieces: index..<number.end, kind: .count, value: number.value, unit: nil)
        }
        guard number.isGrouped || (number.isScaled && number.value >= 1000), !isLabelled(index), !isDialled(index)
        else {
            return nil
        }
        return QuantityMatch(pieces: index..<number.end, kind: .count, value: number.value, unit: nil)
    }

    /// `12 were killed`, `at least seven have died`, `killing 30`.
    private func isOfPeople(_ number: NumberReader.Number, from index: Int) -> Bool {
        guard number.value == number.value.rounded(), number.value > 0, !number.isYear, !isLabelled(index),
            !text.isGlued(number.end) || text.mark(number.end) != 0, !text.is(index - 1, "no")
        else { return false }
        var next = number.end
        while next - number.end < 4, !text.opensLine(next), text.isWord(next), !text.has(next, .fateWord),
            text.has(next, .finiteVerb) || text.has(next, .preverbal) || text.has(next, .copula)
                || text.is(next, "been")
                || text.is(next, "more") || text.is(next, "others") || text.is(next, "still")
        {
            next += 1
        }
        if !text.opensLine(next), text.has(next, .fateWord) { return true }
        return isBehindFate(index) && !text.isCapital(number.end)
    }

    /// `killing at least 30`: the number is the object.
    private func isBehindFate(_ index: Int) -> Bool {
        var before = index - 1
        while before > 0, index - before < 4, !text.opensLine(before + 1),
            ["at", "least", "about", "some", "nearly", "more", "than", "up", "to", "around", "over", "another"]
                .contains(
                    where: { text.bytes(of: before).elementsEqual($0.utf8) })
        {
            before -= 1
        }
        return before >= 0 && !text.opensLine(before + 1) && text.has(before, .fateWord)
            && !text.bytes(of: before).elementsEqual("dead".utf8)
    }

    /// `1800 247 600`: the rest of a telephone number.
    private func isDialled(_ index: Int) -> Bool { !text.opensLine(index) && text.isNumber(index - 1) }

    // MARK: What stands around

    /// Whether the number is not the tail of something longer: of a score, a version, a name.
    func isFree(_ index: Int) -> Bool {
        guard text.isGlued(index) else { return true }
        let before = text.mark(index - 1)
        if before == 0 || before == Mark.dot || before == Mark.slash || before == Mark.colon || before == Mark.comma {
            return false
        }
        // A dash joins the second number of a range to its first; a letter before a dash makes a name.
        if Mark.isDash(before) {
            return !text.isGlued(index - 1) || text.mark(index - 2) == Mark.opening || text.isNumber(index - 2)
                || numbers.number(at: index - 2) != nil
        }
        return before != Mark.address && before != 0x23
    }

    /// Whether no digits or letters follow that belong to the same word: `5G`, `3:2`, `10.12.2`, `9/10`.
    func endsFree(_ number: NumberReader.Number) -> Bool {
        let end = number.end
        guard text.isGlued(end) else { return true }
        if text.isWord(end) {
            return UnitOfMeasure.words.has(text, end) || UnitOfMeasure.metre.has(text, end)
                || Currency.words.has(text, end)
        }
        let mark = text.mark(end)
        let continues = text.isGlued(end + 1) && text.isNumber(end + 1)
        if continues, mark == Mark.colon || mark == Mark.slash || mark == Mark.dot || mark == Mark.comma {
            return false
        }
        return true
    }

    /// `Article 15`, `No. 3`, `page 20`, `aged 40`: the number names one thing.
    func isLabelled(_ index: Int) -> Bool {
        guard !text.opensLine(index), index > 0 else { return false }
        let before = text.mark(index - 1) == Mark.dot ? index - 2 : index - 1
        return text.look(before, in: Self.labels) != nil
    }

    private static let labels = WordTable<Bool>(
        [
            "article", "articles", "section", "sections", "no", "nos", "number", "act", "page", "pages", "flight",
            "room",
            "chapter", "phase", "route", "highway", "grade", "grades", "class", "classes", "channel", "part", "figure",
            "table", "level", "type", "group", "unit", "district", "zone", "ward", "season", "episode", "verse", "form",
            "question", "covid", "age", "aged", "ages", "rule", "clause", "paragraph", "bill", "decree", "resolution",
            "version", "windows", "boeing", "airbus", "block", "sector", "gate", "seat", "line", "item", "step", "week",
            "stage", "tier", "category", "apollo", "box", "lot", "plot", "bus", "train", "exit", "pier", "platform",
        ].map { ($0, true) })
}

extension WordTable {
    /// Whether the table knows the word at an index.
    func has(_ text: PieceText, _ index: Int) -> Bool { text.look(index, in: self) != nil }
}
