import Foundation

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
