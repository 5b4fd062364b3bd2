/// Compares two persons' names part by part.
///
/// The parts are aligned in order; what remains without a partner, or meets another name at its place, costs a factor.
/// Names alone decide only what names can: a family name without a given name is never enough.
struct PersonMatch {
    private let tables: NameTables
    private let explains: Bool
    private var reasons: [NameReason] = []
    private var score: Double = 1

    static func compare(_ first: PersonName, _ second: PersonName, tables: NameTables, explains: Bool) -> NameMatch {
        var match = PersonMatch(tables: tables, explains: explains)
        var best = match.inOrder(first, second)
        if best.score < 0.9, let turned = match.turned(first, second), turned.score > best.score { best = turned }
        return best
    }

    private init(tables: NameTables, explains: Bool) {
        self.tables = tables
        self.explains = explains
    }

    private mutating func multiply(
        _ rule: NameReason.Rule, _ first: [UInt8] = [], _ second: [UInt8] = [], _ factor: Double
    ) {
        score *= factor
        guard explains else { return }
        reasons.append(
            NameReason(
                rule, String(decoding: first, as: UTF8.self), String(decoding: second, as: UTF8.self), factor: factor))
    }

    private mutating func inOrder(_ first: PersonName, _ second: PersonName) -> NameMatch {
        score = 1
        reasons = []
        compareGenerations(first, second)
        if first.parts.isEmpty || second.parts.isEmpty {
            multiply(.missingWord, [], [], 0)
        } else if first.isEastAsian, second.isEastAsian {
            compareEastAsian(first, second)
        } else if first.parts.count == 1 || second.parts.count == 1 {
            compareShort(first, second)
        } else {
            compareParts(first, second)
        }
        return NameMatch(score: score, reasons: reasons)
    }

    private mutating func compareGenerations(_ first: PersonName, _ second: PersonName) {
        guard first.generation != second.generation else { return }
        let numbers = [first.generation, second.generation].compactMap { $0 }
        let factor = numbers.count == 2 ? 0.3 : numbers[0] == 1 ? 0.95 : 0.66
        multiply(.generation, Self.digits(first.generation), Self.digits(second.generation), factor)
    }

    private static func digits(_ number: Int?) -> [UInt8] { number.map { Array(String($0).utf8) } ?? [] }

    // MARK: Names of one word

    private mutating func compareShort(_ first: PersonName, _ second: PersonName) {
        let (short, long) = first.parts.count == 1 ? (first, second) : (second, first)
        let word = short.parts[0]
        if long.parts.count == 1 {
            let likeness = WordSimilarity.of(word, long.parts[0], place: .family, tables: tables)
            let accepted = WordSimilarity.accepts(likeness.value, word.letters, long.parts[0].letters)
            multiply(
                likeness.rule, word.letters, long.parts[0].letters,
                Double(accepted ? likeness.value : likeness.value * 0.5))
            return
        }
        if joined(long.parts, is: word) { return multiply(.joined, word.letters, long.parts.flatMap(\.letters), 0.95) }
        let family = WordSimilarity.of(word, long.parts[long.parts.count - 1], place: .family, tables: tables)
        let given = WordSimilarity.of(word, long.parts[0], place: .given, tables: tables)
        let isFamily = family.value >= given.value
        multiply(
            isFamily ? .familyNameAlone : .givenNameAlone, first.parts[0].letters, second.parts[0].letters,
            Double(max(family.value, given.value)) * 0.55)
    }

    private func joined(_ parts: [PersonName.Part], is word: PersonName.Part) -> Bool {
        parts.count <= 3 && parts.reduce(0) { $0 + $1.letters.count } == word.letters.count
            && parts.flatMap(\.letters) == word.letters
    }

    // MARK: East Asia

    private mutating func compareEastAsian(_ first: PersonName, _ second: PersonName) {
        let (oneFamily, twoFamily) = (first.parts[1], second.parts[1])
        let family = WordSimilarity.of(oneFamily, twoFamily, place: .family, tables: tables)
        let isAccepted = WordSimilarity.accepts(family.value, oneFamily.letters, twoFamily.letters)
        multiply(
            isAccepted ? family.rule : .differentFamily, oneFamily.letters, twoFamily.letters,
            isAccepted ? Double(family.value) : 0.2)
        let (one, two) = (first.parts[0], second.parts[0])
        if one.letters == two.letters { return }
        let purePinyin = [first, second].allSatisfy { name in
            name.parts.allSatisfy { tables.syllables.isPinyin($0.letters) } && !name.hasHyphen
        }
        if !purePinyin, tables.syllables.canMeanTheSame(one.letters, two.letters) {
            return multiply(.romanisation, one.letters, two.letters, 0.96)
        }
        let distance = EastAsianSound.distance(one.letters, two.letters)
        let likeness = 1 - Double(distance) / Double(max(3, max(one.letters.count, two.letters.count)))
        let limit = purePinyin ? 0.97 : 0.84
        multiply(
            likeness >= limit ? .romanisation : .differentGiven, one.letters, two.letters,
            likeness >= limit ? likeness : likeness * 0.6)
    }

