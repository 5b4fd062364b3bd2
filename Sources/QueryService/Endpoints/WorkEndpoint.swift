import Annotation
import Logging
import ServiceLifecycle
import Store
import Wire
import ZeroMQ

/// The work port: submitters and workers. Reads and checks each message; what changes the store goes to the writer, what
/// concerns sessions to the dispatcher; what is wrong is answered at once and harms nobody else.
struct WorkEndpoint: Service {
    /// Messages taken from the socket at once.
    private static let batch = 256
    private static let batchBytes = 16 * 1024 * 1024

    let endpoint: Endpoint
    let queue: WriteQueue
    let coordinator: Coordinator
    let admission: AdmissionControl
    let authenticator: Authenticator
    let metrics: ServiceMetrics
    let options: Dispatcher.Options
    let pong: @Sendable () -> Pong
    let logger: Logger

    func run() async throws {
        while let messages = try await endpoint.receiveUntilShutdown(upTo: Self.batch, bytes: Self.batchBytes) {
            for requests in Request.groups(messages) {
                let replies = requests.compactMap(handle)
                if !replies.isEmpty { try await endpoint.send(replies) }
            }
        }
    }

    /// The reply that can be given at once; nil where the writer will answer.
    private func handle(_ request: Request) -> Message? {
        let route = request.route
        do {
            let caller = try authenticator.caller(of: request.message)
            if let user = caller.userID { coordinator.endSession(at: route.peer, unlessOf: user) }
            let envelope = try Envelope(frames: request.frames)
            try caller.check(envelope.kind)
            return try answer(envelope, of: caller, on: route)
        } catch {
            metrics.countReject(error)
            logger.debug("refused", metadata: ["code": "\(error.code.rawValue)"])
            return route.reply(error)
        }
    }

    private func answer(_ envelope: Envelope, of caller: Caller, on route: Route) throws(WireError) -> Message? {
        switch Kind(rawValue: envelope.kind) {
        case .submit: try submit(envelope, on: route)
        case .publish: try publish(envelope, on: route)
        case .result: try result(envelope, on: route)
        case .fail: try fail(envelope, on: route)
        case .release: return try release(envelope, on: route)
        case .hello: return try hello(envelope, of: caller, on: route)
        case .credit: return try credit(envelope, on: route)
        case .heartbeat: return try heartbeat(envelope, on: route)
        case .bye:
            coordinator.release(coordinator.with { $0.bye(from: route.peer) })
            return route.reply(.bye, Empty())
        case .ping: return route.reply(.pong, pong())
        case .query, .command, .since:
            throw WireError(.unknownKind, "\(envelope.kind) belongs on the query port, not on the work port.")
        default:
            throw WireError(.unknownKind, "\(envelope.kind.prefix(32)) is no request of EW/1.")
        }
        return nil
    }

    // MARK: Submitters

    private func submit(_ envelope: Envelope, on route: Route) throws(WireError) {
        try admission.checkSubmission()
        try checkRoom(for: envelope)
        let header = try envelope.header(as: Submit.self)
        let bodies = try Self.bodies(of: envelope, count: 1)
        try Self.check(text: bodies[0], sha256: header.sha256, submission: header.submission)
        try write(
            .submit(document: header.sha256, text: bodies[0], header.submission), for: route, bytes: bodies[0].count)
    }

    private func publish(_ envelope: Envelope, on route: Route) throws(WireError) {
        try admission.checkSubmission()
        try checkRoom(for: envelope)
        let header = try envelope.header(as: Publish.self)
        let bodies = try Self.bodies(of: envelope, count: 2)
        try Self.check(text: bodies[0], sha256: header.sha256, submission: header.submission)
        try Self.check(extractor: header.extractor)
        let annotation = try Self.annotation(bodies[1], document: header.sha256, extractor: header.extractor)
        try write(
            .publish(
                document: header.sha256, text: bodies[0], header.submission, extractor: header.extractor, annotation,
                json: bodies[1]),
            for: route, bytes: bodies[0].count + bodies[1].count)
    }

    // MARK: Workers

