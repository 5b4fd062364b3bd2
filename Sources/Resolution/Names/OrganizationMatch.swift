/// Compares two names of organisations word by word, in whatever order.
///
/// What both have counts for little, what one has and the other lacks decides: a word that only one name has makes
/// another organisation of it, unless the word says nothing.
struct OrganizationMatch {
    private let explains: Bool
    private var reasons: [NameReason] = []
    private var score: Double = 1

    static func compare(_ first: OrganizationName, _ second: OrganizationName, explains: Bool) -> NameMatch {
        var match = OrganizationMatch(explains: explains)
        match.run(first, second)
        return NameMatch(score: match.score, reasons: match.reasons)
    }

    private init(explains: Bool) { self.explains = explains }

    private mutating func multiply(
        _ rule: NameReason.Rule, _ first: [UInt8] = [], _ second: [UInt8] = [], _ factor: Double
    ) {
        score *= factor
        guard explains else { return }
        reasons.append(
            NameReason(
                rule, String(decoding: first, as: UTF8.self), String(decoding: second, as: UTF8.self), factor: factor))
    }

    private mutating func run(_ first: OrganizationName, _ second: OrganizationName) {
        guard !first.parts.isEmpty, !second.parts.isEmpty else { return multiply(.missingWord, [], [], 0) }
        compareLegalForms(first, second)
        let (one, two) = (first.parts.flatMap(\.letters), second.parts.flatMap(\.letters))
        if one == two { return multiply(.same, [], [], 1) }
        if let acronym = Self.acronym(first, second) ?? Self.acronym(second, first) {
            return multiply(.acronym, acronym, [], 0.85)
        }
        compareParts(first, second)
    }

    private mutating func compareLegalForms(_ first: OrganizationName, _ second: OrganizationName) {
        guard let one = first.legalForm, let two = second.legalForm, one != two, one != .company, two != .company else {
            return
        }
        multiply(
            .legalForm, Array(one.rawValue.utf8), Array(two.rawValue.utf8),
            one == .people || two == .people ? 0.8 : 0.93)
    }

    private static func acronym(_ short: OrganizationName, _ long: OrganizationName) -> [UInt8]? {
        guard short.isShort, let word = short.parts.first, word.kind == .word || word.kind == .country else {
            return nil
        }
        return long.acronyms.contains(word.letters) || long.aside == word.letters ? word.letters : nil
    }

    // MARK: Words

    private mutating func compareParts(_ first: OrganizationName, _ second: OrganizationName) {
        var partner = [Int?](repeating: nil, count: first.parts.count)
        var isTaken = [Bool](repeating: false, count: second.parts.count)
        for (i, part) in first.parts.enumerated() {
            guard
                let j = second.parts.indices.first(where: { !isTaken[$0] && second.parts[$0].letters == part.letters })
            else { continue }
            partner[i] = j
            isTaken[j] = true
        }
        for (i, part) in first.parts.enumerated() where partner[i] == nil && part.kind == .word {
            for (j, other) in second.parts.enumerated() where !isTaken[j] && other.kind == .word {
                let likeness = Self.likeness(part, other)
                guard likeness > 0 else { continue }
                partner[i] = j
                isTaken[j] = true
                multiply(.spelling, part.letters, other.letters, Double(likeness))
                break
            }
        }
        joinWords(first, second, &partner, &isTaken)
        compareOrder(partner)
        let missing = first.parts.indices.filter { partner[$0] == nil }.map { first.parts[$0] }
        let extra = second.parts.indices.filter { !isTaken[$0] }.map { second.parts[$0] }
        compareRest(
            missing, extra, first, second,
            hasDistinctive: zip(first.parts, partner).contains { $0.kind == .word && $1 != nil })
    }

