import ClientKit
import Wire

/// The documents of `submit --wait` until each is extracted, given up or deleted.
final class AwaitedDocuments {
    private let start: FeedPosition
    private var progress = AwaitedStates()

    /// Takes note of where the feed stands before anything is submitted.
    init(_ client: ServiceClient) async throws {
        start = try await client.position()
    }

    func add(_ answer: Accepted) { progress.add(answer.document, answer.state) }

    /// Follows the feed to the end of all; says which were given up and why. True where none was.
    func wait(_ client: ServiceClient, _ console: Console) async throws -> Bool {
        try await follow(client, console)
        console.endProgress()
        let dead = progress.dead
        console.note(progress.line)
        guard !dead.isEmpty else { return true }
        for try await job in client.jobs(JobsParameters(state: .dead, limit: 500)) where dead.contains(job.document) {
            let reason = [job.code, job.reason].compactMap(\.self).joined(separator: ": ")
            console.say("\(ShortKey.of(job.document)) was given up: \(reason)")
        }
        console.hint("Next: entitywire jobs list --dead")
        return false
    }

    private func follow(_ client: ServiceClient, _ console: Console) async throws {
        guard !progress.isOver else { return }
        if try await client.status().limit == .noExtractors {
            console.note("No extractor is connected: start one with entitywire-extractor. Waiting.")
        }
        var bar = ProgressBar()
        for try await record in client.events(from: start) {
            progress.take(record.event)
            if let line = bar.line(share: progress.share, done: progress.over, words: progress.line, force: false) {
                console.progress(line)
            }
            if progress.isOver { return }
        }
    }
}
