import Logging
import ServiceLifecycle
import Store

/// Watches over the database between commits: that the file at its path is the one that the service holds, and that its log
/// is emptied once whoever kept it from that has gone.
struct StoreWatch: Service {
    private static let interval = Duration.milliseconds(500)
    /// How many looks at the file come with one at the log.
    private static let looks = 4

    let store: Store
    let logger: Logger

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await watch() }
        } catch is CancellationError {}
    }

    private func watch() async throws {
        var isTold = false
        for look in 1... {
            try await Task.sleep(for: Self.interval)
            if let sentence = await store.look() {
                if !isTold { logger.critical("\(sentence)") }
                isTold = true
            } else if look.isMultiple(of: Self.looks) {
                try await store.tend()
            }
        }
    }
}
