import Foundation

/// What countries and months are called in languages that are read by names alone: the files of `Lexicon/many`.
///
/// A word of a language that declines its names is taken for the name that it comes closest to: `України` for `Україна`.
struct LanguageNames: Sendable {
    /// Folded names with their codes, by language.
    private var countries: [String: [(name: [Character], code: String)]] = [:]
    private var months: [String: [(name: [Character], number: Int)]] = [:]

    /// The languages whose names change at their end.
    private static let declining: Set<String> = [
        "uk", "ru", "pl", "cs", "sk", "hr", "sr", "bs", "sl", "lv", "lt", "et", "fi", "hu", "tr",
    ]

    /// The files beside the program; empty where there are none.
    static let shipped = LanguageNames(countries: text("countries.tsv"), months: text("months.tsv"))

    init(countries: String, months: String) {
        for row in Self.rows(countries) { self.countries[row.language, default: []].append((row.name, row.value)) }
        for row in Self.rows(months) {
            guard let number = Int(row.value) else { continue }
            self.months[row.language, default: []].append((row.name, number))
        }
    }

    private static func text(_ name: String) -> String {
        let paths = WordLexicon.folders().map { "\($0)/many/\(name)" }
        let data = paths.lazy.compactMap { FileManager.default.contents(atPath: $0) }.first ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    private static func rows(_ text: String) -> [(language: String, value: String, name: [Character])] {
        text.split(separator: "\n").compactMap { line in
            let columns = line.split(separator: "\t").map(String.init)
            guard columns.count == 3, !line.hasPrefix("#") else { return nil }
            return (columns[0], columns[1], folded(columns[2]))
        }
    }

    private static func folded(_ name: String) -> [Character] { Array(name.lowercased()) }

    // MARK: Looking up

    /// The code of the country that a name means in a language.
    func country(_ name: String, in language: String) -> String? {
        countries[language].flatMap { rows in
            Self.nearest(Self.folded(name), among: rows.map { ($0.name, $0.code) }, declines: language)
        }
    }

    /// The month, from 1, that a word means in a language.
    func month(_ word: String, in language: String) -> Int? {
        months[language].flatMap { rows in
            Self.nearest(Self.folded(word), among: rows.map { ($0.name, $0.number) }, declines: language)
        }
    }

    /// The value of the name that is the word, or whose beginning it shares but for an ending of either; nil where two are
    /// as near.
    private static func nearest<Value: Equatable>(
        _ word: [Character], among names: [(name: [Character], value: Value)], declines language: String
    ) -> Value? {
        if let exact = names.first(where: { $0.name == word }) { return exact.value }
        guard declining.contains(language) else { return nil }
        var best: (distance: Int, shared: Int, value: Value)?
        var isTied = false
        for (name, value) in names {
            let shared = zip(word, name).prefix { $0 == $1 }.count
            let (added, lost) = (word.count - shared, name.count - shared)
            guard shared >= 4, added <= 3, lost <= 2 else { continue }
            let distance = added + lost
            if let known = best, (known.distance, -known.shared) <= (distance, -shared) {
                if known.distance == distance, known.shared == shared, known.value != value { isTied = true }
                continue
            }
            best = (distance, shared, value)
            isTied = false
        }
        return isTied ? nil : best?.value
    }
}
