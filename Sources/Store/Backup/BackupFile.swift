import Foundation
import GRDB

/// A copy of the database that is being made under another name until it is whole.
struct BackupFile: Sendable {
    /// The newest rows, which a copy must hold too; found without counting, as the writer waits meanwhile.
    struct Newest: Sendable, Equatable {
        var document: Int
        var submission: Int
        var result: Int
        /// The last sequence number of the feed.
        var event: Int

        init(_ db: Database) throws {
            func largest(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            document = try largest("SELECT max(id) FROM document")
            submission = try largest("SELECT max(document) FROM submission")
            result = try largest("SELECT max(id) FROM result")
            event = try largest("SELECT seq FROM sqlite_sequence WHERE name = 'event'")
        }
    }

    /// What went wrong with a copy, for the operator.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// The copy's name once it is whole.
    let path: String
    let partial: String

    /// - Parameter database: the file that is copied; its name in the partial file's tells whose that is.
    init(path: String, of database: String) {
        self.path = path
        partial = path + Self.partialSuffix(of: database)
    }

    static func partialSuffix(of database: String) -> String {
        ".\(URL(filePath: database).lastPathComponent).partial"
    }

    /// Makes the empty file, with the permissions of the database; for its owner alone where that is gone.
    func begin(like database: String) throws {
        discard()
        let mode = (try? FileManager.default.attributesOfItem(atPath: database))?[.posixPermissions] ?? 0o600
        guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: mode])
        else { throw Problem(description: "cannot write \(partial)") }
    }

    /// Turns the copied pages into a database of its own: one file without a log, checked, marked as a copy, with another
    /// epoch.
    ///
    /// - Parameters:
    ///   - command: the command that asked for it: the copy remembers it.
    ///   - newest: what the source held at the last step.
    func complete(_ db: Database, command: String, newest: Newest) throws {
        try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
        let damage = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard damage == "ok" else { throw Problem(description: "the copy is damaged (\(damage))") }
        guard try Newest(db) == newest else {
            throw Problem(description: "the copy does not hold what the database holds")
        }
        try db.inTransaction {
            try CopyMark.set(db, command: command)
            try CopyMark.renewEpoch(db)
            try db.execute(sql: "UPDATE meta SET value = '1' WHERE name = 'clean'")
            return .commit
        }
        try FileSync.file(partial)
    }

    /// Gives the complete file its name.
    func publish() throws {
        guard rename(partial, path) == 0 else {
            throw Problem(description: "cannot rename \(partial): \(String(cString: strerror(errno)))")
        }
        try FileSync.folder(of: path)
    }

    /// Removes what is unfinished, if anything is there.
    func discard() {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(partial + suffix) }
    }
}
