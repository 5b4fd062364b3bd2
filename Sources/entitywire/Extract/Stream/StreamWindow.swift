import DequeModule
import Foundation

/// The lines between reading and writing: bounded in number and bytes, written in the order they were read.
///
/// Who reads waits while it is full, who extracts while there is nothing to do, who writes until the next line is ready.
/// Safe because `state` is touched under `condition` alone.
final class StreamWindow: @unchecked Sendable {
    /// What is to be extracted, with its place in the order.
    struct Work: Sendable {
        var index: Int
        var line: LineReader.Line
    }

    private struct State {
        var waiting = Deque<Work>()
        var results = InOrder<StreamOutput>()
        var ready: [StreamOutput] = []
        /// The lines that were read and not yet taken to be written.
        var count = 0
        /// Their bytes: of the input until they are extracted, then of the output.
        var bytes = 0
        var read = 0
        var isEnded = false
        /// Ends the run once everything before it is written.
        var readingFailure: Failure?
        /// Ends the run at once.
        var failure: Failure?
    }

    private let condition = NSCondition()
    private var state = State()
    private let maximumCount: Int
    private let maximumBytes: Int

    init(maximumCount: Int = 1_024, maximumBytes: Int = 32 << 20) {
        self.maximumCount = maximumCount
        self.maximumBytes = maximumBytes
    }

    private func locked<Value>(_ body: (inout State) throws -> Value) rethrows -> Value {
        condition.lock()
        defer { condition.unlock() }
        return try body(&state)
    }

    /// Takes a line in, once there is room; false where the run is over.
    func admit(_ line: LineReader.Line) -> Bool {
        locked { state in
            while state.failure == nil, state.count > 0,
                state.count >= maximumCount || state.bytes + line.bytes.count > maximumBytes
            {
                condition.wait()
            }
            guard state.failure == nil else { return false }
            state.waiting.append(Work(index: state.read, line: line))
            state.read += 1
            state.count += 1
            state.bytes += line.bytes.count
            condition.broadcast()
            return true
        }
    }

    /// No more lines come, because the input is at its end or cannot be read.
    func end(_ failure: Failure? = nil) {
        locked { state in
            state.isEnded = true
            state.readingFailure = failure
            condition.broadcast()
        }
    }

    /// Ends the run, whatever is still to do.
    func fail(_ failure: Failure) {
        locked { state in
            state.failure = state.failure ?? failure
            condition.broadcast()
        }
    }

    /// The next line to extract; nil when there will be none.
    func take() -> Work? {
        locked { state in
            while state.failure == nil, state.waiting.isEmpty, !state.isEnded { condition.wait() }
            return state.failure == nil ? state.waiting.popFirst() : nil
        }
    }

    /// The output of a line that was taken.
    func finish(_ work: Work, _ output: StreamOutput) {
        locked { state in
            state.bytes += output.bytes.count - work.line.bytes.count
            state.ready += state.results.add(output, at: work.index)
            if !state.ready.isEmpty { condition.broadcast() }
        }
    }

    /// All outputs that can be written now, at least one; empty when all are written.
    ///
    /// Throws a `Failure` where the run failed, or the input could not be read to its end.
    func outputs() throws(Failure) -> [StreamOutput] {
        let (outputs, failure) = locked { state -> ([StreamOutput], Failure?) in
            while state.failure == nil, state.ready.isEmpty, !(state.isEnded && state.count == 0) { condition.wait() }
            if let failure = state.failure { return ([], failure) }
            if state.ready.isEmpty { return ([], state.readingFailure) }
            defer { state.ready = [] }
            return (state.ready, nil)
        }
        if let failure { throw failure }
        return outputs
    }

    /// Makes room for more: these outputs are written.
    func written(_ outputs: [StreamOutput]) {
        locked { state in
            state.count -= outputs.count
            state.bytes -= outputs.reduce(0) { $0 + $1.bytes.count }
            condition.broadcast()
        }
    }
}
