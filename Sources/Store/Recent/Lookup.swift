import GRDB

/// What the file and memory know together: the pairs of the indexes and the counters of forms.
struct Lookup {
    let db: Database
    var recent: Recent

    /// The ids that stand behind a key.
    func ids(_ index: PairIndex, _ key: Int64) throws -> [Int64] {
        var marks: [(id: Int64, isPresent: Bool)] = []
        for (pair, mark) in recent.pairs[index.rawValue].walk(from: Pair(key, .min)) {
            guard pair.first == key else { break }
            marks.append((pair.second, mark.isPresent))
        }
        // The id of a form stands for one form: what memory has, the file need not be asked.
        if index == .formKey, let mark = marks.first { return [mark.id] }
        let statement = try db.cachedStatement(sql: index.select)
        let folded = try Int64.fetchAll(statement, arguments: [key])
        return folded.filter { id in !marks.contains { $0.id == id } } + marks.filter(\.isPresent).map(\.id)
    }

    /// The pairs from one on, in order.
    func walk(_ index: PairIndex, from pair: Pair, through last: Int64 = .max) throws -> PairWalk {
        let rows = try Row.fetchCursor(
            db, sql: index.walk,
            arguments: [pair.first, pair.second, last])
        return try PairWalk(folded: rows, recent: recent.pairs[index.rawValue].walk(from: pair), last: last)
    }

    /// The counters of a form; nil where there is no such form.
    func record(_ form: Int64) throws -> FormRecord? {
        if let record = recent.record(form) { return record }
        return try FormRows.record(db, form)
    }

    /// The form with an id of 64 bits.
    func form(global: Int64) throws -> Int64? { try ids(.formKey, Ordinal.of(global)).first }
}

extension PairIndex {
    var select: String { "SELECT id FROM \(table) WHERE key = ?" }
    var walk: String { "SELECT key, id FROM \(table) WHERE (key, id) >= (?, ?) AND key <= ? ORDER BY key, id" }
}

/// The pairs of an index in order, from the file and from memory at once.
struct PairWalk {
    private let folded: RowCursor
    private var recent: SortedMap<Recent.Mark>.Walk
    private let last: Int64
    private var nextFolded: Pair?
    private var nextRecent: (key: Pair, value: Recent.Mark)?

    fileprivate init(folded: RowCursor, recent: SortedMap<Recent.Mark>.Walk, last: Int64) throws {
        self.folded = folded
        self.recent = recent
        self.last = last
        nextFolded = try folded.next().map { Pair($0[0], $0[1]) }
        advanceRecent()
    }

    mutating func next() throws -> Pair? {
        while true {
            guard let marked = nextRecent else { return try takeFolded() }
            if let pair = nextFolded, pair < marked.key { return try takeFolded() }
            if nextFolded == marked.key { _ = try takeFolded() }
            advanceRecent()
            if marked.value.isPresent { return marked.key }
        }
    }

    private mutating func takeFolded() throws -> Pair? {
        guard let pair = nextFolded else { return nil }
        nextFolded = try folded.next().map { Pair($0[0], $0[1]) }
        return pair
    }

    private mutating func advanceRecent() {
        nextRecent = recent.next()
        if let pair = nextRecent, pair.key.first > last { nextRecent = nil }
    }
}
