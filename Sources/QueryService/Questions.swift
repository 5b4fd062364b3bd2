import Annotation
import Store
import Wire
import ZeroMQ

/// Any JSON, looked at no further.
private struct AnyValue: Decodable {
    init(from decoder: any Decoder) throws {}
}

/// Answers QUERY and SINCE from the store and from what the service knows of itself.
struct Questions: Sendable {
    /// How long a question may take where the client does not say, and at most.
    private static let deadlineMs = 5_000
    private static let longestDeadlineMs = 60_000

    let store: Store
    let coordinator: Coordinator
    let monitor: HealthMonitor

    /// The reply to a request that was let in. Throws `WireError` for a bad one, anything else where the store is broken.
    func answer(_ envelope: Envelope, on route: Route) async throws -> Message {
        guard envelope.kind == Kind.query.rawValue else { return try await since(envelope, on: route) }
        let query = try envelope.header(as: Query.self)
        guard let method = Method(rawValue: query.method) else { throw Self.unknownMethod(query.method) }
        guard !method.changesSomething else {
            throw WireError.badField("method", "\(query.method) changes something: send it as COMMAND.")
        }
        let parameters = envelope.bodies.first ?? Array("{}".utf8)
        try JSONShape.check(parameters, part: "parameters", limit: Limits.parameters)
        let deadline = min(max(1, query.deadlineMs ?? Self.deadlineMs), Self.longestDeadlineMs)
        let (body, next) = try await body(of: method, parameters: parameters, deadlineMs: deadline)
        return route.reply(.ok, Answer(next: next), bodies: [body])
    }

    static func unknownMethod(_ name: String) -> WireError {
        WireError(
            .badField, "There is no method \(name.prefix(40)); `methods` lists them.",
            detail: ["field": .text("method"), "candidates": .list(Method.allCases.map(\.rawValue))])
    }

    private func body(
        of method: Method, parameters: [UInt8], deadlineMs: Int
    ) async throws -> (body: [UInt8], next: String?) {
        func read<Parameters: Decodable>(_ type: Parameters.Type) throws(WireError) -> Parameters {
            try JSONShape.decode(type, from: parameters, part: "parameters")
        }
        // A method without parameters takes any object, and nothing else.
        if [.status, .workers, .methods].contains(method) { _ = try read([String: AnyValue].self) }
        switch method {
        case .status: return (try CanonicalJSON.encode(try await monitor.status()), nil)
        case .workers: return (try CanonicalJSON.encode(Page(items: coordinator.workers())), nil)
        case .methods: return (try CanonicalJSON.encode(Page(items: Method.allCases.map(MethodRow.init))), nil)
        case .documents: return try page(await store.documents(read(DocumentsParameters.self), deadlineMs: deadlineMs))
        case .document:
            let answer = try await store.document(read(DocumentParameters.self), deadlineMs: deadlineMs)
            return (try CanonicalJSON.encode(answer), nil)
        case .entities: return try page(await store.entities(read(EntitiesParameters.self), deadlineMs: deadlineMs))
        case .entity:
            let answer = try await store.entity(read(EntityParameters.self), deadlineMs: deadlineMs)
            return (try CanonicalJSON.encode(answer), nil)
        case .mentions: return try page(await store.mentions(read(EntityParameters.self), deadlineMs: deadlineMs))
        case .jobs: return try page(await store.jobs(read(JobsParameters.self), deadlineMs: deadlineMs))
        case .annotations:
            return try page(await store.annotations(read(AnnotationsParameters.self), deadlineMs: deadlineMs))
        case .corrections:
            return try page(await store.corrections(read(CorrectionsParameters.self), deadlineMs: deadlineMs))
        case .explain:
            let answer = try await store.explain(read(ExplainParameters.self), deadlineMs: deadlineMs)
            return (try CanonicalJSON.encode(answer), nil)
        case .review:
            let answer = try await store.review(read(ReviewParameters.self), deadlineMs: deadlineMs)
            return (try CanonicalJSON.encode(answer), nil)
        case .delete, .retry, .backup, .correct: throw Self.unknownMethod(method.rawValue)
        }
    }

    private func page<Item>(_ answer: (page: Page<Item>, next: String?)) throws -> (body: [UInt8], next: String?) {
        (try CanonicalJSON.encode(answer.page), answer.next)
    }

    private func since(_ envelope: Envelope, on route: Route) async throws -> Message {
        let since = try envelope.header(as: Since.self)
        let (answer, events) = try await store.since(since, deadlineMs: Self.deadlineMs)
        return route.reply(.ok, answer, bodies: [try CanonicalJSON.encode(EventPage(events: events))])
    }
}
