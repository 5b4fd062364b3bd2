import Annotation
import Dispatch
import Foundation
import Glibc
import Synchronization
import Wire

/// Makes one line of output of each line of input, in order, by processes that extract.
final class StreamRun: Sendable {
    /// What came out.
    struct Tally: Sendable, Equatable {
        var lines = 0
        var errors = 0
    }

    private let jobs: Int
    private let timeLimit: Duration
    private let options: StreamOptions
    private let map: FieldMap
    private let program: String
    private let window = StreamWindow()

    /// - Parameters:
    ///   - jobs: the processes that extract; each is started when it is first needed.
    ///   - timeLimit: how long one text may take.
    init(jobs: Int, timeLimit: Duration, options: StreamOptions, program: String = "/proc/self/exe") throws(Failure) {
        self.jobs = jobs
        self.timeLimit = timeLimit
        self.options = options
        map = try options.fieldMap()
        self.program = program
    }

    /// Runs until all is written.
    ///
    /// - Parameters:
    ///   - descriptors: the inputs, read one after the other; all are closed.
    ///   - write: takes lines of the output as soon as they are there, on a thread of its own.
    func run(
        _ descriptors: [Int32], write: @escaping @Sendable ([StreamOutput]) throws -> Void
    ) async throws -> Tally {
        // Where whoever started this program ignores the end of children, nobody could say how one ended.
        signal(SIGCHLD, SIG_DFL)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Result<Tally, Failure>, Never>) in
                thread { self.read(descriptors) }
                let extracting = DispatchGroup()
                for _ in 0..<jobs {
                    extracting.enter()
                    thread {
                        self.extract()
                        extracting.leave()
                    }
                }
                thread {
                    let result = self.write(to: write)
                    // Waited for, so that whoever accounts for this program's time has that of its processes too.
                    if case .success = result { extracting.wait() }
                    continuation.resume(returning: result)
                }
            }
        } onCancel: {
            window.fail(Failure(CancellationError()))
        }
        return try result.get()
    }

    private func thread(_ body: @escaping @Sendable () -> Void) { Thread(block: body).start() }

    // MARK: Reading

    private func read(_ descriptors: [Int32]) {
        do throws(Failure) {
            var read = 0
            for descriptor in descriptors {
                var reader = LineReader(descriptor: descriptor, limit: Limits.body, unpacks: true)
                while var line = try reader.next() {
                    read += 1
                    line.number = read
                    guard window.admit(line) else { return }
                }
            }
            window.end()
        } catch {
            window.end(error)
        }
    }

    // MARK: Extracting

    private func extract() {
        var process: ExtractionProcess?
        do {
            while let work = window.take() { window.finish(work, try output(of: work.line, by: &process)) }
        } catch {
            window.fail(error as? Failure ?? Failure(error))
        }
    }

    /// A text at which its process died is given to a new one: only a text at which that dies too is to blame.
    private func output(of line: LineReader.Line, by process: inout ExtractionProcess?) throws -> StreamOutput {
        guard !line.isTooLong else { return try StreamOutput(tooLong: line, limit: Limits.body) }
        var cause = ""
        for _ in 0..<2 {
            let running = try process ?? start()
            process = running
            switch running.answer(line, within: timeLimit) {
            case .output(let output): return output
            case .died(let end): cause = end
            case .late:
                process = nil
                let limit = Double(timeLimit.components.seconds) + Double(timeLimit.components.attoseconds) / 1e18
                return try refused(
                    line, StreamError(.timeLimit, "The extraction took longer than \(Numbers.value(limit)) s."))
            }
            process = nil
        }
        return try refused(line, StreamError(.extractorDied, "The extraction ended its process \(cause), twice."))
    }

    private func refused(_ line: LineReader.Line, _ error: StreamError) throws -> StreamOutput {
        try StreamOutput(StreamLine(line.bytes, number: line.number, map: map, options: options), error)
    }

    private func start() throws(Failure) -> ExtractionProcess {
        for _ in 0..<3 {
            if let process = try ExtractionProcess(program: program, options: options) { return process }
        }
        throw Failure(.server, "The processes to extract in end before they have begun.")
    }

    // MARK: Writing

    private func write(to write: ([StreamOutput]) throws -> Void) -> Result<Tally, Failure> {
        var tally = Tally()
        do {
            while true {
                let outputs = try window.outputs()
                if outputs.isEmpty { return .success(tally) }
                try write(outputs)
                window.written(outputs)
                tally.lines += outputs.count
                tally.errors += outputs.count(where: \.isError)
            }
        } catch {
            let failure = error as? Failure ?? Failure(error)
            window.fail(failure)
            return .failure(failure)
        }
    }
}
