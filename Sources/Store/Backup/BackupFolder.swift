import Foundation
package import Wire

/// The one folder that backups are written to: whoever may ask for one writes nowhere else on the service's disk.
package struct BackupFolder: Sendable {
    private static let longestName = 100
    /// Endings that belong to SQLite, to the lock, or to what is unfinished.
    private static let reservedEndings = ["-wal", "-shm", "-journal", ".lock", ".partial", ".restoring"]

    /// Where it is.
    package let path: String
    /// The folder beside the database is made when it is needed; one that the operator chose has to be there.
    private let isMadeWhenNeeded: Bool
    private let database: String

    /// - Parameter path: the operator's choice; nil is `backups` beside the database.
    package init(_ path: String?, beside database: String) {
        let folder = URL(filePath: database).deletingLastPathComponent()
        self.path = path.map { URL(filePath: $0).path } ?? folder.appending(path: "backups").path
        self.database = database
        isMadeWhenNeeded = path == nil
    }

    /// Whether a folder that the operator chose is not there.
    package var isMissing: Bool { !isMadeWhenNeeded && !exists }

    var exists: Bool {
        var isFolder = ObjCBool(false)
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The path of a backup in this folder, which is made if need be.
    ///
    /// - Throws: `bad_field` where the name is none, or where the folder is not there.
    package func place(for name: String) throws(WireError) -> String {
        guard Self.isName(name) else {
            throw .badField(
                "file",
                "\(name.prefix(40)) is no name of a backup: write letters, digits, dots, dashes and underscores, at most "
                    + "\(Self.longestName), without a folder; the service puts the file into \(path).")
        }
        if !exists, isMadeWhenNeeded {
            try? FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        }
        guard exists else {
            throw .badField(
                "file", "The folder \(path) of the service's host is not there: make it, or mount it, for the service.")
        }
        return URL(filePath: path).appending(path: name).path
    }

    /// Removes what an end of the service in the middle of a backup left behind.
    package func removeUnfinished() {
        let suffix = BackupFile.partialSuffix(of: database)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        where name.hasSuffix(suffix) || name.hasSuffix(suffix + "-journal") {
            unlink(URL(filePath: path).appending(path: name).path)
        }
    }

    private static func isName(_ name: String) -> Bool {
        func isLetterOrDigit(_ byte: UInt8) -> Bool {
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        }
        guard let first = name.utf8.first, isLetterOrDigit(first), name.utf8.count <= longestName else { return false }
        return name.utf8.allSatisfy { isLetterOrDigit($0) || [UInt8](".-_".utf8).contains($0) }
            && !reservedEndings.contains(where: name.hasSuffix)
    }
}
