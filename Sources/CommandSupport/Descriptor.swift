import Glibc

/// A file descriptor of the system.
package enum Descriptor {
    /// Writes all bytes; an interrupted write goes on, and one to a descriptor that cannot take more now waits for it.
    ///
    /// - Returns: how many were written, and the number of the error that kept the rest back; 0 where all were written.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> (written: Int, error: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent)
            }
            if count > 0 {
                sent += count
            } else if count == 0 {
                return (sent, EIO)
            } else if errno == EAGAIN {
                // Somebody else who has this descriptor made it non-blocking.
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wanted, 1, 1_000)
            } else if errno != EINTR {
                return (sent, errno)
            }
        }
        return (sent, 0)
    }

    /// The system's words for the number of an error.
    package static func words(for error: Int32) -> String { String(cString: strerror(error)) }
}
