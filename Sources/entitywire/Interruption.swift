import Dispatch
import Glibc

/// Ends the work in order at the first Ctrl-C, at once at the second.
enum Interruption {
    /// Runs the work; an interruption cancels its task.
    static func race(_ work: @escaping @Sendable () async -> Failure?) async -> Failure? {
        let task = Task { await work() }
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if task.isCancelled { _exit(ExitStatus.interrupted.rawValue) }
            task.cancel()
        }
        source.activate()
        let result = await task.value
        source.cancel()
        return result
    }
}
