import Dispatch
import Foundation
import Synchronization

/// Writes lines to a descriptor on a thread of its own, so that nobody waits for whoever reads them.
///
/// What is not written yet is bounded: while the reader stalls, or the descriptor takes nothing (a full disk, a reader that
/// has gone), further lines are dropped and counted. The count is told in a line of its own as soon as one can be written.
package final class LogWriter: Sendable {
    private struct State {
        var lines: [[UInt8]] = []
        var bytes = 0
        /// Lines that found no room, and are not told yet.
        var dropped = 0
        /// Those who wait until all is written.
        var waiters: [DispatchSemaphore] = []
    }

    private let descriptor: Int32
    private let capacity: Int
    private let notice: @Sendable (_ lost: Int) -> [UInt8]
    private let state = Mutex(State())
    private let work = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - descriptor: stays open; nobody else should write to it.
    ///   - capacity: the bytes that may wait; one line always may.
    ///   - notice: the line that tells how many were lost.
    package init(descriptor: Int32, capacity: Int = 1 << 20, notice: @escaping @Sendable (_ lost: Int) -> [UInt8]) {
        self.descriptor = descriptor
        self.capacity = capacity
        self.notice = notice
        let thread = Thread { [self] in writeForever() }
        thread.name = "log"
        thread.start()
    }

    /// Hands over a whole line, its line feed included; returns at once.
    package func write(_ line: [UInt8]) {
        state.withLock { state in
            guard state.lines.isEmpty || state.bytes + line.count <= capacity else {
                state.dropped += 1
                return
            }
            state.lines.append(line)
            state.bytes += line.count
        }
        work.signal()
    }

    /// Waits until what was handed over is written, or the time is over: for the end of the program.
    package func flush(within seconds: Double = 1) {
        let done = DispatchSemaphore(value: 0)
        state.withLock { $0.waiters.append(done) }
        work.signal()
        _ = done.wait(timeout: .now() + seconds)
    }

    private func writeForever() {
        var line = Line()
        while true {
            if line.lost > 0 { _ = work.wait(timeout: .now() + 1) } else { work.wait() }
            while let next = take() { line.put(next, to: descriptor, notice) }
            line.lost += state.withLock { state in
                defer { state.dropped = 0 }
                return state.dropped
            }
            line.tell(to: descriptor, notice)
            let waiters = state.withLock { state in
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in waiters { waiter.signal() }
        }
    }

    private func take() -> [UInt8]? {
        state.withLock { state in
            guard !state.lines.isEmpty else { return nil }
            let line = state.lines.removeFirst()
            state.bytes -= line.count
            return line
        }
    }

    /// What the descriptor took so far, as the next line needs to know.
    private struct Line {
        /// Lines that were not written, or only in part, and are not told yet.
        var lost = 0
        /// The last one ended in its middle: the next begins on a line of its own.
        var isTorn = false

        mutating func put(_ line: [UInt8], to descriptor: Int32, _ notice: (Int) -> [UInt8]) {
            if !(tell(to: descriptor, notice) && write(line, to: descriptor)) { lost += 1 }
        }

        /// False where the descriptor takes nothing.
        @discardableResult
        mutating func tell(to descriptor: Int32, _ notice: (Int) -> [UInt8]) -> Bool {
            guard lost > 0 else { return true }
            guard write(notice(lost), to: descriptor) else { return false }
            lost = 0
            return true
        }

        private mutating func write(_ line: [UInt8], to descriptor: Int32) -> Bool {
            let bytes = (isTorn ? [UInt8(ascii: "\n")] : []) + line
            let (written, error) = Descriptor.write(bytes, to: descriptor)
            if written > (isTorn ? 1 : 0) { isTorn = written < bytes.count }
            return error == 0
        }
    }
}
