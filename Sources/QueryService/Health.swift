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
        /// Whether more waits for the writer than one commit takes.
        var isWriterBehind: Bool
    }

    /// How long documents may wait while no extractor is there: to start one takes a while.
    private static let longestWaitMs: Int64 = 300_000
    /// How long one commit may take before the disk is to be blamed.
    private static let longestCommitMs: Int64 = 30_000

    let limit: StatusAnswer.Limit
    /// One sentence for the operator; nil where all is well.
    let problem: String?

    init(_ inputs: Inputs) {
        limit = Self.limit(inputs)
        problem = Self.problem(inputs)
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

    private static func problem(_ inputs: Inputs) -> String? {
        if let loss = inputs.loss { return loss }
        if inputs.committingMs > longestCommitMs {
            return
                "One commit has taken \(inputs.committingMs / 1_000) s so far: the disk of the database does not answer."
        }
        if isFull(inputs), let free = inputs.freeBytes {
            return "The disk of the database has \(free >> 20) MiB free and the service wants "
                + "\(inputs.minimumFreeBytes >> 20) (--min-free): submissions are refused until there is room."
        }
        if let failure = inputs.lastFailure { return "The last commit stored nothing: \(failure)" }
        if let failure = inputs.readFailure { return "A question was not answered: \(failure)" }
        if inputs.open > 0, !inputs.hasWorkers, inputs.abandonedMs > longestWaitMs {
            return
                "\(inputs.open) documents have waited for \(inputs.abandonedMs / 60_000) minutes and no extractor of the "
                + "pinned version is connected: start one (`entitywire workers` lists those that are connected)."
        }
        return nil
    }
}
