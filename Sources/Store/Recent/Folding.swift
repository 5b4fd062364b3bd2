import Foundation
import GRDB

/// When what is in memory is written to the sorted tables, and how much at once.
struct Folding: Sendable {
    /// A store with fewer documents folds at each commit: the file shows everything at once.
    private static let smallStore = 1_000
    /// The most that is kept in memory, in pairs and counters.
    private static let most = 1_500_000
    /// The rows of one commit, at least.
    private static let leastRows = 1_024
    /// The rows of an idle moment.
    static let idleRows = 16_384
    /// The rows of `change` that one commit removes, at most.
    private static let removedAtOnce = 256

    /// The last row of `change`.
    private(set) var sequence: Int64
    private var fold: Fold?

    init(sequence: Int64) { self.sequence = sequence }

    /// Writes down what a transaction changes, and folds a bit of what was there before.
    ///
    /// - Parameters:
    ///   - recent: what is in memory without the changes.
    ///   - documents: how many there are: a sixteenth of them may wait, with about twelve rows each.
    /// - Returns: the row of `change` up to which memory can forget everything, if a fold is done.
    mutating func note(
        _ changes: Changes, on recent: Recent, documents: Int, _ db: Database
    ) throws -> Int64? {
        guard !changes.isEmpty else { return try step(Self.leastRows, db) }
        sequence += 1
        try db.run(
            "INSERT INTO change (sequence, body) VALUES (?, ?)", [sequence, Data(ChangeCoding.encode(changes))])
        // Counters that begin again must not be overtaken by older ones.
        if changes.clearsRecords || changes.clearsPlaces { fold = nil }
        let isSmall = documents < Self.smallStore
        if fold == nil, recent.count + changes.count > (isSmall ? 0 : min(documents * 3 / 4, Self.most)) {
            var all = recent
            all.apply(changes, sequence: sequence)
            fold = Fold(all, sequence: sequence)
        }
        return try step(isSmall ? .max : max(Self.leastRows, 4 * changes.count), db)
    }

    /// Folds in an idle moment.
    mutating func goOn(_ recent: Recent, rows: Int, _ db: Database) throws -> Int64? {
        if fold == nil { fold = Fold(recent, sequence: sequence) }
        return try step(rows, db)
    }

    private mutating func step(_ rows: Int, _ db: Database) throws -> Int64? {
        guard var fold else { return nil }
        try fold.step(db, rows: rows)
        self.fold = fold
        guard fold.isWritten else { return nil }
        // The oldest go first: what is left then still ends with what the tables have.
        try db.run(
            "DELETE FROM change WHERE sequence IN (SELECT sequence FROM change WHERE sequence <= ? ORDER BY 1 LIMIT ?)",
            [fold.sequence, Self.removedAtOnce])
        let rest = try db.value(Int64.self, "SELECT min(sequence) FROM change") ?? .max
        guard rest > fold.sequence else { return nil }
        self.fold = nil
        return fold.sequence
    }
}
