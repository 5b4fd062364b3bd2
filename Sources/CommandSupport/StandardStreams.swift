import Glibc

/// The three streams that every program starts with, made safe before anything else is opened.
package enum StandardStreams {
    /// To be called first in `main`.
    ///
    /// A stream that was closed by whoever started the program is opened on `/dev/null`, so that no database or socket
    /// gets its number and then the program's words. It is opened the other way round: whoever writes to a closed
    /// output meets an error, as with the closed one. And a reader that goes away shows as an error of the write, never
    /// as a signal that ends the program.
    package static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            // The lowest free number is taken: it is this one, as those below are open.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
