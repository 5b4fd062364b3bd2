import Foundation
import Synchronization

/// Keeps a second service away from a database: an exclusive `flock`, freed by the system even when the process is killed.
///
/// It is taken on the database file itself, which nobody removes by the way, and on a file beside it, as programs of before
/// did. SQLite's own locks are of another kind; but closing any descriptor of a file frees those of the whole process, so
/// the lock on the database is released after SQLite has closed it.
final class FileLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// - Parameter mode: the permissions of a file that is made.
    /// - Throws: `locked` where another process holds the file, `unusable` where it cannot be made.
    init(path: String, mode: mode_t = 0o644) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw StoreError(.unusable, "Cannot open \(path): \(String(cString: strerror(errno))).")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            guard code == EWOULDBLOCK else {
                throw StoreError(.unusable, "Cannot lock \(path): \(String(cString: strerror(code))).")
            }
            throw StoreError(
                .locked,
                "Another service holds the database (its lock is \(path)): stop that one or choose another --database.")
        }
        self.descriptor = Mutex(descriptor)
    }

    /// The file that a link of that name leads to, so that one file has one lock; the path itself where it is no link.
    static func behindLink(_ path: String) -> String {
        guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil else { return path }
        return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    deinit { release() }

    /// What the system says of the file that is held; nil once it is released.
    var status: stat? {
        descriptor.withLock { held in
            var status = stat()
            guard let held, fstat(held, &status) == 0 else { return nil }
            return status
        }
    }

    /// Whether some bytes stand in a part of the file; true where that cannot be read.
    func holds(_ bytes: [UInt8], within length: Int, from offset: Int) -> Bool {
        descriptor.withLock { held in
            guard let held else { return true }
            var part = [UInt8](repeating: 0, count: length)
            let count = pread(held, &part, length, off_t(offset))
            guard count >= 0 else { return true }
            return part[..<count].firstRange(of: bytes) != nil
        }
    }

    /// Lets the next service in.
    func release() {
        descriptor.withLock { held in
            if let held { close(held) }
            held = nil
        }
    }
}
