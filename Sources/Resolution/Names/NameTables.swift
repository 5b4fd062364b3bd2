/// The tables of words by which names are read, loaded once from the data files beside the program.
package struct NameTables: Sendable {
    let letters: LetterTable
    let given: GivenNameTable
    let surnames: SurnameTable
    let syllables: SyllableTable
    let personWords: PersonWordTable
    let organizationWords: OrganizationWordTable
    let countries: CountryNameTable
    let places: PlaceTable

    /// Reads the tables that ship with the program; throws where one is missing or malformed.
    package init() throws(ResolutionError) {
        letters = LetterTable(lines: try TableFile.lines(of: "letters.tsv"))
        given = GivenNameTable(lines: try TableFile.lines(of: "given-names.tsv"))
        surnames = SurnameTable(lines: try TableFile.lines(of: "surnames.tsv"))
        syllables = SyllableTable(lines: try TableFile.lines(of: "syllables.tsv"))
        personWords = try PersonWordTable(lines: try TableFile.lines(of: "person-words.tsv"))
        organizationWords = try OrganizationWordTable(lines: try TableFile.lines(of: "organization-words.tsv"))
        countries = CountryNameTable(lines: try TableFile.lines(of: "countries.tsv"), letters: letters)
        places = PlaceTable(lines: try TableFile.lines(of: "places.tsv"), letters: letters)
    }

    /// The tables, read on first use and kept for the life of the process.
    package static func shipped() throws(ResolutionError) -> NameTables {
        switch loaded {
        case .success(let tables): return tables
        case .failure(let error): throw error
        }
    }

    private static let loaded = Result<NameTables, ResolutionError> { () throws(ResolutionError) in try NameTables() }
}

/// Given names: which spellings are one name, and which short forms it has.
struct GivenNameTable: Sendable {
    /// The lines that have a word as a spelling, and as a short form.
    private struct Entry: Sendable {
        var spellings: [Int32] = []
        var shortForms: [Int32] = []
    }

    /// How two given names belong together.
    enum Relation: Sendable {
        case spellings, shortForm
        /// Both are names, but different ones.
        case different
        /// One of them is not in the table.
        case unknown
    }

    private let entries: [[UInt8]: Entry]

    init(lines: [TableLine]) {
        var entries: [[UInt8]: Entry] = [:]
        for (number, line) in lines.enumerated() {
            for word in line[0].split(separator: " ") {
                entries[Array(word.utf8), default: Entry()].spellings.append(Int32(number))
            }
            guard line.count > 1 else { continue }
            for word in line[1].split(separator: " ") {
                entries[Array(word.utf8), default: Entry()].shortForms.append(Int32(number))
            }
        }
        self.entries = entries
    }

    func contains(_ word: [UInt8]) -> Bool { entries[word] != nil }

    /// Whether a word is a whole given name, not only a short form of one.
    func isWhole(_ word: [UInt8]) -> Bool { entries[word]?.spellings.isEmpty == false }

    func relation(_ first: [UInt8], _ second: [UInt8]) -> Relation {
        guard let one = entries[first], let two = entries[second] else { return .unknown }
        if one.spellings.contains(where: two.spellings.contains) { return .spellings }
        let all = one.spellings + one.shortForms
        return all.contains { two.spellings.contains($0) || two.shortForms.contains($0) } ? .shortForm : .different
    }
}

/// Surnames: those of East Asia with their romanisations, and common ones of Europe that resemble each other.
struct SurnameTable: Sendable {
    private struct Entry: Sendable {
        var lines: [Int32] = []
        var isEastAsian = false
        var isVietnamese = false
    }

    private let entries: [[UInt8]: Entry]

    init(lines: [TableLine]) {
        var entries: [[UInt8]: Entry] = [:]
        for (number, line) in lines.enumerated() where line.count > 1 {
            for word in line[1].split(separator: " ") {
                entries[Array(word.utf8), default: Entry()].lines.append(Int32(number))
                if line[0] != "eu" { entries[Array(word.utf8)]?.isEastAsian = true }
                if line[0] == "vi" { entries[Array(word.utf8)]?.isVietnamese = true }
            }
        }
        self.entries = entries
    }

    func isEastAsian(_ word: [UInt8]) -> Bool { entries[word]?.isEastAsian ?? false }

    /// Whether both are surnames, and of one line; nil where one is not in the table.
    func areOne(_ first: [UInt8], _ second: [UInt8]) -> Bool? {
        guard let one = entries[first], let two = entries[second] else { return nil }
        return one.lines.contains(where: two.lines.contains)
    }
}

/// Words of persons' names that are no name.
struct PersonWordTable: Sendable {
    private(set) var titles: Set<[UInt8]> = []
    private(set) var particles: Set<[UInt8]> = []
    private(set) var sons: Set<[UInt8]> = []
    private(set) var degrees: Set<[UInt8]> = []
    private(set) var suffixes: [[UInt8]: Int] = [:]

    init(lines: [TableLine]) throws(ResolutionError) {
        for line in lines {
            let words = line.count > 1 ? line[1].split(separator: " ").map { Array($0.utf8) } : []
            switch line[0] {
            case "title": titles.formUnion(words)
            case "particle": particles.formUnion(words)
            case "son": sons.formUnion(words)
            case "degree": degrees.formUnion(words)
            case "suffix": for word in words { suffixes[word] = line.count > 2 ? Int(line[2]) : nil }
            default: throw ResolutionError(table: "person-words.tsv", message: "no such kind: \(line[0])")
            }
        }
    }
}