    // MARK: Names of several words

    private mutating func compareParts(_ first: PersonName, _ second: PersonName) {
        let alignment = PartAlignment(first.parts, second.parts, tables: tables)
        for pair in alignment.pairs { multiply(pair.rule, pair.first, pair.second, Double(pair.value)) }
        let (one, two) = (alignment.missingInSecond, alignment.missingInFirst)
        compareGiven(first, second, one, two)
        compareFamily(first, second, one, two, alignment)
        compareMiddle(first, second, one, two)
    }

    private mutating func compareGiven(_ first: PersonName, _ second: PersonName, _ one: [Int], _ two: [Int]) {
        let isMissing = (one.contains(0), two.contains(0))
        guard isMissing.0 || isMissing.1 else { return }
        let (given, other) = (first.parts[0], second.parts[0])
        if isMissing.0, isMissing.1 {
            if let nickname = first.aside ?? second.aside,
                nickname.letters == given.letters || nickname.letters == other.letters
            {
                return multiply(.shortForm, given.letters, other.letters, 0.9)
            }
            return multiply(.differentGiven, given.letters, other.letters, 0.3)
        }
        let extra = isMissing.0 ? given : other
        multiply(
            .missingWord, isMissing.0 ? extra.letters : [], isMissing.0 ? [] : extra.letters,
            extra.kind == .initial ? 0.82 : 0.6)
    }

    private mutating func compareFamily(
        _ first: PersonName, _ second: PersonName, _ one: [Int], _ two: [Int], _ alignment: PartAlignment
    ) {
        let ends = (first.parts.count - 1, second.parts.count - 1)
        let isMissing = (one.contains(ends.0), two.contains(ends.1))
        guard isMissing.0 || isMissing.1, ends.0 > 0, ends.1 > 0 else { return }
        if isMissing.0, isMissing.1 {
            return multiply(.differentFamily, first.parts[ends.0].letters, second.parts[ends.1].letters, 0.25)
        }
        let (long, end) = isMissing.0 ? (first, ends.0) : (second, ends.1)
        let extra = long.parts[end]
        // The word before is a family name of two where it is no given name: `Maduro Moros`.
        let before = long.parts[end - 1]
        let count = (isMissing.0 ? one : two).count
        let factor: Double =
            extra.kind == .patronymic
            ? 0.97
            : before.kind == .father
                ? 0.85
                : extra.isJoined
                    ? 0.82
                    : before.isGiven || !alignment.reaches(isMissing.0 ? 0 : 1, end - 1) ? 0.6 : count > 1 ? 0.7 : 0.8
        multiply(.missingWord, isMissing.0 ? extra.letters : [], isMissing.0 ? [] : extra.letters, factor)
    }

    private mutating func compareMiddle(_ first: PersonName, _ second: PersonName, _ one: [Int], _ two: [Int]) {
        let middle = { (name: PersonName, missing: [Int]) in
            missing.filter { $0 > 0 && $0 < name.parts.count - 1 }.map { name.parts[$0] }
        }
        let (extraOne, extraTwo) = (middle(first, one), middle(second, two))
        if let a = extraOne.first, let b = extraTwo.first {
            return multiply(
                .differentMiddle, a.letters, b.letters, a.kind == .patronymic && b.kind != .patronymic ? 0.85 : 0.45)
        }
        let both = first.parts.count > 2 && second.parts.count > 2
        for part in extraOne + extraTwo {
            let factor =
                part.kind == .patronymic
                ? 0.98 : part.kind == .initial ? (both ? 0.6 : 0.97) : part.kind == .father ? 0.95 : both ? 0.86 : 0.9
            multiply(
                part.kind == .patronymic ? .patronymic : .missingWord, extraOne.isEmpty ? [] : part.letters,
                extraOne.isEmpty ? part.letters : [], factor)
        }
    }

    // MARK: Order

    /// The names with the last part of one moved to the front, where that may be its order.
    private mutating func turned(_ first: PersonName, _ second: PersonName) -> NameMatch? {
        guard first.parts.count > 1, second.parts.count > 1, !first.hasComma, !second.hasComma else { return nil }
        guard !(first.isEastAsian && second.isEastAsian) else { return nil }
        let turned = second.turned()
        var match = inOrder(first, turned)
        guard match.score > 0.6 else { return nil }
        // "Hassan Ali" and "Ali Hassan" are two men: each part can be either name.
        let parts = first.parts
        let canBeBoth = parts.count > 2 && !first.isEastAsian || parts.allSatisfy(\.isGiven)
        let factor = canBeBoth ? 0.6 : 0.93
        match.score *= factor
        if explains { match.reasons.append(NameReason(.swapped, factor: factor)) }
        return match
    }
}

extension PersonName {
    /// The same name with its last part first.
    fileprivate func turned() -> PersonName {
        var name = self
        name.rotate()
        return name
    }
}
