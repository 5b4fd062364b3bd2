import Dispatch
import Foundation
import Synchronization

/// Threads of our own for the extraction: a long document must not keep the shared pool from sending heartbeats.
///
/// Each thread sleeps until `wake()` and then works off what `next` gives.
final class ExtractionThreads: Sendable {
    private let wakeUps = DispatchSemaphore(value: 0)
    private let isStopped = Flag()
    private let count: Int
    private let next: @Sendable () -> (@Sendable () -> Void)?

    /// - Parameter next: the next piece of work; nil where there is none now.
    init(count: Int, next: @escaping @Sendable () -> (@Sendable () -> Void)?) {
        self.count = count
        self.next = next
        for index in 0..<count {
            let thread = Thread { [self] in loop() }
            thread.name = "extract-\(index)"
            // A page may nest deeper than the default stack of a thread allows for.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// One more piece of work is there.
    func wake() { wakeUps.signal() }

    /// Ends the threads after what they have begun.
    func stop() {
        isStopped.set()
        for _ in 0..<count { wakeUps.signal() }
    }

    private func loop() {
        while true {
            wakeUps.wait()
            while !isStopped.isSet, let work = next() { work() }
            if isStopped.isSet { return }
        }
    }
}
