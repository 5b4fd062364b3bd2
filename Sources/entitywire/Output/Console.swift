import Annotation
import CommandSupport
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
    /// The columns of a progress line.
    private let progressWidth: Int
    /// How standard output may be coloured.
    let style: TextStyle
    /// Whether the work goes on where nobody takes its data any more: that of a command that changes something does, and
    /// says so at its end.
    private let goesOnWithoutOutput: Bool
    private let buffer = Mutex<[UInt8]>([])
    /// The number of the error that data met on standard output; 0 where there was none.
    private let lost = Atomic<Int32>(0)
    /// Whether a progress line stands on standard error and has to be wiped before the next word.
    private let hasProgress = Mutex(false)

    /// - Parameter goesOnWithoutOutput: whether the work is more than its data.
    init(isQuiet: Bool, isJSON: Bool, environment: [String: String], goesOnWithoutOutput: Bool = false) {
        self.goesOnWithoutOutput = goesOnWithoutOutput
        self.isQuiet = isQuiet
        self.isJSON = isJSON
        isOutputTerminal = isatty(STDOUT_FILENO) == 1
        isErrorTerminal = isatty(STDERR_FILENO) == 1
        width = Self.measuredWidth(environment)
        progressWidth = Self.terminalWidth(STDERR_FILENO) ?? 80
        let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        style = TextStyle(isColoured: isOutputTerminal && !noColour && environment["TERM"] != "dumb")
    }

    /// The terminal's width; where there is none `COLUMNS`, or as much as is wanted: a program that reads a table gets all
    /// of it.
    private static func measuredWidth(_ environment: [String: String]) -> Int {
        if isatty(STDOUT_FILENO) == 1 { return terminalWidth(STDOUT_FILENO) ?? 80 }
        return environment["COLUMNS"].flatMap(Int.init).map { max(20, $0) } ?? .max
    }

    private static func terminalWidth(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return max(20, Int(size.ws_col))
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
            if buffer.count >= Self.bufferSize || isOutputTerminal { drain(&buffer) }
        }
    }

    /// Hands over what is still in the buffer.
    func flush() { buffer.withLock { drain(&$0) } }

    private func drain(_ buffer: inout [UInt8]) {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard !buffer.isEmpty, lost.load(ordering: .relaxed) == 0 else { return }
        let (_, error) = Descriptor.write(buffer, to: STDOUT_FILENO)
        guard error != 0 else { return }
        lost.store(error, ordering: .relaxed)
        if goesOnWithoutOutput { return }
        // Where the reader has gone (`| head`) it has seen what it wanted: the program ends quietly.
        guard error != EPIPE else { _exit(ExitStatus.success.rawValue) }
        let failure = Failure.output(error)
        Self.writeWords(Array("entitywire: \(failure.message ?? "")\n".utf8))
        _exit(failure.status.rawValue)
    }

    /// Hands over what is still in the buffer; throws where data did not arrive: to be called at the end of the work.
    func finish() throws(Failure) {
        flush()
        let error = lost.load(ordering: .relaxed)
        if error != 0 { throw Failure.output(error) }
    }

    // MARK: Words

    /// Words are for people: where nobody takes them the work goes on, and its exit code tells what became of it.
    private static func writeWords(_ bytes: [UInt8]) { _ = Descriptor.write(bytes, to: STDERR_FILENO) }

    /// Says something on standard error, quiet or not: errors and warnings.
    func say(_ line: String) {
        flush()
        let clear = hasProgress.withLock { shown in
            defer { shown = false }
            return shown ? "\r\u{1B}[K" : ""
        }
        Self.writeWords(Array((clear + Sanitised.lines(line) + "\n").utf8))
    }

    /// Says something that can be left out with `--quiet`.
    func note(_ line: String) { if !isQuiet { say(line) } }

    /// Names the next useful command, on a terminal.
    func hint(_ line: String) { if !isQuiet && isErrorTerminal { say(line) } }

    /// Asks on a terminal; the answer is typed behind the question.
    func ask(_ question: String) {
        flush()
        Self.writeWords(Array(Sanitised.line(question).utf8))
    }

    /// Shows a line in place of the one before, on a terminal.
    func progress(_ line: String) {
        guard !isQuiet, isErrorTerminal else { return }
        hasProgress.withLock { $0 = true }
        let shown = DisplayWidth.truncate(Sanitised.line(line), to: progressWidth - 1)
        Self.writeWords(Array("\r\u{1B}[K\(shown)".utf8))
    }

    /// Wipes the progress line.
    func endProgress() {
        let shown = hasProgress.withLock { shown in
            defer { shown = false }
            return shown
        }
        if shown { Self.writeWords(Array("\r\u{1B}[K".utf8)) }
    }
}
