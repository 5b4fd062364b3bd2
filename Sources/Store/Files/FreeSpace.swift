import Foundation

/// What may still be written, by what the disk has left: the reserve is for what is in work and for the log, and half of it
/// for nothing but the log.
enum Space: Sendable {
    case enough
    /// What is in work may be stored: nothing new is taken or given out.
    case reserve
    /// Nothing that makes the file grow.
    case none

    init(free: UInt64, reserve: UInt64) {
        self = free >= reserve ? .enough : free >= reserve / 2 ? .reserve : .none
    }
}

/// What the file system of a path has left.
package enum FreeSpace {
    /// In bytes, for an ordinary user; nil where the system does not say.
    package static func bytes(at path: String) -> UInt64? {
        var information = statvfs()
        // A file that was removed leaves its folder.
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard statvfs(path, &information) == 0 || statvfs(folder, &information) == 0 else { return nil }
        return UInt64(information.f_bavail) * UInt64(information.f_frsize)
    }
}
