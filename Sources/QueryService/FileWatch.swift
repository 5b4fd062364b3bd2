import Logging
import ServiceLifecycle
import Store

/// Watches that the database file at its path is the one that the service holds.
struct FileWatch: Service {
    private static let interval = Duration.milliseconds(500)

    let store: Store
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var isTold = false
            while true {
                try await Task.sleep(for: Self.interval)
                // Goes on to its end when the service is told to stop: a copy is being made.
                guard let sentence = await store.look(), !isTold else { continue }
                isTold = true
                logger.critical("\(sentence)")
            }
        }
    }
}
