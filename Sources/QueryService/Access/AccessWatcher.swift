import Access
import Logging
import ServiceLifecycle
import UnixSignals

/// Rereads the list of keys each second and on SIGHUP, and ends what a revoked key still has.
struct AccessWatcher: Service {
    private static let interval = Duration.seconds(1)

    let control: AccessControl
    let coordinator: Coordinator
    let feed: Feed
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            // One reading at a time; a signal during one is not lost.
            let (calls, caller) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { for await _ in await UnixSignalsSequence(trapping: .sighup) { caller.yield() } }
                group.addTask { while (try? await Task.sleep(for: Self.interval)) != nil { caller.yield() } }
                for await _ in calls { try await look() }
                group.cancelAll()
            }
        }
    }

    private func look() async throws {
        do {
            if let change = try control.reload() { try await apply(change) }
        } catch let error as KeyError {
            logger.error("the keys cannot be read; those let in before stay: \(error)")
        }
        coordinator.endSessions { user in control.key(ofUser: user, with: [.work]) == nil }
    }

    private func apply(_ change: AccessControl.Change) async throws {
        for problem in change.newProblems { logger.warning("a key does not count: \(problem)") }
        logger.info("the list of keys has changed", metadata: ["keys": "\(change.list.keys.count)"])
        guard !change.lost(.feed).isEmpty else { return }
        logger.info("a listener was revoked: everyone connects to the feed anew")
        try await feed.rebind()
    }
}