    /// How alike two words are, or 0 where they are two.
    private static func likeness(_ first: OrganizationName.Part, _ second: OrganizationName.Part) -> Float {
        let length = min(first.letters.count, second.letters.count)
        guard length > 3 else { return 0 }
        let (long, short) = first.letters.count > second.letters.count ? (first, second) : (second, first)
        if long.letters.count == short.letters.count + 1, long.letters.last == UInt8(ascii: "s"),
            long.letters.starts(with: short.letters)
        {
            return 0.97
        }
        let sound = SoundCode.similarity(first.sound, second.sound)
        return sound >= (length >= 7 ? 0.82 : length >= 6 ? 0.84 : 0.9) ? sound : 0
    }

    /// `Exxon Mobil` and `ExxonMobil`.
    private mutating func joinWords(
        _ first: OrganizationName, _ second: OrganizationName, _ partner: inout [Int?], _ isTaken: inout [Bool]
    ) {
        for i in first.parts.indices where partner[i] == nil {
            for j in second.parts.indices.dropLast() where !isTaken[j] && !isTaken[j + 1] {
                guard first.parts[i].letters == second.parts[j].letters + second.parts[j + 1].letters else { continue }
                partner[i] = j
                isTaken[j] = true
                isTaken[j + 1] = true
                multiply(.joined, first.parts[i].letters, first.parts[i].letters, 0.97)
            }
        }
        for j in second.parts.indices where !isTaken[j] {
            for i in first.parts.indices.dropLast() where partner[i] == nil && partner[i + 1] == nil {
                guard second.parts[j].letters == first.parts[i].letters + first.parts[i + 1].letters else { continue }
                partner[i] = j
                partner[i + 1] = j
                isTaken[j] = true
                multiply(.joined, second.parts[j].letters, second.parts[j].letters, 0.97)
            }
        }
    }

    private mutating func compareOrder(_ partner: [Int?]) {
        let order = partner.compactMap { $0 }
        if zip(order, order.dropFirst()).contains(where: { $0 > $1 }) { multiply(.wordOrder, [], [], 0.95) }
    }

    private mutating func compareRest(
        _ missing: [OrganizationName.Part], _ extra: [OrganizationName.Part], _ first: OrganizationName,
        _ second: OrganizationName, hasDistinctive: Bool
    ) {
        let weak = (missing + extra).filter { $0.kind == .weak }
        for part in weak { multiply(.missingWord, part.letters, [], 0.93) }
        let (one, two) = (missing.filter { $0.kind != .weak }, extra.filter { $0.kind != .weak })
        if let acronym = Self.acronym(of: one, in: two) ?? Self.acronym(of: two, in: one) {
            return multiply(.acronym, acronym, [], 0.88)
        }
        if let a = one.first, let b = two.first {
            let rule: NameReason.Rule =
                a.kind == .number && b.kind == .number
                ? .number : a.kind == .country && b.kind == .country ? .country : .differentWord
            return multiply(rule, a.letters, b.letters, 0.3)
        }
        let isFormal = first.legalForm != nil && second.legalForm != nil
        for part in one + two {
            let factor: Double =
                switch part.kind {
                case .number: 0.6
                case .country: hasDistinctive ? 0.66 : 0.5
                case .common: !hasDistinctive ? 0.5 : Self.isHolding(part) && !isFormal ? 0.75 : 0.64
                default: 0.5
                }
            multiply(
                part.kind == .country ? .country : part.kind == .number ? .number : .missingWord,
                one.isEmpty ? [] : part.letters, one.isEmpty ? part.letters : [], factor)
        }
    }

    /// `UN` for `United Nations` where all else is in both names.
    private static func acronym(of short: [OrganizationName.Part], in long: [OrganizationName.Part]) -> [UInt8]? {
        guard short.count == 1, long.count > 1, short[0].kind == .word, (2...6).contains(short[0].letters.count) else {
            return nil
        }
        return long.compactMap(\.letters.first) == short[0].letters ? short[0].letters : nil
    }

    private static func isHolding(_ part: OrganizationName.Part) -> Bool { part.letters.elementsEqual("holding".utf8) }
}
