import Foundation
import Synchronization

/// A program of this package, started for real; killed by its own pid when the test is over.
final class RunningProcess: Sendable {
    private static let starting = Mutex(())
    private let process: Mutex<Process>
    let pid: Int32
    private let output: Output
    private let errors: Output

    /// The folder of the built programs: that of the test's own executable.
    static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    convenience init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil
    ) throws {
        try self.init(
            executable: Self.products.appendingPathComponent(program).path, arguments, environment: environment,
            input: input)
    }

    init(executable: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ENTITYWIRE_") }
        variables.merge(environment) { $1 }
        process.environment = variables
        output = Output()
        errors = Output()
        process.standardOutput = output.pipe
        process.standardError = errors.pipe
        let standardInput = Pipe()
        process.standardInput = standardInput
        // Foundation's Process is not safe against itself: two starts at once have crashed the tests.
        try Self.starting.withLock { _ in try process.run() }
        if let input { standardInput.fileHandleForWriting.write(Data(input.utf8)) }
        try standardInput.fileHandleForWriting.close()
        pid = process.processIdentifier
        self.process = Mutex(process)
        output.start()
        errors.start()
    }

    deinit { kill() }

    var isRunning: Bool { process.withLock { $0.isRunning } }
    var standardOutput: String { output.text }
    var standardError: String { errors.text }

    func signal(_ number: Int32) { Glibc.kill(pid, number) }

    /// Kills with -9 and waits for the end.
    func kill() {
        guard isRunning else { return }
        signal(SIGKILL)
        _ = waitForExit()
    }

    /// Waits for the end; the exit code, or 128 + the number of the signal that ended it.
    @discardableResult func waitForExit() -> Int32 {
        process.withLock { process in
            process.waitUntilExit()
            output.finish()
            errors.finish()
            return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        }
    }

    /// Waits until a line of the output begins with some words; nil when the process ended before or the time is over.
    func line(beginningWith words: String, within limit: Duration = .seconds(30)) async -> String? {
        let deadline = ContinuousClock.now.advanced(by: limit)
        while ContinuousClock.now < deadline {
            if let line = standardOutput.split(separator: "\n").first(where: { $0.hasPrefix(words) }) {
                return String(line)
            }
            guard isRunning else { return nil }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }
}

/// What a process writes, gathered by a thread of its own so that no pipe runs full.
private final class Output: Sendable {
    let pipe = Pipe()
    private let bytes = Mutex(Data())
    private let isDone = DispatchSemaphore(value: 0)

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func start() {
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread { [self] in
            while true {
                let chunk = handle.availableData
                guard !chunk.isEmpty else { break }
                bytes.withLock { $0.append(chunk) }
            }
            isDone.signal()
        }
    }

    func finish() {
        _ = isDone.wait(timeout: .now() + 5)
        isDone.signal()
    }
}
