import Logging
import ServiceLifecycle
import Store
import Wire

/// Deletes documents that are older than they may be: a few at a time, behind whatever else waits for the writer.
///
/// Remembers nothing: what a stop left undone is found again.
struct Retention: Service {
    /// Documents in one request to the writer.
    static let batch = 8
    private static let pause = Duration.seconds(60)

    /// How long a document is kept, from its acceptance on.
    let keepMs: Int64
    let store: Store
    let queue: WriteQueue
    let logger: Logger
    /// Unix milliseconds.
    var clock: @Sendable () -> Int64 = { Clock.unixMs }

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await sweep()
                    try await Task.sleep(for: Self.pause)
                }
            }
        } catch is CancellationError {}
    }

    /// Deletes all that is too old now; how many.
    @discardableResult func sweep() async throws -> Int {
        let limit = clock() - keepMs
        var deleted = 0
        while true {
            try Task.checkCancellation()
            let documents = try await outdated(before: limit)
            guard !documents.isEmpty else { break }
            let outcome = await write(.expire(documents: documents, before: limit))
            if case .refused(let error) = outcome {
                logger.error("documents that are too old were not deleted: \(error.message)")
                break
            }
            guard outcome != nil else { break }
            deleted += documents.count
        }
        if deleted > 0 { logger.info("documents deleted by age", metadata: ["count": "\(deleted)"]) }
        return deleted
    }

    /// A look that takes too long is tried again with the next sweep.
    private func outdated(before limit: Int64) async throws -> [String] {
        do {
            return try await store.outdated(before: limit, limit: Self.batch)
        } catch  where !(error is CancellationError) {
            let reason = (error as? WireError)?.message ?? ReadFailure(error).error.message
            logger.warning("no look for documents that are too old: \(reason)")
            return []
        }
    }

    /// The outcome once it is committed; nil where the writer takes no more, or this task is cancelled.
    private func write(_ operation: Operation) async -> Outcome? {
        let (outcomes, teller) = AsyncStream<Outcome>.makeStream(bufferingPolicy: .bufferingNewest(1))
        guard queue.push(WriteRequest(operation: operation, origin: .told { teller.yield($0) }, bytes: 0)) else {
            return nil
        }
        return await outcomes.first { _ in true }
    }
}