    /// A result is welcome from anyone; its faults count against the document only where they come from the worker that
    /// was given it.
    private func result(_ envelope: Envelope, on route: Route) throws(WireError) {
        try checkRoom(for: envelope)
        let header = try envelope.header(as: JobResult.self)
        let attempt = Attempt(document: header.document, attempt: header.attempt)
        let (worker, isHeld) = word(of: route) { dispatcher in
            dispatcher.isHeld(attempt, by: route.peer) && dispatcher.pinned == header.extractor
        }
        let body: [UInt8]
        let annotation: Annotation
        do {
            body = try Self.bodies(of: envelope, count: 1)[0]
            annotation = try Self.annotation(body, document: header.document, extractor: header.extractor)
        } catch {
            guard isHeld else { throw error }
            return try count(error, against: attempt, of: worker, on: route)
        }
        try write(
            .result(
                document: header.document, attempt: isHeld ? header.attempt : Self.noAttempt,
                extractor: header.extractor, annotation, json: body, worker: worker),
            for: route, bytes: body.count)
    }

    /// Attempts count from 1.
    private static let noAttempt = 0

    /// A result that cannot be read is a failed attempt; its sender hears what was wrong once that is noted.
    private func count(
        _ error: WireError, against attempt: Attempt, of worker: String, on route: Route
    ) throws(WireError) {
        let fail = Fail(
            document: attempt.document, attempt: attempt.attempt, retryable: true, code: "bad_result",
            text: error.message)
        try write(.fail(fail, worker: worker), bytes: 0) { outcome in
            if case .refused(let refusal) = outcome, refusal.retry != .never { return route.reply(refusal) }
            return route.reply(error)
        }
    }

    private func fail(_ envelope: Envelope, on route: Route) throws(WireError) {
        let header = try envelope.header(as: Fail.self)
        guard header.code.utf8.count <= 64, header.text.utf8.count <= 4_096 else {
            throw .badField("text", "The code of a failure has at most 64 bytes, its text at most 4096.")
        }
        let attempt = Attempt(document: header.document, attempt: header.attempt)
        let (worker, isHeld) = word(of: route) { $0.isHeld(attempt, by: route.peer) }
        guard isHeld else {
            throw WireError(
                .staleAttempt,
                "This worker does not hold attempt \(header.attempt) at \(header.document.prefix(12)): forget it.")
        }
        try write(.fail(header, worker: worker), for: route, bytes: 0)
    }

    private func release(_ envelope: Envelope, on route: Route) throws(WireError) -> Message? {
        let header = try envelope.header(as: Release.self)
        let (_, held) = word(of: route) { dispatcher in
            header.jobs.filter { dispatcher.isHeld($0, by: route.peer) }
        }
        guard !held.isEmpty else { return route.reply(.stored, Stored(duplicate: true)) }
        try write(.release(held), for: route, bytes: 0)
        return nil
    }

    private func hello(_ envelope: Envelope, of caller: Caller, on route: Route) throws(WireError) -> Message? {
        try admission.checkDraining()
        let hello = try envelope.header(as: Hello.self)
        try Self.check(extractor: hello.extractor)
        guard (1...256).contains(hello.name.utf8.count), (1...64).contains(hello.instance.utf8.count) else {
            throw .badField("name", "A worker's name has 1 to 256 bytes, its instance 1 to 64.")
        }
        // They stand in logs and tables.
        guard ![hello.name, hello.instance, hello.extractor].joined().utf8.contains(where: { $0 < 32 || $0 == 127 })
        else { throw .badField("name", "A worker's name, instance and version hold no control characters.") }
        guard hello.window >= 0, hello.windowBytes >= 0 else {
            throw .badField("window", "A window cannot be negative.")
        }
        let (lost, dropped, pinned) = coordinator.with { dispatcher in
            let (lost, dropped) = dispatcher.hello(
                hello, from: route.peer, user: caller.userID, now: Clock.monotonicMs)
            return (lost, dropped, dispatcher.pinned)
        }
        coordinator.release(dropped)
        logger.info("worker connected", metadata: ["worker": "\(hello.name)", "extractor": "\(hello.extractor)"])
        let options = options
        let welcome: @Sendable (_ pinned: String) -> Message = { pinned in
            let welcome = Welcome(
                session: hello.instance, pinned: pinned, leaseMs: Int(options.leaseMs),
                heartbeatMs: Int(options.heartbeatMs), lost: lost)
            return route.reply(.welcome, welcome)
        }
        if let pinned { return welcome(pinned) }
        // Whose version it will be is known once the first of those who ask now is pinned.
        try write(.pin(extractor: hello.extractor), bytes: 0) { outcome in
            switch outcome {
            case .pinned(let version): welcome(version)
            case .refused(let error): route.reply(error)
            default: route.reply(WireError(.internal, "The extractor version was not pinned.", retry: .later))
            }
        }
        return nil
    }

