import GRDB

/// Moves what is in memory into the sorted tables, in the order of their keys and a few rows at each commit: many rows go
/// to one page then, where each would take a page of its own.
///
/// Everything that was there when it began is written; what changes meanwhile stays in memory and is the newer. Cut
/// short, it begins again, as the rows of `change` are there until it is done.
struct Fold: Sendable {
    /// What there was when it began.
    private let recent: Recent
    /// The last row of `change` that is in it.
    let sequence: Int64
    private var index = 0
    private var pairs: SortedMap<Recent.Mark>.Walk
    private var records: SortedMap<Recent.Held>.Walk
    private(set) var isWritten = false

    init(_ recent: Recent, sequence: Int64) {
        self.recent = recent
        self.sequence = sequence
        pairs = recent.pairs[0].walk()
        records = recent.records.walk()
    }

    /// Writes the next rows; `isWritten` once there are no more.
    mutating func step(_ db: Database, rows: Int) throws {
        var left = rows
        while left > 0, !isWritten {
            if index < PairIndex.allCases.count {
                if let (pair, mark) = pairs.next() {
                    try write(pair, mark, PairIndex.allCases[index], db)
                    left -= 1
                } else {
                    index += 1
                    if index < PairIndex.allCases.count { pairs = recent.pairs[index].walk() }
                }
            } else if let (_, held) = records.next() {
                try FormRows.write(held.record, db)
                left -= 3
            } else {
                isWritten = true
            }
        }
    }

    private func write(_ pair: Pair, _ mark: Recent.Mark, _ index: PairIndex, _ db: Database) throws {
        if mark.isPresent {
            try index.put(pair.first, pair.second, db)
        } else {
            try db.run(index.delete, numbers: [pair.first, pair.second])
        }
    }
}

extension PairIndex {
    /// Writes a pair to the table.
    func put(_ key: Int64, _ id: Int64, _ db: Database) throws { try db.run(insert, numbers: [key, id]) }

    private var insert: String { "INSERT OR IGNORE INTO \(table) (key, id) VALUES (?, ?)" }
    fileprivate var delete: String { "DELETE FROM \(table) WHERE key = ? AND id = ?" }
}
