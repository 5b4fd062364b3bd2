import Foundation

/// Waits until the disk has what was written.
enum FileSync {
    static func file(_ path: String) throws { try sync(path, O_RDONLY) }

    /// What was made, renamed or removed in the folder that holds a file.
    static func folder(of path: String) throws {
        try sync(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
    }

    private static func sync(_ path: String, _ flags: Int32) throws {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
