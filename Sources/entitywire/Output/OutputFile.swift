import Foundation
import Glibc
import Synchronization

/// A file that takes its name only when it is complete.
final class OutputFile: Sendable {
    private let path: String
    private let temporary: String
    private let handle: Mutex<FileHandle>

    /// Throws a `Failure` where the file cannot be made.
    init(_ path: String) throws {
        self.path = path
        temporary = "\(path).part"
        guard FileManager.default.createFile(atPath: temporary, contents: nil),
            let handle = FileHandle(forWritingAtPath: temporary)
        else {
            throw Failure(.usage, "\(path) cannot be written: check the folder and its permissions.")
        }
        self.handle = Mutex(handle)
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try handle.withLock { try $0.write(contentsOf: bytes) }
        } catch {
            throw Failure(.usage, "\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// Closes the file and gives it its name, in place of an older one.
    func commit() throws {
        do {
            try handle.withLock { try $0.close() }
            guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            throw Failure(.usage, "\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