    private func credit(_ envelope: Envelope, on route: Route) throws(WireError) -> Message {
        let credit = try envelope.header(as: Credit.self)
        let window = admission.isDraining ? 0 : credit.window
        guard coordinator.with({ $0.credit(window, from: route.peer, now: Clock.monotonicMs) }) else {
            throw Self.unknownSession
        }
        return route.reply(.credit, Credit(window: min(max(0, window), Limits.window)))
    }

    private func heartbeat(_ envelope: Envelope, on route: Route) throws(WireError) -> Message {
        let heartbeat = try envelope.header(as: Heartbeat.self)
        let lost = coordinator.with { $0.heartbeat(heartbeat.inFlight, from: route.peer, now: Clock.monotonicMs) }
        guard let lost else { throw Self.unknownSession }
        return route.reply(.heartbeat, Heartbeat(inFlight: lost))
    }

    private static let unknownSession = WireError(
        .unknownSession, "The service does not know this worker (any more): say HELLO.", retry: .now)

    /// Notes that a worker spoke. Returns what people call it, and what the dispatcher says of its message.
    private func word<Answer: Sendable>(
        of route: Route, _ body: @Sendable (Dispatcher) -> Answer
    ) -> (worker: String, Answer) {
        coordinator.with { dispatcher in
            dispatcher.heard(from: route.peer, now: Clock.monotonicMs)
            return (dispatcher.label(of: route.peer), body(dispatcher))
        }
    }

    // MARK: Checks

    private func checkRoom(for envelope: Envelope) throws(WireError) {
        guard queue.hasRoom(for: envelope.bodies.reduce(0) { $0 + $1.count }) else { throw Self.busy }
    }

    private func write(_ operation: Operation, for route: Route, bytes: Int) throws(WireError) {
        try write(WriteRequest(operation: operation, origin: .work(route), bytes: bytes))
    }

    private func write(
        _ operation: Operation, bytes: Int, answer: @escaping @Sendable (Outcome) -> Message
    ) throws(WireError) {
        try write(WriteRequest(operation: operation, origin: .worded(answer), bytes: bytes))
    }

    private func write(_ request: WriteRequest) throws(WireError) {
        guard queue.offer(request) else { throw Self.busy }
    }

    private static let busy = WireError.busy(
        "The service has more to write than it takes at once: send it again.", retryAfterMs: 100)

    private static func bodies(of envelope: Envelope, count: Int) throws(WireError) -> [[UInt8]] {
        guard envelope.bodies.count == count else {
            throw WireError(
                .malformed,
                "\(envelope.kind) has \(envelope.bodies.count) bodies; \(count) \(count == 1 ? "is" : "are") needed.")
        }
        return envelope.bodies
    }

    private static func check(text: [UInt8], sha256: String, submission: Submission) throws(WireError) {
        guard text.count <= Limits.text else { throw .tooLarge("text", size: text.count, limit: Limits.text) }
        guard DocumentKey.isValid(sha256) else {
            throw .badField("sha256", "The field sha256 is not 64 lower-case hex digits.")
        }
        if let byte = UTF8Check.firstInvalidByte(text) {
            throw .badField("text", "The text is not valid UTF-8 at byte \(byte): convert it first.")
        }
        if let byte = text.firstIndex(of: 0) { throw .badField("text", "The text holds a NUL at byte \(byte).") }
        guard text.contains(where: { $0 > 0x20 }) else { throw .badField("text", "The text is empty.") }
        guard DocumentKey.of(text) == sha256 else {
            throw .badField("sha256", "The field sha256 is not the SHA-256 of the text: it was damaged on the way.")
        }
        try submission.validate()
    }

    private static func check(extractor: String) throws(WireError) {
        guard (1...256).contains(extractor.utf8.count) else {
            throw .badField("extractor", "An extractor's version has 1 to 256 bytes.")
        }
    }

    /// The largest annotation that is searched for all its faults where it cannot be read.
    private static let examinedAnnotation = 1 << 20

    private static func annotation(
        _ body: [UInt8], document: String, extractor: String
    ) throws(WireError) -> Annotation {
        try JSONShape.check(body, part: "annotation")
        let annotation: Annotation
        do {
            annotation = try JSONShape.decode(Annotation.self, from: body, part: "annotation")
        } catch {
            // To look at all of a large one takes seconds, in which others would wait.
            guard body.count <= Self.examinedAnnotation else { throw error }
            throw error.withProblems(AnnotationSchema.annotation.faults(in: body, limit: WireError.namedProblems))
        }
        guard annotation.document == document else {
            throw .badField("document", "The annotation is of another document than the header says.")
        }
        guard annotation.extractor == extractor else {
            throw .badField("extractor", "The annotation is of another extractor version than the header says.")
        }
        return annotation
    }
}
