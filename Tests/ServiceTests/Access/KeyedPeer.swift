import Access
import Wire
import ZeroMQ

/// A peer that speaks EW/1 frame by frame, with a key or without.
struct KeyedPeer: Sendable {
    let endpoint: Endpoint

    /// Connects to a port of loopback, for as long as the body runs.
    static func with<Result: Sendable>(
        _ key: String? = nil, port: Int, kind: SocketKind = .dealer,
        _ body: @Sendable (KeyedPeer) async throws -> Result
    ) async throws -> Result {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "peer")
        defer {
            loop.stop()
            context.shutdown()
        }
        var options = SocketOptions()
        options.curve = try key.map { try ClientKey(path: $0).curve }
        let endpoint = try Endpoint(kind, loop: loop, options: options)
        _ = try await endpoint.monitor()
        if kind == .sub { try await endpoint.subscribe([]) }
        try await endpoint.connect("tcp://127.0.0.1:\(port)")
        let result = try await body(KeyedPeer(endpoint: endpoint))
        await endpoint.close()
        return result
    }

    /// Sends a request and waits for what comes next.
    func ask(_ kind: Kind, _ header: some Encodable = Empty(), bodies: [[UInt8]] = []) async throws -> Envelope? {
        try await endpoint.send([
            Message(frames: Envelope(kind, requestID: Array("r".utf8), header, bodies: bodies).frames)
        ])
        return try await next()
    }

    /// The next envelope; nil after ten seconds of silence.
    func next() async throws -> Envelope? {
        try await endpoint.receive(upTo: 1, within: .seconds(10))?.first.map { try Envelope(frames: $0.frames) }
    }

    /// Whether anything comes within ten seconds; takes all that waits.
    func hears() async throws -> Bool {
        try await endpoint.receive(upTo: 1_000, within: .seconds(10))?.isEmpty == false
    }

    /// The code of the ERROR that answers a request; nil where it is no ERROR.
    func errorCode(
        _ kind: Kind, _ header: some Encodable = Empty(), bodies: [[UInt8]] = []
    ) async throws -> WireError.Code? {
        guard let answer = try await ask(kind, header, bodies: bodies), answer.kind == Kind.error.rawValue else {
            return nil
        }
        return try answer.header(as: WireError.self).code
    }

    /// Waits until the service knows the key no more.
    func waitUntilUnauthorised() async throws {
        while try await errorCode(.ping) != .unauthorised {}
    }
}
