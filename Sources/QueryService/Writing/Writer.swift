import Logging
import ServiceLifecycle
import Store
import Wire
import ZeroMQ

/// The one writer: takes what waits, commits it in one transaction, then speaks.
///
/// Nothing is acknowledged, leased or announced before COMMIT returned. A refused operation is an outcome and goes back to
/// its sender; an error of the store ends the service, and what was in the batch stays unknown to its senders, who repeat.
struct Writer: Service {
    let queue: WriteQueue
    let store: Store
    let work: Endpoint
    let query: Endpoint
    let feed: Feed
    let coordinator: Coordinator
    let monitor: HealthMonitor
    let metrics: ServiceMetrics
    let logger: Logger
    /// How long to wait after a commit of which nothing was stored. The next one would most likely fail too, and what it
    /// refuses is asked for again at once.
    var pause: @Sendable () async -> Void = {
        // Told to stop, there is nothing to wait for.
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(500)) }
    }

    func run() async throws {
        try await withTaskCancellationOrGracefulShutdownHandler {
            while let batch = await queue.take() {
                monitor.commitBegins(now: Clock.monotonicMs)
                let start = ContinuousClock.now
                let commit = try await store.commit(batch.map(\.operation), now: Clock.unixMs)
                CrashPoint.afterCommit.pass()
                monitor.commitEnded(commit, now: Clock.monotonicMs)
                metrics.count(commit, seconds: (ContinuousClock.now - start) / .seconds(1))
                try await speak(of: commit, batch: batch)
                if commit.failure != nil { await pause() }
            }
        } onCancelOrGracefulShutdown: {
            queue.close()
        }
    }

    private func speak(of commit: Commit, batch: [WriteRequest]) async throws {
        var toWork: [Message] = []
        var toQuery: [Message] = []
        for (request, outcome) in zip(batch, commit.outcomes) {
            if case .refused(let error) = outcome { metrics.countReject(error) }
            switch request.origin {
            case .work(let route): toWork.append(Self.answer(outcome, on: route))
            case .command(let route): toQuery.append(Self.answer(outcome, on: route))
            case .worded(let answer): toWork.append(answer(outcome))
            case .told(let tell): tell(outcome)
            case .lease, .service: break
            }
        }
        let jobs = coordinator.apply(commit, of: batch)
        try await acknowledge(toWork)
        if !toQuery.isEmpty { try await query.send(toQuery) }
        try await hand(out: jobs)
        try await feed.publish(commit.events, last: commit.last)
    }

    private func acknowledge(_ messages: [Message]) async throws {
        guard !messages.isEmpty else { return }
        try await work.send(Array(messages[..<(messages.count / 2)]))
        CrashPoint.halfAcknowledged.pass()
        try await work.send(Array(messages[(messages.count / 2)...]))
    }

    /// Sends the jobs; what cannot be sent goes back and costs nothing.
    private func hand(out jobs: [Coordinator.OutgoingJob]) async throws {
        guard !jobs.isEmpty else { return }
        let outcomes = try await work.send(jobs.map(\.message))
        let unsent = zip(jobs, outcomes).filter { $1 != .sent }.map(\.0.attempt)
        guard !unsent.isEmpty else { return }
        logger.debug("jobs could not be sent", metadata: ["count": "\(unsent.count)"])
        coordinator.undelivered(unsent)
    }

    private static func answer(_ outcome: Outcome, on route: Route) -> Message {
        switch outcome {
        case .accepted(let accepted): route.reply(.accepted, accepted)
        case .stored(let stored): route.reply(.stored, stored)
        case .reply(let body): route.reply(.ok, Answer(), bodies: [body])
        case .refused(let error): route.reply(error)
        case .leased, .ended, .pinned: route.reply(.stored, Stored(duplicate: false))
        }
    }
}
