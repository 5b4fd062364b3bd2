import Wire

/// Whether the service does its work, and what holds it up: one rule for `status`, `/healthz` and the metrics.
struct Health: Equatable {
    /// What the rule looks at.
    struct Inputs {
        /// What the file system of the database has left; nil where it does not say.
        var freeBytes: UInt64?
        var minimumFreeBytes: UInt64
        /// Documents that wait or are worked on.
        var open: Int
        /// Whether an extractor of the pinned version is connected.
        var hasWorkers: Bool
        /// For how long documents have waited without one, in milliseconds.
        var abandonedMs: Int64
        /// For how long the commit that runs now has been running, in milliseconds; 0 where none is.
        var committingMs: Int64
        /// Why the last commit stored nothing, if it was a short time ago.
        var lastFailure: String?
        /// Where the database file went that is open, if it is not at its path any more.
        var loss: String?
        /// Why a question could not be read, if the file is damaged or it was a short time ago.
        var readFailure: String?
        /// The bytes of a log that a reader keeps from being emptied, if that goes on for a while.
        var pinnedLogBytes: Int?
        /// The time that is trusted, where the clock is far ahead of it and documents are deleted by age: ISO 8601.
        var doubtedSince: String?
        /// Whether more waits for the writer than one commit takes.
        var isWriterBehind: Bool
    }

    /// How long documents may wait while no extractor is there: to start one takes a while.
    private static let longestWaitMs: Int64 = 300_000
    /// How long one commit may take before the disk is to be blamed.
    private static let longestCommitMs: Int64 = 30_000

    /// What is wrong, told apart for the log: one line where it begins, one where it ends.
    enum Trouble: String {
        case loss = "the database file is not at its path"
        case slowCommit = "the disk does not answer"
        case disk = "the disk is nearly full"
        case commit = "nothing is stored"
        case pinnedLog = "the log of the database cannot be emptied"
        case reading = "questions cannot be read"
        case clock = "the clock is doubted"
        case noExtractors = "no extractor is connected"
    }

    let limit: StatusAnswer.Limit
    /// Nil where all is well.
    let trouble: Trouble?
    /// One sentence for the operator; nil where all is well.
    let problem: String?

    init(_ inputs: Inputs) {
        limit = Self.limit(inputs)
        let found = Self.problem(inputs)
        (trouble, problem) = (found?.0, found?.1)
    }

    private static func isFull(_ inputs: Inputs) -> Bool {
        inputs.freeBytes.map { $0 < inputs.minimumFreeBytes } ?? false
    }

    private static func limit(_ inputs: Inputs) -> StatusAnswer.Limit {
        if isFull(inputs) { return .disk }
        guard inputs.open > 0 else { return .nothing }
        if !inputs.hasWorkers { return .noExtractors }
        return inputs.isWriterBehind ? .store : .extraction
    }

    private static func problem(_ inputs: Inputs) -> (Trouble, String)? {
        if let loss = inputs.loss { return (.loss, loss) }
        if inputs.committingMs > longestCommitMs {
            let seconds = inputs.committingMs / 1_000
            return (.slowCommit, "One commit has taken \(seconds) s so far: the disk of the database does not answer.")
        }
        if let bytes = inputs.pinnedLogBytes { return (.pinnedLog, pinned(bytes)) }
        if isFull(inputs), let free = inputs.freeBytes {
            return (
                .disk,
                "The disk of the database has \(free >> 20) MiB free and the service wants "
                    + "\(inputs.minimumFreeBytes >> 20) (--min-free): nothing new is accepted or given out until there is room."
            )
        }
        if let failure = inputs.lastFailure { return (.commit, "The last commit stored nothing: \(failure)") }
        if let failure = inputs.readFailure { return (.reading, "A question was not answered: \(failure)") }
        if let trusted = inputs.doubtedSince {
            return (
                .clock,
                "The clock is far ahead of the newest event of the database (\(trusted)): by age nothing is deleted that was "
                    + "not old then. If the clock is right, start the service once with --confirm-clock."
            )
        }
        return abandoned(inputs).map { (.noExtractors, $0) }
    }

    private static func pinned(_ bytes: Int) -> String {
        "The log of the database has \(bytes >> 20) MiB and cannot be emptied, as a reader holds an old state: close what "
            + "else has the file open (a sqlite3, a backup tool)."
    }

    private static func abandoned(_ inputs: Inputs) -> String? {
        guard inputs.open > 0, !inputs.hasWorkers, inputs.abandonedMs > longestWaitMs else { return nil }
        return
            "\(inputs.open) documents have waited for \(inputs.abandonedMs / 60_000) minutes and no extractor of the "
            + "pinned version is connected: start one (`entitywire workers` lists those that are connected)."
    }
}
