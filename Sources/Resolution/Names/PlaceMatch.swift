/// Places: old and foreign names, and words that may be missing.
struct PlaceTable: Sendable {
    private var lines: [String: Int] = [:]
    private(set) var small: Set<String> = []

    init(lines table: [TableLine], letters: LetterTable) {
        for (number, line) in table.enumerated() {
            if line[0] == "-" {
                small.formUnion((line.last ?? "").split(separator: " ").map { EntityKey.fold(String($0)) })
                continue
            }
            // Names of several words are parted by bars; a line without bars has names of one word.
            let names = line[0].contains("|") ? line[0].split(separator: "|") : line[0].split(separator: " ")
            for name in names { lines[EntityKey.fold(String(name))] = number }
        }
    }

    /// Which line a name is in; nil for a place that the table does not have.
    func line(of name: String) -> Int? { lines[name] }
}

/// A name of a place, parsed.
package struct PlaceName: Sendable {
    let country: String?
    let words: [String]
    let core: String
    let line: Int?
    private let sound: [UInt8]

    package init(_ name: String, tables: NameTables) {
        let folded = EntityKey.fold(name)
        country = tables.countries.code(ofName: folded)
        let latin = NameWords(name, letters: tables.letters).words.map(\.text)
        words = latin.map { ["countries", "nations"].contains($0) ? "states" : $0 }
        let substantial = words.filter { !tables.places.small.contains($0) && $0 != "the" && $0 != "of" }
        core = (substantial.isEmpty ? words : substantial).joined(separator: " ")
        line = tables.places.line(of: words.joined(separator: " ")) ?? tables.places.line(of: core)
        sound = SoundCode.code(Array(core.utf8))
    }

    static func compare(_ first: PlaceName, _ second: PlaceName, explains: Bool) -> NameMatch {
        func match(_ score: Double, _ rule: NameReason.Rule) -> NameMatch {
            NameMatch(score: score, reasons: explains ? [NameReason(rule, first.core, second.core, factor: score)] : [])
        }
        if first.country != nil || second.country != nil {
            return first.country == second.country ? match(1, .country) : match(0.1, .country)
        }
        if first.words == second.words { return match(1, .same) }
        if let one = first.line, let two = second.line { return one == two ? match(0.97, .place) : match(0.1, .place) }
        if first.core == second.core { return match(0.9, .missingWord) }
        if first.core.split(separator: " ").sorted() == second.core.split(separator: " ").sorted() {
            return match(0.85, .wordOrder)
        }
        let sound = Double(SoundCode.similarity(first.sound, second.sound))
        let isLong = min(first.core.utf8.count, second.core.utf8.count) >= 6
        let sameCount = first.core.split(separator: " ").count == second.core.split(separator: " ").count
        return sameCount && sound >= (isLong ? 0.86 : 0.92)
            ? match(sound * 0.95, .romanisation) : match(sound * 0.6, .differentWord)
    }
}
