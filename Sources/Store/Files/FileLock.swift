import Foundation
import Synchronization

/// Keeps a second service away from a database: an exclusive `flock` on a file beside it, freed by the system even when
/// the process is killed.
final class FileLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// - Throws: `locked` where another process holds the file, `unusable` where it cannot be made.
    init(path: String) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StoreError(.unusable, "Cannot open the lock file \(path): \(String(cString: strerror(errno))).")
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

    /// Lets the next service in.
    func release() {
        descriptor.withLock { held in
            if let held { close(held) }
            held = nil
        }
    }
}
