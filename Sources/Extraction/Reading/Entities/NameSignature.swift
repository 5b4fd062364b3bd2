import Annotation

/// What a name of an organisation, event or place says, whatever the order of its words: its content words and the
/// countries in it.
///
/// `Ukrainian Armed Forces` and `Armed Forces of Ukraine` have one signature, and so have `Ukraine-NATO Council` and
/// `NATO-Ukraine Council`.
struct NameSignature: Hashable {
    /// Sorted; without function words, legal forms and countries.
    let content: [String]
    /// ISO codes, sorted, each once.
    let countries: [String]

    init(_ form: NameForm, countries known: inout CountryWords) {
        let (words, found) = known.separate(form.words)
        var content = words.filter { !OrganizationWords.function.contains($0) }
            .map { OrganizationWords.synonyms[$0] ?? $0 }
        while content.count > 1, let last = content.last, OrganizationWords.legalForms.contains(last) {
            content.removeLast()
        }
        var countries = found
        if found.isEmpty, let country = form.country { countries = [country] }
        if content.contains("foreign"), content.contains("ministry") { content.removeAll { $0 == "affairs" } }
        if let last = content.last, content.count == 1, !countries.isEmpty, form.isCommon || last == "military",
            last == "army" || last == "military"
        {
            content = ["armed", "forces"]
        }
        self.content = content.sorted()
        self.countries = Set(countries).sorted()
    }

    private init(content: [String], countries: [String]) {
        self.content = content
        self.countries = countries
    }

    var key: String { (content + ["|"] + countries).joined(separator: " ") }
    var contentKey: String { content.joined(separator: " ") }
    /// Whether every word is one that many bodies have.
    var isGeneric: Bool { content.allSatisfy(OrganizationWords.heads.contains) }
}

/// Finds countries and nationalities among the words of names; remembers each word of the document.
struct CountryWords {
    private var known: [String: String?] = [:]
    private let language: String?

    init(language: String? = nil) { self.language = Extractor.readsWhole(language) ? nil : language }

    /// The words that are no country, and the codes of those that are.
    mutating func separate(_ words: [String]) -> (words: [String], countries: [String]) {
        var rest: [String] = []
        var countries: [String] = []
        var index = 0
        while index < words.count {
            var length = min(3, words.count - index)
            var code: String?
            while length > 0 {
                code = self.code(words[index..<index + length].joined(separator: " "))
                if code != nil { break }
                length -= 1
            }
            if let code { countries.append(code) } else { rest.append(words[index]) }
            index += max(length, 1)
        }
        return (rest, countries)
    }

    /// The country that a form of a place is, or whose nationality it is.
    mutating func code(of form: NameForm) -> String? {
        if form.type == .location {
            return Countries.code(forName: form.surface) ?? Countries.code(forName: form.words.joined(separator: " "))
                ?? language.flatMap { LanguageNames.shipped.country(form.surface, in: $0) }
        }
        return Countries.code(forDemonym: form.surface) ?? code(form.words.joined(separator: " "))
    }

    /// The country that a folded name or demonym means.
    mutating func code(_ folded: String) -> String? {
        if let code = known[folded] { return code }
        let name = CountryWords.short.contains(folded) ? folded.uppercased() : folded
        let code = Countries.code(forName: name) ?? Countries.code(forDemonym: name)
        known[folded] = .some(code)
        return code
    }

    /// Short forms that within a name of a body mean a country in whatever case.
    private static let short: Set<String> = ["us", "usa", "uk", "uae", "prc", "drc"]
}
