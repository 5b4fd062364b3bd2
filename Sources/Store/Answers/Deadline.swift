import GRDB
import GRDBSQLite

/// Stops SQLite when the time for an answer is over.
enum Deadline {
    /// Runs the body; SQLite throws `SQLITE_INTERRUPT` out of it after the deadline.
    static func run<Answer>(
        _ db: Database, until deadline: ContinuousClock.Instant, _ body: () throws -> Answer
    ) throws -> Answer {
        guard ContinuousClock.now < deadline else { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
        return try withUnsafePointer(to: deadline) { pointer in
            // The pointer outlives the handler: it is taken away before this closure returns.
            sqlite3_progress_handler(
                db.sqliteConnection, 1_000,
                { context in
                    guard let context else { return 0 }
                    return ContinuousClock.now < context.load(as: ContinuousClock.Instant.self) ? 0 : 1
                }, UnsafeMutableRawPointer(mutating: pointer))
            defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
            return try body()
        }
    }
}
