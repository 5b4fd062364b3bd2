import GRDB
import Wire

/// Documents in the order of the list, found by one walk: through the places of all, or through the rows of `text_index`
/// that have every word and tag. FTS5 gives those in the order of their numbers, which are the places.
struct DocumentSearch {
    private var conditions: [String] = []
    private var first: Int64 = 0
    private var last: Int64 = .max

    init() {}

    /// - Parameter word: an expression of FTS5.
    mutating func add(word: String) { conditions.append("({body title} : \(word))") }

    /// One of these must be there.
    mutating func add(tags: [IndexRow.Tag]) {
        conditions.append("(tags : (\(tags.map { "\"\($0.word)\"" }.joined(separator: " OR "))))")
    }

    mutating func limit(from place: Int64) { first = max(first, place) }
    mutating func limit(through place: Int64) { last = min(last, place) }

    static let found = """
        SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid
        """
    private static let foundBackwards = found + " DESC"

    /// The documents in the order of the list, or from its end.
    func hits(_ lookup: Lookup, fromEnd: Bool = false) throws -> DocumentHits {
        if conditions.isEmpty || first > last {
            let walk = try lookup.walk(.documentPlace, from: Pair(min(first, last), .min), through: last)
            return DocumentHits(lookup: lookup, source: first > last ? .nothing : .all(walk))
        }
        let places = try Int64.fetchCursor(
            lookup.db, sql: fromEnd ? Self.foundBackwards : Self.found,
            arguments: [conditions.joined(separator: " AND "), first, last])
        return DocumentHits(lookup: lookup, source: .indexed(places))
    }

    /// The documents up to a limit.
    func ids(_ lookup: Lookup, limit: Int, fromEnd: Bool = false) throws -> [Int64] {
        var hits = try hits(lookup, fromEnd: fromEnd)
        var ids: [Int64] = []
        while ids.count < limit, let id = try hits.next() { ids.append(id) }
        return ids
    }

    /// The rows of a page.
    func items(_ lookup: Lookup, limit: Int) throws -> [DocumentRows.Item] {
        let pinned = try Writing.pinned(lookup.db)?.id
        return try ids(lookup, limit: limit).compactMap {
            try DocumentRows.fetch(lookup.db, document: $0, extractor: pinned)
        }
    }
}

/// What a search finds, one document after the other: nothing is looked at that is not asked for.
struct DocumentHits {
    fileprivate enum Source {
        case nothing
        case all(PairWalk)
        case indexed(FastDatabaseValueCursor<Int64>)
    }

    fileprivate let lookup: Lookup
    fileprivate var source: Source

    mutating func next() throws -> Int64? {
        switch source {
        case .nothing: return nil
        case .all(var walk):
            defer { source = .all(walk) }
            return try walk.next()?.second
        case .indexed(let places):
            while let place = try places.next() {
                // What was committed after the question began has no place in its memory.
                if let id = try lookup.ids(.documentPlace, place).first { return id }
            }
            return nil
        }
    }
}
