import Annotation
import ClientKit
package import Extraction
import Glibc
package import Logging
package import Metrics
import ServiceLifecycle
import Synchronization
import Wire
import ZeroMQ

/// An extractor worker: holds jobs, extracts them on its own threads, and sends each result until it is acknowledged.
///
/// It may be killed at any moment, and so may the service: whatever was not stored is done again by somebody. A service
/// that is away is waited for, with growing pauses. A document that never ends takes its thread for good: the worker then
/// finishes the others and ends with `HungExtraction`, for whoever supervises it to start it anew.
package final class Worker: Service {
    private let options: WorkerOptions
    private let extractor: Extractor
    private let logger: Logger
    private let instance: String
    private let heldJobs = Mutex(HeldJobs())
    /// Something is to be sent.
    private let outgoing = Signal()
    private let threads: Mutex<ExtractionThreads?> = Mutex(nil)
    private let isConnected = Atomic(false)
    private let isStopping = Flag()
    /// The document that holds a thread for good.
    private let hung: Mutex<Attempt?> = Mutex(nil)
    private let metrics: WorkerMetrics

    package init(_ options: WorkerOptions, extractor: Extractor, logger: Logger) {
        self.options = options
        self.extractor = extractor
        self.logger = logger
        metrics = WorkerMetrics(stages: extractor.stageNames)
        var generator = SystemRandomNumberGenerator()
        instance = String(generator.next(), radix: 16) + String(generator.next(), radix: 16)
    }

    package func run() async throws {
        let pool = ExtractionThreads(count: options.jobs) { [self] in nextWork() }
        threads.withLock { $0 = pool }
        defer { pool.stop() }
        let loop = SocketLoop(context: try ZMQContext(), name: "worker")
        defer { loop.stop() }
        var pause = Backoff()
        try await withGracefulShutdownHandler {
            while !isStopping.isSet {
                let link = try WorkerLink(options: options, loop: loop)
                let reached = try await serve(on: link)
                await link.close()
                if reached { pause = Backoff() }
                if !isStopping.isSet { await pause.wait() }
            }
        } onGracefulShutdown: {
            self.stop()
        }
        let left = heldJobs.withLock { $0.attempts.count }
        logger.info("stopped", metadata: ["unfinished": "\(left)"])
        if let attempt = hung.withLock({ $0 }) { throw HungExtraction(document: attempt.document) }
    }

    private func stop() {
        isStopping.set()
        outgoing.raise()
    }

    /// The metrics of now.
    package var families: [MetricFamily] {
        metrics.families(heldJobs.withLock { $0 }, isConnected: isConnected.load(ordering: .relaxed))
    }

    /// What is wrong now, in one sentence; nil while the service answers.
    package var problem: String? {
        isConnected.load(ordering: .relaxed) ? nil : "The service at \(options.endpoint) does not answer this worker."
    }

    // MARK: One connection

    /// Speaks with the service until the connection is lost or the worker has drained. True where the service answered.
    private func serve(on link: WorkerLink) async throws -> Bool {
        let held = heldJobs.withLock { $0.attempts }
        let hello = Hello(
            name: options.name, instance: instance, extractor: extractor.version, window: options.window,
            windowBytes: options.windowBytes, inFlight: held)
        guard let introduction = try await link.introduce(hello, logger: logger) else { return false }
        isConnected.store(true, ordering: .relaxed)
        defer { isConnected.store(false, ordering: .relaxed) }
        let welcome = introduction.welcome
        heldJobs.withLock { heldJobs in
            heldJobs.drop(welcome.lost, now: MonotonicClock.ms)
            heldJobs.resendAll()
        }
        if welcome.pinned != extractor.version {
            logger.warning(
                "the service uses another extractor version; this worker gets no jobs",
                metadata: ["service": "\(welcome.pinned)", "worker": "\(extractor.version)"])
        }
        let state = ConnectionState(heartbeatMs: Int64(welcome.heartbeatMs), leaseMs: Int64(welcome.leaseMs))
        for job in introduction.early { handle(job, state: state) }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.receive(on: link, state: state) }
            group.addTask { await self.beat(on: link, state: state) }
            await self.send(on: link, state: state)
            group.cancelAll()
        }
        return true
    }

    /// Takes what the service says until the connection is lost.
    private func receive(on link: WorkerLink, state: ConnectionState) async {
        while !state.isLost.isSet {
            guard let messages = try? await link.receive(within: .milliseconds(state.heartbeatMs)) else { break }
            if messages.isEmpty {
                if state.isSilent(now: MonotonicClock.ms) { break }
                continue
            }
            state.hear(now: MonotonicClock.ms)
            for envelope in messages { handle(envelope, state: state) }
        }
        state.isLost.set()
        outgoing.raise()
    }

    private func handle(_ envelope: Envelope, state: ConnectionState) {
        switch Kind(rawValue: envelope.kind) {
        case .job:
            guard let job = try? envelope.header(as: Job.self), let text = envelope.bodies.first else { return }
            let attempt = Attempt(document: job.document, attempt: job.attempt)
            if heldJobs.withLock({ $0.take(attempt, text: text) }) { threads.withLock { $0 }?.wake() }
        case .stored:
            _ = heldJobs.withLock { $0.settle(envelope.requestID) }
            outgoing.raise()
        case .heartbeat:
            guard let lost = try? envelope.header(as: Heartbeat.self).inFlight, !lost.isEmpty else { return }
            heldJobs.withLock { $0.drop(lost, now: MonotonicClock.ms) }
        case .bye:
            state.isOver.set()
            outgoing.raise()
        case .error:
            guard let error = try? envelope.header(as: WireError.self) else { return }
            handle(error, requestID: envelope.requestID, state: state)
        default: break
        }
    }

    private func handle(_ error: WireError, requestID: [UInt8], state: ConnectionState) {
        if error.code == .unauthorised {
            // What was made stays: the key may be authorised again.
            logger.error("the service does not let this worker work any more: \(error.message)")
            return state.isLost.set()
        }
        switch error.retry {
        case .never:
            guard let attempt = heldJobs.withLock({ $0.settle(requestID) }) else { return }
            logger.warning(
                "the service refused what this worker made of a document",
                metadata: ["document": "\(attempt.document.prefix(12))", "error": "\(error)"])
        case .later, .now:
            if error.code == .unknownSession { return state.isLost.set() }
            let pause: Int64 = if case .number(let ms) = error.detail?["retryAfterMs"] { Int64(ms) } else { 500 }
            heldJobs.withLock { $0.postpone(requestID, until: MonotonicClock.ms + pause) }
        }
    }

    /// Says each heartbeat what is held; wakes the sender for what is due again.
    private func beat(on link: WorkerLink, state: ConnectionState) async {
        while !state.isLost.isSet {
            do { try await Task.sleep(for: .milliseconds(min(state.heartbeatMs, 1_000))) } catch { return }
            let held = heldJobs.withLock { $0.attempts }
            if state.isBeatDue(now: MonotonicClock.ms) {
                await link.send([Envelope(.heartbeat, requestID: Array("h".utf8), Heartbeat(inFlight: held))])
            }
            checkThreads(leaseMs: state.leaseMs)
            outgoing.raise()
        }
    }

    /// Stops the worker where a document holds a thread for good; a lease's time is enough for one that is only slow.
    private func checkThreads(leaseMs: Int64) {
        guard !isStopping.isSet else { return }
        guard let attempt = heldJobs.withLock({ $0.hung(now: MonotonicClock.ms, after: leaseMs) }) else { return }
        hung.withLock { $0 = attempt }
        stop()
    }

    /// Sends what is due until the connection is lost or the worker has drained.
    private func send(on link: WorkerLink, state: ConnectionState) async {
        var drain: Drain?
        while !state.isLost.isSet, !state.isOver.isSet {
            let due = heldJobs.withLock { $0.due(now: MonotonicClock.ms, again: 10_000) }
            if !due.isEmpty { await link.send(due) }
            if isStopping.isSet {
                if drain == nil { drain = await startDraining(on: link) }
                if await finishDraining(drain, on: link) { break }
            }
            await outgoing.wait()
        }
        if isStopping.isSet { await awaitGoodbye(state) }
    }

    // MARK: Stopping

    private struct Drain: Sendable {
        let deadline: Int64
    }

    /// No more jobs; what has not begun goes back.
    private func startDraining(on link: WorkerLink) async -> Drain {
        let back = heldJobs.withLock { $0.giveUpWaiting() }
        logger.info("stopping: finishing what has begun", metadata: ["given back": "\(back.count)"])
        await link.send([
            Envelope(.credit, requestID: Array("c".utf8), Credit(window: 0)),
            Envelope(.release, requestID: Array("g".utf8), Release(jobs: back)),
        ])
        return Drain(deadline: MonotonicClock.ms + Int64(options.stopSeconds) * 1_000)
    }

    /// True once everything is acknowledged or the time is over; then the goodbye is sent.
    private func finishDraining(_ drain: Drain?, on link: WorkerLink) async -> Bool {
        guard let drain else { return false }
        // A job may have crossed our CREDIT on the wire.
        let late = heldJobs.withLock { $0.giveUpWaiting() }
        if !late.isEmpty { await link.send([Envelope(.release, requestID: Array("g".utf8), Release(jobs: late))]) }
        guard heldJobs.withLock({ $0.isEmpty }) || MonotonicClock.ms >= drain.deadline else { return false }
        await link.send([Envelope(.bye, requestID: Array("b".utf8), Empty())])
        return true
    }

    private func awaitGoodbye(_ state: ConnectionState) async {
        let deadline = MonotonicClock.ms + 1_000
        while !state.isOver.isSet, !state.isLost.isSet, MonotonicClock.ms < deadline { await outgoing.wait() }
    }

    // MARK: The work

    /// The next document as a piece of work for a thread.
    private func nextWork() -> (@Sendable () -> Void)? {
        guard let (attempt, text) = heldJobs.withLock({ $0.begin() }) else { return nil }
        return { [self] in
            let start = ContinuousClock.now
            let (answer, isResult) = answer(to: attempt, text: text)
            metrics.count(text, isResult: isResult, ContinuousClock.now - start)
            heldJobs.withLock { $0.finish(attempt, make: answer) }
            outgoing.raise()
        }
    }

    /// The RESULT of an attempt, or the FAIL that says why there is none.
    private func answer(to attempt: Attempt, text: [UInt8]) -> (make: ([UInt8]) -> Envelope, isResult: Bool) {
        TestHooks.beforeExtraction(of: text)
        func fail(_ code: String, _ text: String) -> (([UInt8]) -> Envelope, Bool) {
            let fail = Fail(
                document: attempt.document, attempt: attempt.attempt, retryable: false, code: code, text: text)
            return ({ Envelope(.fail, requestID: $0, fail) }, false)
        }
        do {
            let annotation = extractor.annotate(text) { metrics.count(stage: $0, $1) }
            let body = try CanonicalJSON.encode(annotation)
            guard body.count <= Limits.body else {
                return fail("too_large", "The annotation has \(body.count) bytes; the limit is \(Limits.body).")
            }
            let header = JobResult(document: attempt.document, attempt: attempt.attempt, extractor: extractor.version)
            return ({ Envelope(.result, requestID: $0, header, bodies: [body]) }, true)
        } catch {
            return fail("extraction", "The extraction failed: \(error)")
        }
    }
}
