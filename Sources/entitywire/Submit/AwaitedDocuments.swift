import ClientKit
import Synchronization
import Wire

/// The documents of `submit --wait` until each is extracted, given up or deleted.
final class AwaitedDocuments: Sendable {
    private let start: FeedPosition
    private let progress = Mutex(AwaitedStates())
    /// The last time that one was done.
    private let last = Mutex(ContinuousClock.now)

    /// Takes note of where the feed stands before anything is submitted.
    init(_ client: ServiceClient) async throws {
        start = try await client.position()
    }

    func add(_ answer: Accepted) { progress.withLock { $0.add(answer.document, answer.state) } }

    /// Follows the feed to the end of all; says which were given up and why. True where all were extracted.
    ///
    /// - Parameter limit: how long no document may be done; nil waits for ever.
    func wait(_ client: ServiceClient, _ console: Console, limit: Duration?) async throws -> Bool {
        last.withLock { $0 = .now }
        let isOver = try await follow(client, console, limit)
        console.endProgress()
        let states = progress.withLock { $0 }
        console.note(states.line)
        try await tell(states.dead, client, console)
        guard isOver else {
            throw Failure(
                .unreachable,
                "No document was done for \(Numbers.rate((limit ?? .zero) / .seconds(1))) s: "
                    + "\(Numbers.count(states.open, "document")) still wait, and stay accepted. entitywire status says what "
                    + "limits it.")
        }
        return states.dead.isEmpty && states.deleted == 0
    }

    private func tell(_ dead: Set<String>, _ client: ServiceClient, _ console: Console) async throws {
        guard !dead.isEmpty else { return }
        for try await job in client.jobs(JobsParameters(state: .dead, limit: 500)) where dead.contains(job.document) {
            let reason = [job.code, job.reason].compactMap(\.self).joined(separator: ": ")
            console.say("\(ShortKey.of(job.document)) was given up: \(reason)")
        }
        console.hint("Next: entitywire jobs list --dead")
    }

    /// True at the end of all, false where the limit was reached before.
    private func follow(_ client: ServiceClient, _ console: Console, _ limit: Duration?) async throws -> Bool {
        if progress.withLock({ $0.isOver }) { return true }
        if try await client.status().limit == .noExtractors {
            console.note("No extractor is connected: start one with entitywire-extractor. Waiting.")
        }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { try await self.follow(client, console) }
            if let limit { group.addTask { try await self.watch(limit) } }
            defer { group.cancelAll() }
            return try await group.next() ?? true
        }
    }

    private func follow(_ client: ServiceClient, _ console: Console) async throws -> Bool {
        var bar = ProgressBar()
        for try await record in client.events(from: start) {
            let (states, isNews) = progress.withLock { progress in
                let before = progress.over
                progress.take(record.event)
                return (progress, progress.over != before)
            }
            if isNews { last.withLock { $0 = .now } }
            if let line = bar.line(share: states.share, done: states.over, words: states.line, force: false) {
                console.progress(line)
            }
            if states.isOver { return true }
        }
        return true
    }

    /// Returns false once no document was done for so long.
    private func watch(_ limit: Duration) async throws -> Bool {
        while true {
            let left = last.withLock { $0 }.advanced(by: limit) - .now
            guard left > .zero else { return false }
            try await Task.sleep(for: left)
        }
    }
}
