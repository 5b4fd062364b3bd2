import Annotation
import Logging
import ServiceLifecycle
import Store
import Wire
import ZeroMQ

/// The query port: questions, commands, SINCE. Questions run side by side on read-only connections, each with a deadline;
/// a slow one holds nobody up.
struct QueryEndpoint: Service {
    /// Questions answered at the same time, and those that may wait for their turn.
    private static let concurrent = 8
    private static let waiting = 512
    private static let perPeer = 32
    /// The bytes of all of them.
    private static let bytes = 32 * 1024 * 1024

    let endpoint: Endpoint
    let queue: WriteQueue
    let admission: AdmissionControl
    let authenticator: Authenticator
    let questions: Questions
    let backups: Backups
    let metrics: ServiceMetrics
    let pong: @Sendable () -> Pong
    let logger: Logger
    private let readFailures: ReadFailureLog

    init(
        endpoint: Endpoint, queue: WriteQueue, admission: AdmissionControl, authenticator: Authenticator, questions: Questions,
        backups: Backups, metrics: ServiceMetrics, pong: @escaping @Sendable () -> Pong, logger: Logger
    ) {
        (self.endpoint, self.queue, self.admission, self.authenticator) = (endpoint, queue, admission, authenticator)
        (self.questions, self.backups, self.metrics, self.pong) = (questions, backups, metrics, pong)
        self.logger = logger
        readFailures = ReadFailureLog(logger)
    }

    func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            let limiter = AdmissionLimiter(
                concurrent: Self.concurrent, waiting: Self.waiting, perPeer: Self.perPeer, bytes: Self.bytes)
            // A reply that could not be sent, as the socket is broken, has cancelled the group.
            while !group.isCancelled, let messages = try await endpoint.receiveUntilShutdown(upTo: 128) {
                for message in messages {
                    guard let (route, frames) = Route.split(message) else { continue }
                    if let reply = try await admit(message, frames, on: route, limiter: limiter, group: &group) {
                        try await endpoint.send([reply])
                    }
                }
            }
            // Whoever still waits is told to come back: the stop does not wait for slow answers.
            group.cancelAll()
        }
    }

    /// The reply that can be given at once; nil where one follows.
    private func admit(
        _ message: Message, _ frames: [Frame], on route: Route, limiter: AdmissionLimiter,
        group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws -> Message? {
        do {
            let caller = try authenticator.caller(of: message)
            let envelope = try Envelope(frames: frames)
            try caller.check(envelope.kind)
            switch Kind(rawValue: envelope.kind) {
            case .ping: return route.reply(.pong, pong())
            case .command:
                try command(envelope, on: route)
                return nil
            case .query, .since:
                let bytes = frames.reduce(0) { $0 + $1.count }
                try limiter.enter(route.peer, bytes: bytes)
                group.addTask {
                    defer { limiter.leave(route.peer, bytes: bytes) }
                    let reply = try await answer(envelope, on: route, limiter: limiter)
                    try await endpoint.send([reply])
                }
                return nil
            case .submit, .publish, .hello, .credit, .result, .fail, .release, .heartbeat, .bye:
                throw WireError(.unknownKind, "\(envelope.kind) belongs on the work port, not on the query port.")
            default:
                throw WireError(.unknownKind, "\(envelope.kind.prefix(32)) is no request of EW/1.")
            }
        } catch let error as WireError {
            metrics.countReject(error)
            return route.reply(error)
        }
    }

    private func answer(_ envelope: Envelope, on route: Route, limiter: AdmissionLimiter) async throws -> Message {
        do {
            try await limiter.turn()
            defer { limiter.endTurn() }
            return try await questions.answer(envelope, on: route)
        } catch  where error is WireError || Task.isCancelled {
            let error = Task.isCancelled ? AdmissionControl.draining : error as? WireError ?? AdmissionControl.draining
            metrics.countReject(error)
            return route.reply(error)
        } catch {
            // What one question meets harms no other, and is told: to whoever asked, in the log, by `status`.
            let failure = ReadFailure(error)
            metrics.countReadFailure()
            metrics.countReject(failure.error)
            questions.monitor.noteReadFailure(failure, now: Clock.monotonicMs)
            readFailures.note("\(error)", failure, envelope)
            return route.reply(failure.error)
        }
    }

    private func command(_ envelope: Envelope, on route: Route) throws(WireError) {
        try admission.checkDraining()
        let header = try envelope.header(as: Command.self)
        guard (1...64).contains(header.command.utf8.count) else {
            throw .badField("command", "The command id, made by the client, has 1 to 64 bytes.")
        }
        let parameters = envelope.bodies.first ?? Array("{}".utf8)
        try JSONShape.check(parameters, part: "parameters", limit: Limits.parameters)
        let operation: Operation
        switch Method(rawValue: header.method) {
        case .delete:
            let delete = try JSONShape.decode(DocumentParameters.self, from: parameters, part: "parameters")
            operation = .delete(document: delete.document, command: header.command)
        case .retry:
            let retry = try JSONShape.decode(RetryParameters.self, from: parameters, part: "parameters")
            operation = .retry(documents: retry.documents, command: header.command)
        case .backup:
            let backup = try JSONShape.decode(BackupParameters.self, from: parameters, part: "parameters")
            return try backups.begin(header.command, backup, for: route)
        case .some: throw .badField("method", "\(header.method) is a QUERY, not a COMMAND.")
        case nil: throw Questions.unknownMethod(header.method)
        }
        guard queue.offer(WriteRequest(operation: operation, origin: .command(route), bytes: parameters.count)) else {
            throw .busy("The service has more to write than it takes at once: send it again.", retryAfterMs: 100)
        }
    }
}
