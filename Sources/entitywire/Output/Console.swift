import Annotation
import Glibc
import Synchronization

/// Where the program writes: data on standard output, words on standard error.
final class Console: Sendable {
    private static let bufferSize = 64 * 1024

    let isQuiet: Bool
    let isJSON: Bool
    /// Whether standard output is a terminal.
    let isOutputTerminal: Bool
    /// Whether standard error is a terminal.
    let isErrorTerminal: Bool
    /// The columns to fill.
    let width: Int
    /// How standard output may be coloured.
    let style: TextStyle
    private let buffer = Mutex<[UInt8]>([])
    /// Whether a progress line stands on standard error and has to be wiped before the next word.
    private let hasProgress = Mutex(false)

    init(isQuiet: Bool, isJSON: Bool, environment: [String: String]) {
        self.isQuiet = isQuiet
        self.isJSON = isJSON
        isOutputTerminal = isatty(STDOUT_FILENO) == 1
        isErrorTerminal = isatty(STDERR_FILENO) == 1
        width = Self.measuredWidth(environment)
        let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        style = TextStyle(isColoured: isOutputTerminal && !noColour && environment["TERM"] != "dumb")
    }

    /// The terminal's width, else `COLUMNS`, else 160.
    private static func measuredWidth(_ environment: [String: String]) -> Int {
        var size = winsize()
        for descriptor in [STDOUT_FILENO, STDERR_FILENO]
        where isatty(descriptor) == 1 && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
            return max(20, Int(size.ws_col))
        }
        return environment["COLUMNS"].flatMap(Int.init).map { max(20, $0) } ?? 160
    }

    // MARK: Data

    /// Writes a line of data.
    func print(_ line: String) { write(Array(line.utf8) + [UInt8(ascii: "\n")]) }

    /// Writes a value as one line of canonical JSON.
    func json(_ value: some Encodable) throws { write(try CanonicalJSON.encode(value) + [UInt8(ascii: "\n")]) }

    /// Writes a table.
    func print(_ table: Table) {
        for line in table.lines(width: width, style: style) { print(line) }
    }

    /// Writes bytes as they are.
    func write(_ bytes: [UInt8]) {
        buffer.withLock { buffer in
            buffer += bytes
            if buffer.count >= Self.bufferSize || isOutputTerminal { Self.drain(&buffer) }
        }
    }

    /// Hands over what is still in the buffer.
    func flush() { buffer.withLock { Self.drain(&$0) } }

    private static func drain(_ buffer: inout [UInt8]) {
        writeAll(STDOUT_FILENO, buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Where the reader has gone (`| head`) the program ends quietly.
    private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) {
        guard !Descriptor.write(bytes, to: descriptor) else { return }
        _exit(errno == EPIPE ? ExitStatus.success.rawValue : ExitStatus.server.rawValue)
    }

    // MARK: Words

    /// Says something on standard error, quiet or not: errors and warnings.
    func say(_ line: String) {
        flush()
        let clear = hasProgress.withLock { shown in
            defer { shown = false }
            return shown ? "\r\u{1B}[K" : ""
        }
        Self.writeAll(STDERR_FILENO, Array((clear + Sanitised.lines(line) + "\n").utf8))
    }

    /// Says something that can be left out with `--quiet`.
    func note(_ line: String) { if !isQuiet { say(line) } }

    /// Names the next useful command, on a terminal.
    func hint(_ line: String) { if !isQuiet && isErrorTerminal { say(line) } }

    /// Shows a line in place of the one before, on a terminal.
    func progress(_ line: String) {
        guard !isQuiet, isErrorTerminal else { return }
        hasProgress.withLock { $0 = true }
        let shown = DisplayWidth.truncate(Sanitised.line(line), to: width - 1)
        Self.writeAll(STDERR_FILENO, Array("\r\u{1B}[K\(shown)".utf8))
    }

    /// Wipes the progress line.
    func endProgress() {
        let shown = hasProgress.withLock { shown in
            defer { shown = false }
            return shown
        }
        if shown { Self.writeAll(STDERR_FILENO, Array("\r\u{1B}[K".utf8)) }
    }
}
