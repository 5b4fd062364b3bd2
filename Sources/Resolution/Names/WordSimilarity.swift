/// How alike two words of persons' names are, and by which rule.
struct WordSimilarity {
    var value: Float
    var rule: NameReason.Rule

    /// The place in the name that a word stands at.
    enum Place { case given, middle, family }

    /// Compares two parts of names that stand at the same place.
    static func of(_ first: PersonName.Part, _ second: PersonName.Part, place: Place, tables: NameTables)
        -> WordSimilarity
    {
        if first.letters == second.letters { return WordSimilarity(value: 1, rule: .same) }
        if first.kind == .initial || second.kind == .initial { return initial(first, second) }
        if place != .family {
            switch tables.given.relation(first.letters, second.letters) {
            case .spellings:
                let sound = SoundCode.similarity(first.sound, second.sound)
                return WordSimilarity(value: sound > 0.6 ? 0.98 : sound > 0.4 ? 0.92 : 0.86, rule: .variant)
            case .shortForm: return WordSimilarity(value: 0.92, rule: .shortForm)
            case .different:
                let sound = SoundCode.similarity(first.sound, second.sound)
                return WordSimilarity(value: sound >= 0.97 ? sound : min(sound, 0.5), rule: .differentGiven)
            case .unknown: break
            }
        }
        return family(first, second, place: place, tables: tables)
    }

    private static func initial(_ first: PersonName.Part, _ second: PersonName.Part) -> WordSimilarity {
        first.letters[0] == second.letters[0]
            ? WordSimilarity(value: 0.9, rule: .initial) : WordSimilarity(value: 0, rule: .differentGiven)
    }

    private static func family(
        _ first: PersonName.Part, _ second: PersonName.Part, place: Place, tables: NameTables
    ) -> WordSimilarity {
        var sound = SoundCode.similarity(first.sound, second.sound)
        switch place == .family ? tables.surnames.areOne(first.letters, second.letters) : nil {
        case true: return WordSimilarity(value: max(sound, 0.95), rule: .surnameVariant)
        case false: if sound < 0.96 { sound = min(sound, 0.6) }
        default: break
        }
        if let ending = SlavicEnding.meet(first.letters, second.letters) { sound = max(sound, ending) }
        if let article = withoutArticle(first.letters, second.letters) { sound = max(sound, article) }
        if first.kind == .patronymic, second.kind == .patronymic { sound = min(sound, sound > 0.85 ? 1 : 0.4) }
        return WordSimilarity(value: sound, rule: sound > 0.93 ? .romanisation : .spelling)
    }

    private static let articles: [[UInt8]] = [
        "al", "el", "de", "di", "du", "da", "la", "le", "del", "van", "von", "mac", "bin",
    ].map { Array($0.utf8) }

    /// `Alsadr` and `Sadr`, `DeGaulle` and `de Gaulle`.
    private static func withoutArticle(_ first: [UInt8], _ second: [UInt8]) -> Float? {
        let (long, short) = first.count > second.count ? (first, second) : (second, first)
        let extra = long.count - short.count
        guard short.count > 3, extra == 2 || extra == 3, long.dropFirst(extra).elementsEqual(short) else { return nil }
        return articles.contains { long.prefix(extra).elementsEqual($0) } ? 0.96 : nil
    }

    /// The least value at which two words of this length are taken for one.
    static func accepts(_ value: Float, _ first: [UInt8], _ second: [UInt8]) -> Bool {
        let length = min(first.count, second.count)
        return value >= (length >= 7 ? 0.79 : length >= 6 ? 0.81 : length >= 4 ? 0.85 : 0.88)
    }
}

/// Endings of Slavic family names in which schools of romanisation, and a man's and a woman's name, differ.
enum SlavicEnding {
    /// Each group of endings is one ending.
    private static let groups: [[[UInt8]]] = [
        [
            "sky", "ski", "skiy", "skyy", "skyi", "skii", "skij", "skyj", "skaya", "skaia", "ska", "skaja", "skis",
            "skas", "cki", "cka", "tsky", "tskyi",
        ],
        ["ov", "off", "ova", "ow", "of", "ovas", "ovs", "au"],
        ["ev", "eff", "eva", "yev", "iev", "yeva", "ieva", "jew", "ew", "yov", "iov"],
        ["in", "ina", "ine", "yn", "yna"], ["oy", "oi", "oj", "aya", "oii"],
        ["y", "iy", "yi", "yy", "ii", "i", "ij", "yj"],
    ].map { $0.map { Array($0.utf8) } }

    /// 0.96 where both words have one stem and two endings of one group; nil elsewhere.
    static func meet(_ first: [UInt8], _ second: [UInt8]) -> Float? {
        guard min(first.count, second.count) >= 4, first.prefix(3).elementsEqual(second.prefix(3)) else { return nil }
        var common = 3
        while common < min(first.count, second.count), first[common] == second[common] { common += 1 }
        for back in 0...min(3, common - 3) {
            let (one, two) = (first[(common - back)...], second[(common - back)...])
            for group in groups
            where group.contains(where: one.elementsEqual) && group.contains(where: two.elementsEqual) { return 0.96 }
        }
        return nil
    }
}
