import GRDB
import GRDBSQLite

/// Copies a database into a new file, a few pages at a time, while its connection goes on writing in between.
///
/// What that connection writes meanwhile reaches the copy too, as SQLite's online backup promises
/// (https://sqlite.org/c3ref/backup_finish.html): the copy holds the state of the last step, and is never begun again
/// because of a write.
// Safe because every call is made on the writing connection's queue, one at a time.
final class PageCopy: @unchecked Sendable {
    private var target: SQLiteConnection?
    private var backup: OpaquePointer?

    /// How much is copied, in pages.
    struct Progress: Sendable {
        var done: Int
        var total: Int
        var isComplete: Bool
    }

    /// - Parameters:
    ///   - source: the connection that writes.
    ///   - path: an empty file.
    init(of source: Database, into path: String) throws {
        do {
            try check(sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil))
            // The last step must not make the writer wait for the disk: whoever completes the file syncs it.
            try check(sqlite3_exec(target, "PRAGMA synchronous = OFF", nil, nil, nil))
            backup = sqlite3_backup_init(target, "main", source.sqliteConnection, "main")
            if backup == nil { try check(sqlite3_errcode(target)) }
        } catch {
            end()
            throw error
        }
    }

    /// Copies the next pages. Once it says complete, the file holds the database as it is now.
    func step(pages: Int32) throws -> Progress {
        let code = sqlite3_backup_step(backup, pages)
        guard code == SQLITE_DONE || code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errstr(code)))
        }
        let total = Int(sqlite3_backup_pagecount(backup))
        return Progress(
            done: total - Int(sqlite3_backup_remaining(backup)), total: total, isComplete: code == SQLITE_DONE)
    }

    /// Closes the copy, complete or not. To be called once, before the source is closed.
    func end() {
        sqlite3_backup_finish(backup)
        backup = nil
        sqlite3_close_v2(target)
        target = nil
    }

    private func check(_ code: Int32) throws {
        guard code != SQLITE_OK else { return }
        throw DatabaseError(
            resultCode: ResultCode(rawValue: code), message: target.map { String(cString: sqlite3_errmsg($0)) })
    }
}
