import Synchronization

/// Decides about the keys of all who connect to the CURVE servers of a context (ZAP, ZeroMQ RFC 27).
///
/// It answers for as long as ``run()`` does. Make it before the first server binds and stop it after the last one is
/// closed: libzmq 4.3.4 takes a context without handler for one that lets everybody in.
public final class ZAPHandler: Sendable {
    /// A key that asks to connect.
    public struct Request: Sendable, Equatable {
        /// The domain of the server that it wants to talk to, see ``SocketOptions/Curve/server(secretKey:domain:)``.
        public let domain: String
        /// The client's IP address.
        public let address: String
        /// The key, which the client has proved to own.
        public let key: CurvePublicKey
    }

    /// The handler has ended though nobody stopped it.
    public struct Ended: Error, CustomStringConvertible {
        public var description: String { "The handler that checks keys has ended: nobody may be let in any more." }
    }

    let endpoint: Endpoint
    private let isStopped = Atomic(false)
    private let decide: @Sendable (Request) -> String?

    /// Takes the place of the context's one handler.
    ///
    /// - Parameters:
    ///   - loop: the one on which the handler works.
    ///   - decide: gives the user id of a key that may come in, at most 255 bytes, which ``Message/userID`` will say; nil
    ///     refuses. It must not block.
    /// - Throws: where the context has a handler already.
    public init(
        loop: SocketLoop, decide: @escaping @Sendable (Request) -> String?
    ) async throws(ZMQError) {
        endpoint = try Endpoint(.router, loop: loop)
        self.decide = decide
        _ = try await endpoint.bind("inproc://zeromq.zap.01")
    }

    /// Answers until it is stopped.
    ///
    /// - Throws: ``Ended`` where it ends without being told to, or `CancellationError`: it may then be run again.
    public func run() async throws {
        do {
            while let requests = try await endpoint.receive(upTo: 256) {
                let replies = requests.compactMap { ZAPExchange($0)?.reply(decide) }
                if !replies.isEmpty { try await endpoint.send(replies) }
            }
        } catch is ZMQError {
            // Broken or closed between receiving and sending: an end like any other.
        }
        if !isStopped.load(ordering: .acquiring) { throw Ended() }
    }

    /// Ends ``run()``.
    public func stop() async {
        isStopped.store(true, ordering: .releasing)
        await endpoint.close()
    }
}
