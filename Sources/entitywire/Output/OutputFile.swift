import CommandSupport
import Foundation
import Glibc
import Synchronization

/// A file that takes its name only when it is complete.
///
/// A link stays and the file behind it is replaced; what is no file, such as `/dev/stdout` or a pipe, is written to as it is.
final class OutputFile: Sendable {
    private let path: String
    /// Where the file is to lie, links followed.
    private let target: String
    /// What is written to before it takes its name; nil where it has its name already.
    private let temporary: String?
    private let descriptor: Mutex<Int32?>

    /// Throws a `Failure` where the file cannot be made.
    init(_ path: String) throws {
        self.path = path
        target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        var status = stat()
        let isThere = stat(target, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR {
            throw Failure(.usage, "\(path) is a folder: name a file.")
        }
        // A process id is not enough: containers that share a disk all begin with the same ones.
        let suffix = String(UInt64.random(in: 0...UInt64.max), radix: 36)
        temporary = isThere && status.st_mode & S_IFMT != S_IFREG ? nil : "\(target).part-\(suffix)"
        let descriptor = open(
            temporary ?? target, O_WRONLY | O_CLOEXEC | (temporary == nil ? 0 : O_CREAT | O_TRUNC), 0o644)
        guard descriptor >= 0 else {
            throw Failure(.usage, "\(path) cannot be written: \(String(cString: strerror(errno))).")
        }
        self.descriptor = Mutex(descriptor)
    }

    deinit { discard() }

    /// Closes the file and removes what was written of it.
    func discard() {
        guard close() != nil else { return }
        if let temporary { unlink(temporary) }
    }

    func write(_ bytes: [UInt8]) throws {
        try descriptor.withLock { descriptor in
            guard let descriptor else { return }
            let (_, error) = Descriptor.write(bytes, to: descriptor)
            if error != 0 { throw Failure.output(error, path) }
        }
    }

    /// Closes the file and gives it its name, in place of an older one.
    func commit() throws {
        guard let result = close() else { return }
        if result == 0, temporary.map({ rename($0, target) }) ?? 0 == 0 { return }
        let error = errno
        if let temporary { unlink(temporary) }
        throw Failure.output(error, path)
    }

    /// Closes the file, which may be what tells that the disk is full; nil where that was done before.
    private func close() -> Int32? {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return nil }
            descriptor = nil
            return Glibc.close(open)
        }
    }
}
