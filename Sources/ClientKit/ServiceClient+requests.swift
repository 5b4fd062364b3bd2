import Annotation
public import Wire

extension ServiceClient {
    // MARK: Submitting

    /// Submits a text; returns when the service has it on disk.
    ///
    /// - Parameters:
    ///   - text: the bytes of a document, UTF-8, at most `Limits.text`. Sent exactly as they are.
    ///   - submission: where the text was met.
    /// - Throws: ``ClientError``; `invalid` before anything is sent where the text or the submission cannot be accepted.
    public func submit(_ text: [UInt8], _ submission: Submission = Submission()) async throws(ClientError) -> Accepted {
        try Self.check(text, submission)
        let submit = Submit(sha256: DocumentKey.of(text), submission: submission)
        let request = Envelope(.submit, requestID: [], submit, bodies: [text])
        guard request.header.count <= Limits.header else {
            let size = request.header.count
            throw ClientError(.invalid, WireError.tooLarge("header", size: size, limit: Limits.header).message)
        }
        return try await header(of: work, request, options.timeout, expecting: .accepted)
    }

    /// Submits a text given as a string.
    public func submit(_ text: String, _ submission: Submission = Submission()) async throws(ClientError) -> Accepted {
        try await submit(Array(text.utf8), submission)
    }

    /// Throws what the service would refuse: an empty or overlong text, bytes that are not UTF-8, a NUL, bad fields.
    public static func check(_ text: [UInt8], _ submission: Submission) throws(ClientError) {
        guard !text.isEmpty else { throw ClientError(.invalid, "The text is empty.") }
        guard text.count <= Limits.text else {
            throw ClientError(
                .invalid, "The text has \(text.count) bytes; the limit is \(Limits.text): submit its parts one by one.")
        }
        if let offset = UTF8Check.firstInvalidByte(text) {
            throw ClientError(
                .invalid, "The text is not valid UTF-8 at byte \(offset): convert it first, for example with iconv.")
        }
        if let offset = text.firstIndex(of: 0) {
            throw ClientError(.invalid, "The text holds a NUL at byte \(offset): it may not be a text.")
        }
        do {
            try submission.validate()
        } catch {
            throw ClientError(.invalid, error.message)
        }
    }

    // MARK: Asking

    /// Asks one of the service's questions; one page of the answer, and what to give as `after` for the next.
    ///
    /// - Parameters:
    ///   - method: one that changes nothing.
    ///   - parameters: those of the method, written as JSON.
    ///   - type: what the answer is read as.
    ///   - timeout: the longest wait; nil is ``ClientOptions/timeout``. The service stops working then.
    public func query<Value: Decodable & Sendable>(
        _ method: Method, _ parameters: some Encodable & Sendable, as type: Value.Type = Value.self,
        timeout: Duration? = nil
    ) async throws(ClientError) -> (answer: Value, next: String?) {
        let (body, next) = try await call(method.rawValue, Self.encode(parameters), timeout: timeout)
        return (try Self.decode(type, from: body), next)
    }

    /// Asks a question by the name of its method, with parameters and answer as JSON.
    public func call(
        _ method: String, _ parameters: [UInt8], timeout: Duration? = nil
    ) async throws(ClientError) -> (answer: [UInt8], next: String?) {
        let limit = timeout ?? options.timeout
        let query = Query(method: method, deadlineMs: limit.milliseconds)
        let request = Envelope(.query, requestID: [], query, bodies: [parameters])
        return try await answer(to: request, limit)
    }

    /// Gives a command. The service does it once, however often the request has to be sent.
    ///
    /// - Parameters:
    ///   - method: one that changes something.
    ///   - parameters: those of the method, written as JSON.
    ///   - type: what the answer is read as.
    ///   - id: 1 to 64 characters; give your own to be able to repeat the command in another run.
    ///   - timeout: the longest wait; nil is ``ClientOptions/timeout``.
    public func command<Value: Decodable & Sendable>(
        _ method: Method, _ parameters: some Encodable & Sendable, as type: Value.Type = Value.self, id: String? = nil,
        timeout: Duration? = nil
    ) async throws(ClientError) -> Value {
        let answer = try await command(method.rawValue, Self.encode(parameters), id: id, timeout: timeout)
        return try Self.decode(type, from: answer)
    }

    /// Gives a command by the name of its method, with parameters and answer as JSON.
    public func command(
        _ method: String, _ parameters: [UInt8], id: String? = nil, timeout: Duration? = nil
    ) async throws(ClientError) -> [UInt8] {
        let command = Command(method: method, command: id ?? Self.makeToken(24))
        let request = Envelope(.command, requestID: [], command, bodies: [parameters])
        return try await answer(to: request, timeout ?? options.timeout).answer
    }

    // MARK: The service itself

    /// Asks for a sign of life: the version of the service and where its feed stands.
    public func ping(timeout: Duration? = nil) async throws(ClientError) -> Pong {
        let request = Envelope(.ping, requestID: [], Empty())
        return try await header(of: questions, request, timeout ?? options.timeout, expecting: .pong)
    }

    // MARK: Reading answers

    private func answer(
        to request: Envelope, _ timeout: Duration
    ) async throws(ClientError) -> (answer: [UInt8], next: String?) {
        let reply = try await reply(of: questions, request, timeout, expecting: .ok)
        let header: Answer = try Self.read(reply)
        return (reply.bodies.first ?? Array("{}".utf8), header.next)
    }

    func reply(
        of channel: RequestChannel, _ request: Envelope, _ timeout: Duration, expecting kind: Kind
    ) async throws(ClientError) -> Envelope {
        for body in request.bodies where body.count > Limits.body {
            throw ClientError(.invalid, WireError.tooLarge("body", size: body.count, limit: Limits.body).message)
        }
        let reply = try await channel.request(request, timeout: timeout)
        guard reply.kind == kind.rawValue else {
            throw .badAnswer("\(reply.kind) instead of \(kind.rawValue)")
        }
        return reply
    }

    func header<Header: Decodable>(
        of channel: RequestChannel, _ request: Envelope, _ timeout: Duration, expecting kind: Kind
    ) async throws(ClientError) -> Header {
        try Self.read(try await reply(of: channel, request, timeout, expecting: kind))
    }

    static func read<Header: Decodable>(_ reply: Envelope) throws(ClientError) -> Header {
        do {
            return try reply.header(as: Header.self)
        } catch {
            throw .badAnswer(error.message)
        }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws(ClientError) -> Value {
        do {
            return try JSONShape.decode(type, from: body, part: "answer")
        } catch {
            throw .badAnswer(error.message)
        }
    }

    private static func encode(_ parameters: some Encodable) throws(ClientError) -> [UInt8] {
        do {
            return try CanonicalJSON.encode(parameters)
        } catch {
            throw ClientError(.invalid, "The parameters cannot be written as JSON: \(error)")
        }
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int {
        Int(clamping: components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
