import Foundation
import GRDB

extension Store {
    /// Copies a database of an older layout before a migration changes it, all at once: nobody uses it yet.
    ///
    /// - Returns: where the copy is: `case.before-2.db` beside `case.db`. One of an earlier start that was cut short is
    ///   replaced.
    static func backUp(
        _ db: Database, _ path: String, before migration: String, _ options: StoreOptions
    ) throws(StoreError) -> String {
        let number = migration.prefix { $0 != " " }
        let file = BackupFile(
            path: URL(filePath: path).deletingPathExtension().path + ".before-\(number).db", of: path)
        do {
            try checkRoom(for: try bytes(of: db), at: file.path, reserve: options.minimumFreeBytes)
            try file.begin(like: path)
            try copyPages(of: db, into: file.partial)
            let newest = try BackupFile.Newest(db)
            let copy = try DatabaseQueue(path: file.partial)
            try copy.writeWithoutTransaction { db in
                try file.complete(db, command: "before \(migration)", newest: newest)
            }
            try copy.close()
            try file.publish()
            return file.path
        } catch {
            file.discard()
            throw StoreError(
                .unusable, "\(path) has an older layout, and no copy could be made before it is changed: \(error)")
        }
    }

    private static func copyPages(of db: Database, into path: String) throws {
        let copy = try PageCopy(of: db, into: path)
        defer { copy.end() }
        while try !copy.step(pages: pagesAtOnce).isComplete {}
    }
}
