import Foundation

/// Names of countries in many languages, and what English calls their people.
package struct CountryNameTable: Sendable {
    private let english: [String: String]
    private let people: [String: String]
    /// Names in other languages, as CLDR has them; read when the first place is compared.
    private static let foreign = foreignNames()

    init(lines: [TableLine], letters: LetterTable) {
        var english: [String: String] = [:]
        var people: [String: String] = [:]
        for line in lines where line.count > 1 {
            for name in line[1].split(separator: "|") { english[EntityKey.fold(String(name))] = line[0] }
            for word in line.count > 2 ? line[2].split(separator: "|") : [] {
                let folded = EntityKey.fold(String(word))
                people[folded] = line[0]
                if !folded.hasSuffix("s") { people[folded + "s"] = line[0] }
            }
        }
        self.english = english
        self.people = people
    }

    /// The ISO 3166-1 code of a country by a name in English, folded by `EntityKey.fold`.
    func code(ofEnglish folded: String) -> String? { english[folded] }

    /// The code of a country by its name in any language that CLDR has, folded by `EntityKey.fold`.
    func code(ofName folded: String) -> String? { english[folded] ?? Self.foreign[folded] }

    /// The code of the country that an adjective or a word for its people belongs to, folded.
    func code(ofPeople folded: String) -> String? { people[folded] }

    private static let languages = """
        uk ru be pl cs sk lt lv et de fr es it pt nl sv da nb fi hu ro bg sr hr sl mk el tr ar fa he zh ja ko ka hy az kk uz
        hi vi id th ur bn sw sq ca ga is
        """

    private static func foreignNames() -> [String: String] {
        var names: [String: String] = [:]
        var doubtful: Set<String> = []
        for language in languages.split(whereSeparator: \.isWhitespace) {
            let locale = Locale(identifier: String(language))
            for region in Locale.Region.isoRegions where region.identifier.utf8.count == 2 {
                guard let name = locale.localizedString(forRegionCode: region.identifier) else { continue }
                let folded = EntityKey.fold(name)
                if let other = names[folded], other != region.identifier { doubtful.insert(folded) }
                names[folded] = region.identifier
            }
        }
        for name in doubtful { names[name] = nil }
        return names
    }
}
