import GRDB

/// The forms that documents name, most documents first, then by id: from the rankings of the file and from memory at once.
struct RankingWalk {
    struct Filter {
        /// By number.
        var type: Int?
        var country: String?

        func holds(_ record: FormRecord) -> Bool {
            (type.map { $0 == record.type } ?? true) && (country.map { $0 == record.country } ?? true)
        }
    }

    /// One ranking of the file, with its next row.
    private struct Branch {
        let rows: RowCursor
        var next: (rank: Pair, form: Int64)?

        init(_ rows: RowCursor) throws {
            self.rows = rows
            try advance()
        }

        mutating func advance() throws {
            next = try rows.next().map { (Pair($0[0], $0[1]), $0[2]) }
        }
    }

    static let ofType = """
        SELECT rank, ordinal, form FROM ranking WHERE type = ? AND (rank, ordinal) > (?, ?) ORDER BY rank, ordinal
        """
    static let ofCountry = """
        SELECT rank, ordinal, form FROM country_ranking WHERE country = ? AND (rank, ordinal) > (?, ?)
            AND type = coalesce(?, type) ORDER BY rank, ordinal
        """

    private let lookup: Lookup
    private let filter: Filter
    private var branches: [Branch] = []
    private var recent: SortedMap<Recent.Held>.Walk
    private var nextRecent: FormRecord?
    /// How many rows were looked at.
    private(set) var steps = 0
    /// The rank of the row looked at last.
    private(set) var last: Pair?

    init(_ lookup: Lookup, _ filter: Filter, after rank: Pair?) throws {
        self.lookup = lookup
        self.filter = filter
        let after = rank ?? Pair(.min, .min)
        let start = after.second == .max ? Pair(after.first + 1, .min) : Pair(after.first, after.second + 1)
        recent = lookup.recent.ranked.walk(from: start)
        if let country = filter.country {
            let arguments: StatementArguments = [country, after.first, after.second, filter.type]
            branches = [try Branch(Row.fetchCursor(lookup.db, sql: Self.ofCountry, arguments: arguments))]
        } else {
            for type in EntityCode.types.indices where filter.type ?? type == type {
                branches.append(
                    try Branch(
                        Row.fetchCursor(
                            lookup.db, sql: Self.ofType, arguments: [type, after.first, after.second])))
            }
        }
        nextRecent = takeRecent()
    }

    /// The next form; nil at the end.
    mutating func next() throws -> FormRecord? {
        while true {
            let branch = branches.indices.filter { branches[$0].next != nil }
                .min { (branches[$0].next?.rank ?? Pair(.max)) < (branches[$1].next?.rank ?? Pair(.max)) }
            let folded = branch.flatMap { branches[$0].next }
            if let record = nextRecent, folded.map({ record.rank < $0.rank }) ?? true {
                nextRecent = takeRecent()
                last = record.rank
                return record
            }
            guard let branch, let folded else { return nil }
            try branches[branch].advance()
            steps += 1
            last = folded.rank
            // What memory has of a form is the newer.
            if lookup.recent.record(folded.form) != nil { continue }
            if let record = try FormRows.record(lookup.db, folded.form) { return record }
        }
    }

    private mutating func takeRecent() -> FormRecord? {
        while let (_, held) = recent.next() {
            steps += 1
            if filter.holds(held.record) { return held.record }
        }
        return nil
    }
}
