/// Looks up countries by their names and by what their people are called.
///
/// Case does not matter but for short forms in capitals: `US` is a country, `us` is not. A leading article is ignored.
public enum Countries {
    /// The ISO 3166-1 alpha-2 code (`XK` for Kosovo) of a country's name in English: `Ukraine`, `the U.S.`, `Ivory Coast`.
    public static func code(forName name: String) -> String? { code(for: name, in: index.names) }

    /// The code of the country that an adjective or a word for its people belongs to: `Ukrainian`, `Poles`, `Saudi`.
    public static func code(forDemonym word: String) -> String? {
        code(for: word, in: index.people)
            ?? singulars(of: word).lazy.compactMap { code(for: $0, in: index.people) }.first
    }

    /// The usual English name of a country.
    public static func name(forCode code: String) -> String? { index.usual[code] }

    /// Whether a word is for people of any nation, faith or party, of one country or of none.
    package static func isPeople(_ word: String) -> Bool {
        code(forDemonym: word) != nil || index.groups.contains(word)
            || singulars(of: word).contains { index.groups.contains($0) }
    }

    /// Every name with its code, in the order of the table.
    package static var allNames: [(name: String, code: String)] {
        rows.flatMap { row in row.names.map { ($0, row.code) } }
    }

    /// Every word for people, plurals included, in the order of the table.
    package static var allPeople: [String] {
        let words = rows.flatMap(\.people) + groupWords
        return words.flatMap { word in plural(of: word).map { [word, $0] } ?? [word] }
    }

    // MARK: Tables

    private struct Row {
        let code: String
        let names: [String]
        let people: [String]
    }

    private struct Index {
        var names: [String: String] = [:]
        var people: [String: String] = [:]
        var usual: [String: String] = [:]
        var groups: Set<String> = []
    }

    private static let rows: [Row] = CountryTable.rows.split(separator: "\n").map { line in
        let columns = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let others = columns[2].split(separator: ",").map(String.init)
        return Row(
            code: columns[0], names: [columns[1]] + others, people: columns[3].split(separator: ",").map(String.init))
    }

    private static let groupWords = CountryTable.groups.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let index: Index = {
        var index = Index()
        for row in rows {
            index.usual[row.code] = row.names[0]
            for name in row.names { index.names[key(name)] = row.code }
            for word in row.people { index.people[key(word)] = row.code }
        }
        index.groups = Set(groupWords)
        return index
    }()

    private static func code(for word: String, in table: [String: String]) -> String? {
        table[key(word)]
    }

    /// Short forms in capitals as they are, all else in lower case and without the article.
    private static func key(_ name: String) -> String {
        var text = name[...]
        if text.hasPrefix("the ") || text.hasPrefix("The ") { text = text.dropFirst(4) }
        let isShort =
            text.utf8.filter { $0 != 0x2E }.count <= 4 && text.utf8.allSatisfy { $0 == 0x2E || (65...90).contains($0) }
        let isInner = text.utf8.count <= 3
        return isShort || isInner ? String(text) : text.lowercased()
    }

    private static func plural(of word: String) -> String? {
        let lower = word.lowercased()
        let endings = ["ese", "ish", "ch", "men", "ss", "ois", "yz", "be", "bé", "ic"]
        return endings.contains(where: lower.hasSuffix) || lower.hasSuffix("s") ? nil : word + "s"
    }

    private static func singulars(of word: String) -> [String] {
        guard word.hasSuffix("s") || word.hasSuffix("S") else { return [] }
        return [String(word.dropLast())]
    }
}
