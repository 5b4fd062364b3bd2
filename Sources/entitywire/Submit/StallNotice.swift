import Synchronization

/// Says once, on standard error, when the service has answered nothing for a while: a full queue is waited for, not given up.
final class StallNotice: Sendable {
    private static let noticeAfter = Duration.seconds(5)

    private let console: Console
    private let begun = Atomic(0)
    private let answers = Atomic(0)

    init(_ console: Console) { self.console = console }

    /// To be called for each document that is sent.
    func began() { begun.add(1, ordering: .relaxed) }

    /// To be called at each answer.
    func answered() { answers.add(1, ordering: .relaxed) }

    /// Watches until it is cancelled, or has spoken.
    func watch() async {
        var seen = -1
        while !Task.isCancelled {
            let now = answers.load(ordering: .relaxed)
            if now == seen, begun.load(ordering: .relaxed) > now {
                return console.note(
                    "Nothing was taken for \(Self.noticeAfter.components.seconds) s: waiting until the service has room. "
                        + "entitywire status says what limits it, Ctrl-C ends.")
            }
            seen = now
            try? await Task.sleep(for: Self.noticeAfter)
        }
    }
}
