import Foundation
import GRDB

/// What a restore did.
package struct Restored: Sendable {
    package let documents: Int
    /// Where the database that was there before lies now; nil where there was none.
    package let replaced: String?
}

extension Store {
    private static func unfinished(_ path: String) -> String { path + ".restoring" }

    /// Puts a backup in the place of a database that no service holds; what was there is kept under another name.
    ///
    /// The backup itself stays as it is. The service draws a new epoch when it opens the copy.
    /// - Parameters:
    ///   - backup: a file made by `backUp`, or by `.backup` of the program sqlite3.
    ///   - now: Unix milliseconds, for the name of what is replaced.
    /// - Throws: why the backup was not put in place, in a sentence for the operator; the database is as it was.
    package static func restore(_ backup: String, to path: String, now: Int64) throws(StoreError) -> Restored {
        try DatabaseCheck.place(path)
        let path = FileLock.behindLink(path)
        try checkBackup(backup)
        let manager = FileManager.default
        let isNew = !manager.fileExists(atPath: path)
        let hadLock = manager.fileExists(atPath: path + ".lock")
        let lockBeside = try FileLock(path: path + ".lock")
        defer { lockBeside.release() }
        let lock = isNew ? nil : try FileLock(path: path)
        defer { lock?.release() }
        do {
            let documents = try copy(backup, to: unfinished(path))
            giveToOwner(of: path, unfinished(path), path + ".lock")
            let replaced = try setAside(path, now: now)
            guard rename(unfinished(path), path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            try FileSync.folder(of: path)
            return Restored(documents: documents, replaced: replaced)
        } catch {
            removeUnfinished(path)
            if isNew, !hadLock { unlink(path + ".lock") }
            if let error = error as? StoreError { throw error }
            throw StoreError(
                .unusable, "Cannot put \(backup) in the place of \(path): \(words(for: error)). All is as it was.")
        }
    }

    private static func removeUnfinished(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(unfinished(path) + suffix) }
    }

    /// What the system or SQLite says, without their codes.
    private static func words(for error: any Error) -> String {
        if let error = error as? DatabaseError { return error.message ?? "\(error.resultCode)" }
        let inner = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
        guard inner.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
        return String(cString: strerror(Int32(inner.code)))
    }

    /// Throws where a restore was cut short: a service that began with an empty database now would seem to have lost all.
    static func checkRestored(path: String) throws(StoreError) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: unfinished(path)), !manager.fileExists(atPath: path) else { return }
        throw StoreError(
            .unusable, "A restore of \(path) was cut short: run entitywire-service --restore with the backup once more."
        )
    }

    private static func checkBackup(_ backup: String) throws(StoreError) {
        var status = stat()
        guard stat(backup, &status) == 0 else {
            let words = errno == ENOENT ? "There is no backup" : "\(String(cString: strerror(errno))):"
            throw StoreError(.unusable, "\(words) \(backup).")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.unusable, "\(backup) is no file.") }
        guard status.st_size > 0 else { throw StoreError(.unusable, "The backup \(backup) is empty.") }
        let log = (try? FileManager.default.attributesOfItem(atPath: backup + "-wal")[.size] as? Int) ?? 0
        guard log == 0 else {
            throw StoreError(
                .unusable,
                "\(backup) has a log beside it (\(backup)-wal): it is a database in use, not a backup. Make one with "
                    + "entitywire backup.")
        }
        try DatabaseCheck.identity(path: backup, advice: "choose a backup of EntityWire", isOurs: true)
    }

    /// Copies and checks; the number of documents.
    private static func copy(_ backup: String, to path: String) throws -> Int {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
        try FileManager.default.copyItem(atPath: backup, toPath: path)
        let queue = try DatabaseQueue(path: path)
        let documents = try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
            try DatabaseCheck.integrity(db, path: backup)
            // A copy made with another tool is told from its database by this alone.
            try CopyMark.set(db, command: "restore")
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM document WHERE deleted = 0") ?? 0
        }
        try queue.close()
        try FileSync.file(path)
        return documents
    }

    /// Where root restores for a service that is another user, that one must be able to open the files: they go to the owner
    /// of the database, or of its folder. Nobody else can give files away, nor needs to.
    private static func giveToOwner(of path: String, _ files: String...) {
        var status = stat()
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard geteuid() == 0, stat(path, &status) == 0 || stat(folder, &status) == 0 else { return }
        for file in files { chown(file, status.st_uid, status.st_gid) }
    }

    /// Renames a database together with its log, which the new file must not inherit, to names that nothing has.
    private static func setAside(_ path: String, now: Int64) throws -> String? {
        let manager = FileManager.default
        let stem = "\(path).replaced-\(now / 1_000)"
        var replaced = stem
        var number = 2
        while manager.fileExists(atPath: replaced) || manager.fileExists(atPath: replaced + "-wal") {
            replaced = "\(stem)-\(number)"
            number += 1
        }
        let there = ["", "-wal"].filter { manager.fileExists(atPath: path + $0) }
        for suffix in there { try manager.moveItem(atPath: path + suffix, toPath: replaced + suffix) }
        unlink(path + "-shm")
        return there.contains("") ? replaced : nil
    }
}
