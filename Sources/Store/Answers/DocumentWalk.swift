import Foundation
import GRDB

/// All documents by key, deleted ones too.
struct DocumentWalk {
    private let lookup: Lookup
    private let after: Data?
    private var pairs: PairWalk
    /// Documents whose keys begin with the same 64 bits, in order.
    private var group: [(id: Int64, key: Data)] = []
    private var nextPair: Pair?
    /// How many were given.
    private(set) var count = 0
    private var lastKeys: [Data] = []

    /// The key of the one before the last that was given; where nothing more came, of the last.
    var keyBefore: Data? { lastKeys.first }

    init(_ lookup: Lookup, after: Data?) throws {
        self.lookup = lookup
        self.after = after
        pairs = try lookup.walk(.documentKey, from: Pair(after.map { Ordinal.of(key: $0) } ?? .min, .min))
        nextPair = try pairs.next()
    }

    mutating func next() throws -> (id: Int64, key: Data)? {
        while group.isEmpty {
            guard let first = nextPair else { return nil }
            while let pair = nextPair, pair.first == first.first {
                let key = try lookup.db.value(Data.self, "SELECT key FROM document WHERE id = ?", [pair.second])
                if let key, after.map({ $0.lexicographicallyPrecedes(key) }) ?? true {
                    group.append((pair.second, key))
                }
                nextPair = try pairs.next()
            }
            group.sort { $1.key.lexicographicallyPrecedes($0.key) }
        }
        guard let document = group.popLast() else { return nil }
        count += 1
        lastKeys = (lastKeys + [document.key]).suffix(2)
        return document
    }
}
