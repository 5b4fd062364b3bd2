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

    /// The amount, or nil; its range may be one part of `10-15%`, whose end is the next match.
    func match(at index: Int) -> QuantityMatch? {
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
        guard let number = numbers.number(at: index), endsFree(number) else { return nil }
        return amount(number, from: index)
    }

    private func amount(_ number: NumberReader.Number, from index: Int) -> QuantityMatch? {
        if let counted = millions(number, from: index) { return counted }
        let last = rangeEnd(behind: number.end) ?? number
        // The unit stands behind the second number of a range and serves both.
        if let found = percent(last) ?? moneyBehind(last) ?? measure(last) ?? count(last, from: index) {
            guard last != number else {
                if found.kind == .measure, isBelowZero(index) {
                    return QuantityMatch(
                        pieces: index - 1..<found.end, kind: .measure, value: -number.value, unit: found.unit)
                }
                return QuantityMatch(pieces: index..<found.end, kind: found.kind, value: number.value, unit: found.unit)
            }
            let isShort = last.isScaled && !number.isScaled && number.value < 1000
            let scale = isShort ? scale(of: last) : 1
            return QuantityMatch(
                pieces: index..<number.end, kind: found.kind, value: NumberReader.product(number.value, scale),
                unit: found.unit)
        }
        return bare(number, from: index)
    }

    /// `-42 degrees`: a sign glued to the number alone.
    private func isBelowZero(_ index: Int) -> Bool {
        index > 0 && Mark.isDash(text.mark(index - 1)) && text.isGlued(index) && text.pieces[index - 1].spaced
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

    private func scale(of number: NumberReader.Number) -> Double {
        for factor in [1e12, 1e9, 1e6, 1e3] where number.value >= factor { return factor }
        return 1
    }

    /// A number without anything counted says something only where it is too long to be a label.
    private func bare(_ number: NumberReader.Number, from index: Int) -> QuantityMatch? {
        guard number.isGrouped || (number.isScaled && number.value >= 1000), !isLabelled(index), !isDialled(index)
        else {
            return nil
        }
        return QuantityMatch(pieces: index..<number.end, kind: .count, value: number.value, unit: nil)
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
            return !text.isGlued(index - 1) || text.isNumber(index - 2) || numbers.number(at: index - 2) != nil
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
