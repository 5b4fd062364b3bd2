import Glibc

/// Lines on standard output for whoever started a service: where it can be reached. Nobody waits until they are read.
package enum Announcement {
    private static let writer = LogWriter(descriptor: STDOUT_FILENO) { _ in [] }

    package static func say(_ line: String) { writer.write(Array("\(line)\n".utf8)) }

    /// Waits a moment until all is written.
    package static func flush() { writer.flush() }
}
