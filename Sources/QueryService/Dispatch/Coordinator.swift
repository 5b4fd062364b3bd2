import Store
import Synchronization
import Wire
import ZeroMQ

/// Connects the dispatcher with the writer: what the store committed changes memory here, and what memory asks for becomes
/// an operation.
final class Coordinator: Sendable {
    /// A job that is leased and has to be sent.
    struct OutgoingJob: Sendable {
        let attempt: Attempt
        let message: Message
    }

    private let dispatcher: Mutex<Dispatcher>
    private let queue: WriteQueue
    private let options: Dispatcher.Options

    init(options: Dispatcher.Options, queue: WriteQueue) {
        self.options = options
        self.queue = queue
        dispatcher = Mutex(Dispatcher(options: options))
    }

    /// Reads the dispatcher's state.
    func read<Result: Sendable>(_ body: (Dispatcher) -> Result) -> Result { dispatcher.withLock { body($0) } }

    /// Changes the dispatcher's state, then asks the writer for the leases that follow from it.
    func with<Result: Sendable>(_ body: (inout sending Dispatcher) -> sending Result) -> Result {
        let (result, demands) = dispatcher.withLock { dispatcher in
            let result = body(&dispatcher)
            return (result, dispatcher.demands(now: Clock.monotonicMs))
        }
        for demand in demands {
            queue.push(
                WriteRequest(
                    operation: .lease(
                        count: demand.count, bytes: demand.bytes, suspects: demand.suspects, worker: demand.worker),
                    origin: .lease(peer: demand.peer, session: demand.session), bytes: 0))
        }
        return result
    }

    /// Ends the session of a routing id that somebody with another key has now. Asked for every message, it looks for no
    /// new leases.
    func endSession(at peer: [UInt8], unlessOf user: String) {
        release(dispatcher.withLock { $0.endSession(at: peer, unlessOf: user) })
    }

    /// Gives attempts back to the queue at no cost.
    func release(_ attempts: [Attempt]) {
        guard !attempts.isEmpty else { return }
        queue.push(WriteRequest(operation: .release(attempts), origin: .service, bytes: 0))
    }

    /// Takes back jobs that could not be sent.
    func undelivered(_ attempts: [Attempt]) { release(with { $0.undelivered(attempts) }) }

    func end(_ attempts: [EndedAttempt]) {
        guard !attempts.isEmpty else { return }
        queue.push(WriteRequest(operation: .ended(attempts), origin: .service, bytes: 0))
    }

    /// Takes over what was committed. Returns the jobs to send.
    func apply(_ commit: Commit, of batch: [WriteRequest]) -> [OutgoingJob] {
        let now = Clock.monotonicMs
        var jobs: [OutgoingJob] = []
        var back: [Attempt] = []
        with { dispatcher in
            dispatcher.update(commit.queue, unixMs: Clock.unixMs, now: now)
            for (request, outcome) in zip(batch, commit.outcomes) {
                if case .lease(let peer, let session) = request.origin {
                    let leased = if case .leased(let jobs) = outcome { jobs } else { [LeasedJob]() }
                    let given = dispatcher.leased(leased, to: peer, session: session, now: now)
                    back += given
                    guard given.isEmpty else { continue }
                    jobs += leased.map { self.outgoing($0, to: peer, extractor: dispatcher.pinned ?? "") }
                } else {
                    Self.settle(request.operation, outcome, in: &dispatcher)
                }
            }
        }
        release(back)
        return jobs
    }

    /// What an outcome changes in memory: a lease is there exactly as long as the store has the job as leased.
    private static func settle(_ operation: Operation, _ outcome: Outcome, in dispatcher: inout Dispatcher) {
        switch (operation, outcome) {
        case (.result(let document, let attempt, let extractor, _, _, _), .stored) where extractor == dispatcher.pinned:
            dispatcher.closed(document: document, by: Attempt(document: document, attempt: attempt))
        case (.result(let document, let attempt, _, _, _, _), .refused(let error)) where error.code == .badField:
            // The store counted a failed attempt.
            dispatcher.finished(Attempt(document: document, attempt: attempt), as: .failed)
        case (.publish(let document, _, _, let extractor, _, _), .stored) where extractor == dispatcher.pinned:
            dispatcher.closed(document: document, by: nil)
        case (.fail(let fail, _), .stored):
            dispatcher.finished(Attempt(document: fail.document, attempt: fail.attempt), as: .failed)
        case (.fail(let fail, _), .refused(let error)) where error.code == .staleAttempt:
            dispatcher.finished(Attempt(document: fail.document, attempt: fail.attempt), as: .returned)
        case (.release(let attempts), .stored):
            for attempt in attempts { dispatcher.finished(attempt, as: .returned) }
        case (.release(let attempts), .refused):
            for attempt in attempts { dispatcher.notEnded(attempt) }
        case (.ended(let ended), .ended):
            for end in ended { dispatcher.finished(end.leased, as: .returned) }
        case (.ended(let ended), .refused):
            for end in ended { dispatcher.notEnded(end.leased) }
        default: break
        }
    }

    private func outgoing(_ job: LeasedJob, to peer: [UInt8], extractor: String) -> OutgoingJob {
        let header = Job(
            document: job.document, attempt: job.attempt, leaseMs: Int(options.leaseMs), extractor: extractor)
        let requestID = Array("j\(job.attempt)-\(job.document.prefix(16))".utf8)
        let envelope = Envelope(.job, requestID: requestID, header, bodies: [job.text])
        return OutgoingJob(
            attempt: Attempt(document: job.document, attempt: job.attempt),
            message: Message(frames: [peer] + envelope.frames))
    }
}

extension EndedAttempt {
    fileprivate var leased: Attempt { Attempt(document: document, attempt: attempt) }
}
