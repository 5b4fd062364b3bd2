import GRDB
import Wire

/// Entities by a part of a name, most documents first.
///
/// A part of three characters or more that few names have is found by `name_index`. Any other is met on a walk through the
/// ranking, which finds soon what is frequent, and stops after a bound: the page is shorter then, and the next one goes on.
struct NameSearch {
    /// How many names of the index are looked at before the ranking is walked instead.
    private static let mostNames = 3_000
    /// How many forms of the ranking a page looks at.
    private static let mostLookedAt = 8_000

    private let lookup: Lookup
    private let part: String
    private let filter: RankingWalk.Filter

    init(_ lookup: Lookup, part: String, _ filter: RankingWalk.Filter) {
        self.lookup = lookup
        self.part = part
        self.filter = filter
    }

    func page(after: Pair?, limit: Int) throws -> (page: Page<EntitySummary>, next: String?) {
        if let forms = try indexed() {
            let records = try forms.compactMap { try lookup.record($0) }
                .filter { $0.documents > 0 && filter.holds($0) && hasPart($0) && (after ?? Pair(.min)) < $0.rank }
                .sorted { $0.rank < $1.rank }
            return Store.page(Array(records.prefix(limit + 1)), limit: limit)
        }
        var walk = try RankingWalk(lookup, filter, after: after)
        var items: [FormRecord] = []
        while items.count <= limit, walk.steps < Self.mostLookedAt {
            guard let record = try walk.next() else { return Store.page(items, limit: limit) }
            if hasPart(record) { items.append(record) }
        }
        guard items.count <= limit else { return Store.page(items, limit: limit) }
        return (Page(items: items.map(EntityRows.summary)), walk.last.map(Store.token))
    }

    static let names = "SELECT rowid FROM name_index WHERE name_index MATCH ? LIMIT ?"

    /// The forms that have the part; nil where the index cannot tell, or has too many.
    private func indexed() throws -> [Int64]? {
        guard part.unicodeScalars.count >= 3 else { return nil }
        let quoted = "\"" + part.replacing("\"", with: "\"\"").filter { $0 != "\0" } + "\""
        let rows = try Int64.fetchAll(
            lookup.db, sql: Self.names, arguments: [quoted, Self.mostNames + 1])
        guard rows.count <= Self.mostNames else { return nil }
        var forms: [Int64] = []
        for form in rows.map(NameIndex.form) where forms.last != form { forms.append(form) }
        return forms
    }

    private func hasPart(_ record: FormRecord) -> Bool {
        record.namesInUse.contains { name in
            NameIndex.text(DocumentFacts.fold(name.text)).utf8.firstRange(of: part.utf8) != nil
        }
    }
}
