import Foundation
import Synchronization

/// Threads of our own for the extraction: a long document must not keep the shared pool from sending heartbeats.
///
/// Each thread asks `next` for work until it gives nil after `stop()`.
final class ExtractionThreads: Sendable {
    private let condition = NSCondition()
    private let isStopped = Mutex(false)
    private let next: @Sendable () -> (@Sendable () -> Void)?

    /// - Parameter next: the next piece of work; nil where there is none now.
    init(count: Int, next: @escaping @Sendable () -> (@Sendable () -> Void)?) {
        self.next = next
        for index in 0..<count {
            let thread = Thread { [self] in loop() }
            thread.name = "extract-\(index)"
            // The readers of a text recurse with its structure, and a page may nest deeper than the default allows for.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// There may be work.
    func wake() {
        condition.lock()
        condition.broadcast()
        condition.unlock()
    }

    /// Ends the threads after what they have begun.
    func stop() {
        isStopped.withLock { $0 = true }
        wake()
    }

    private func loop() {
        while true {
            if let work = next() {
                work()
                continue
            }
            condition.lock()
            if isStopped.withLock({ $0 }) {
                condition.unlock()
                return
            }
            // The time limit covers a wake-up between `next` and the lock.
            condition.wait(until: Date(timeIntervalSinceNow: 0.05))
            condition.unlock()
        }
    }
}
