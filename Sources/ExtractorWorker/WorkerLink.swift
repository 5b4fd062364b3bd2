import Access
import Logging
import ServiceLifecycle
import Wire
import ZeroMQ

/// One connection of a worker to the service: a DEALER and the envelopes that pass through it.
struct WorkerLink: Sendable {
    private let endpoint: Endpoint
    private let address: String
    private let keyName: String?

    init(options: WorkerOptions, loop: SocketLoop) async throws {
        var socket = SocketOptions()
        socket.ipv6 = await TCPHost(ofEndpoint: options.endpoint).needsIPv6
        socket.maxMessageSize = Int64(Limits.maxMessageSize)
        socket.linger = .milliseconds(500)
        socket.curve = options.key?.curve
        keyName = options.key?.name
        endpoint = try Endpoint(.dealer, loop: loop, options: socket)
        address = options.endpoint
    }

    /// What the service said first.
    struct Introduction: Sendable {
        let welcome: Welcome
        /// Jobs that overtook the WELCOME.
        let early: [Envelope]
    }

    /// Says HELLO and waits for WELCOME, until it is refused or nothing comes for some seconds; nil then.
    func introduce(_ hello: Hello, logger: Logger) async throws -> Introduction? {
        // Nobody reads the stream; the endpoint itself notes what is wrong.
        _ = try await endpoint.monitor()
        try await endpoint.connect(address)
        await send([Envelope(.hello, requestID: Array("hello".utf8), hello)])
        let deadline = MonotonicClock.ms + 5_000
        var early: [Envelope] = []
        while MonotonicClock.ms < deadline, !Task.isShuttingDownGracefully {
            if await endpoint.problem?.isFinal == true { break }
            guard let envelopes = try? await receive(within: .milliseconds(250)) else { return nil }
            early += envelopes.filter { $0.kind == Kind.job.rawValue }
            guard let answer = envelopes.first(where: { $0.requestID == Array("hello".utf8) }) else { continue }
            if answer.kind == Kind.welcome.rawValue, let welcome = try? answer.header(as: Welcome.self) {
                logger.info("connected", metadata: ["service": "\(address)", "pinned": "\(welcome.pinned)"])
                return Introduction(welcome: welcome, early: early)
            }
            if let error = try? answer.header(as: WireError.self) {
                logger.warning("the service refused this worker", metadata: ["error": "\(error)"])
                return nil
            }
        }
        let reason = await reason
        logger.warning("no answer from the service; trying again: \(reason)", metadata: ["service": "\(address)"])
        return nil
    }

    /// Why there is no answer, and what the operator can do.
    private var reason: String {
        get async {
            switch (await endpoint.problem, keyName) {
            case (.keyRefused, let name): "it does not know the key \(name ?? ""); authorise it with the role work"
            case (.serverUnproven, .some): "what answers has another key than the line `server` of the key file says"
            case (.securityDiffers, nil): "it lets in only who has a key; give --key"
            case (.securityDiffers, .some): "what answers takes no keys, so it cannot prove to be the service"
            case (.serverUnproven, nil), (.protocolBroken, _): "what answers does not speak this protocol"
            case (.unreachable, _), (nil, _): "nobody is there"
            }
        }
    }

    /// What came, at least one envelope, or none within the time. What is no message of EW/1 is passed over.
    func receive(within limit: Duration) async throws -> [Envelope] {
        guard let messages = try await endpoint.receive(upTo: 64, within: limit) else { throw CancellationError() }
        return messages.compactMap { try? Envelope(frames: $0.frames) }
    }

    /// Sends; what the socket cannot take is due again later.
    func send(_ envelopes: [Envelope]) async {
        _ = try? await endpoint.send(envelopes.map { Message(frames: $0.frames) })
    }

    func close() async { await endpoint.close() }
}
