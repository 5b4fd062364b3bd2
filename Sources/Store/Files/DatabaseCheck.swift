import Foundation
import GRDB

/// Looks at a file before anything is changed in it.
enum DatabaseCheck {
    /// Marks the files of this program in SQLite's header: `EWSV`.
    static let applicationID = 0x4557_5356

    /// Throws where a path cannot be that of a database file: before anything is made there.
    static func place(_ path: String) throws(StoreError) {
        guard !path.isEmpty else { throw StoreError(.unusable, "The path of the database is empty: name a file.") }
        guard !path.hasPrefix(":"), !path.hasPrefix("file:") else {
            throw StoreError(
                .unusable, "\(path) is no path of a file, and what is only in memory would be lost: name a file.")
        }
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                let what = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a device or a pipe"
                throw StoreError(.unusable, "\(path) is \(what), no file: name a file.")
            }
        } else {
            let folder = URL(filePath: path).deletingLastPathComponent().path
            guard !path.hasSuffix("/"), stat(folder, &status) == 0 else {
                throw StoreError(.unusable, "\(path) cannot be made: there is no folder \(folder).")
            }
        }
    }

    /// Throws where the file belongs to something else or to a newer program. A missing or empty file is fine.
    ///
    /// - Parameter isOurs: whether a database without any table will not do.
    static func identity(
        path: String, advice: String = "choose another --database", isOurs: Bool = false
    ) throws(StoreError) {
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size > 0 else {
            return
        }
        let found: (application: Int, layout: Int, tables: Int)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            found = try DatabaseQueue(path: path, configuration: configuration).read { db in
                (
                    try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
                )
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreError(.foreign, "\(path) is not a SQLite database: \(advice).")
        } catch {
            throw StoreError(.unusable, "Cannot read \(path): \(error).")
        }
        guard found.application == applicationID || (!isOurs && found.application == 0 && found.tables == 0) else {
            throw StoreError(
                .foreign, "\(path) is the database of another application: \(advice).")
        }
        guard found.layout <= Schema.version else {
            throw StoreError(
                .newer,
                "\(path) has layout \(found.layout), this program knows \(Schema.version): use the newer program.")
        }
    }

    /// Throws where SQLite finds damage; called after an end that was not clean.
    static func integrity(_ db: Database, path: String) throws {
        let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard answer == "ok" else {
            throw StoreError(
                .damaged, "\(path) is damaged (\(answer)): restore a backup, or salvage it with sqlite3 .recover.")
        }
    }
}
