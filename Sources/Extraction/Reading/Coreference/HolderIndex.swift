import Annotation

/// The roles of a document by the head of the office, to find whom `the minister` means.
struct HolderIndex {
    struct Entry {
        var entity: Int
        /// The words of the office with those of the names in it, folded.
        var words: Set<String>
        var isDeputy: Bool
        var country: String?
        var organization: Int?
        var domains: WordClasses
        /// The token where the text gives the role.
        var token: Int
    }

    /// In order of `token`.
    private(set) var entries: [Entry] = []
    private var byHead: [String: [Int]] = [:]
    private var byWord: [String: [Int]] = [:]
    private static let limit = 64

    init(_ finder: OfficeHolders, builder: RoleBuilder) {
        var found: [(entry: Entry, head: String)] = []
        for held in finder.holders {
            let phrase = finder.phrases[held.phrase]
            // The Irish counterpart of a prime minister is one.
            let named = HolderIndex.counterpart(held.phrase, in: finder) ?? phrase
            let role = builder.role(of: phrase, holder: finder.view.mentions[held.mention].entity)
            let words = HolderIndex.words(of: named, from: named.tokens.lowerBound, in: finder.view)
            let entry = Entry(
                entity: role.holder, words: words, isDeputy: HolderIndex.isDeputy(phrase, in: finder.view),
                country: role.country, organization: role.organization, domains: phrase.domains,
                token: max(phrase.head, finder.view.mentions[held.mention].tokens.lowerBound))
            found.append((entry, HolderIndex.head(of: named, in: finder.view)))
        }
        found.sort { ($0.entry.token, $0.entry.entity) < ($1.entry.token, $1.entry.entity) }
        for one in found { add(one.entry, head: one.head) }
    }

    /// The office before `his counterpart` in the sentence.
    private static func counterpart(_ phrase: Int, in finder: OfficeHolders) -> OfficePhrase? {
        let head = finder.phrases[phrase].head
        guard phrase > 0, finder.view.is(head, "counterpart"),
            finder.view.areInOneSentence(finder.phrases[phrase - 1].head, head)
        else { return nil }
        return finder.phrases[phrase - 1]
    }

    private mutating func add(_ entry: Entry, head: String) {
        let number = entries.count
        entries.append(entry)
        if byHead[head, default: []].count < Self.limit { byHead[head, default: []].append(number) }
        for word in entry.words where byWord[word, default: []].count < Self.limit {
            byWord[word, default: []].append(number)
        }
    }

    /// The last entries before a token.
    func entries(before token: Int, limit: Int) -> ArraySlice<Entry> {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].token < token { low = middle + 1 } else { high = middle }
        }
        return entries[max(low - limit, 0)..<low]
    }

    /// The entries under a head.
    func entries(head: String) -> [Entry] { (byHead[head] ?? []).map { entries[$0] } }

    /// The entries with one of the words.
    func entries(words: Set<String>) -> [Entry] {
        Set(words.flatMap { byWord[$0] ?? [] }).sorted().map { entries[$0] }
    }

    // MARK: Words

    /// The head without its plural or prefix: `minister` of `ex-ministers`.
    static func head(of phrase: OfficePhrase, in view: DocumentView) -> String {
        let word = view.word(phrase.head)
        let part = word.split(separator: "-").last.map(String.init) ?? word
        if premiers.contains(part) || (part == "minister" && view.is(phrase.head - 1, "prime")) {
            return "premier"
        }
        if part == "justice" { return "judge" }
        if part == "general", phrase.head > phrase.office.lowerBound { return "secretary general" }
        if view[phrase.head].contains(.plural) {
            return part.hasSuffix("men") ? part.dropLast(3) + "man" : String(part.dropLast())
        }
        return part
    }

    private static let premiers: Set<String> = ["premier", "pm"]

    /// The folded words that say which office it is.
    static func words(of phrase: OfficePhrase, from start: Int, in view: DocumentView) -> Set<String> {
        let empty: WordClasses = [
            .article, .indefinite, .determiner, .officePreposition, .coordinator, .officeEpithet, .genitive,
        ]
        return Set(
            (start..<phrase.tokens.upperBound).filter {
                view[$0].contains(.word) && view[$0].isDisjoint(with: empty)
            }
            .flatMap {
                view.word($0).split(separator: "-").map { OrganizationWords.synonyms[String($0)] ?? String($0) }
            })
    }

    static func isDeputy(_ phrase: OfficePhrase, in view: DocumentView) -> Bool {
        phrase.tokens.contains { view[$0].contains(.deputyOffice) }
    }
}
