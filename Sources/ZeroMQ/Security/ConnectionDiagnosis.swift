import CZeroMQ

/// What keeps a client from its server, as far as the client can tell.
public enum ConnectionProblem: Sendable, Equatable {
    /// Nobody listens at the endpoint, or its name cannot be resolved.
    case unreachable
    /// The server does not let this client's key in. libzmq does not try again on this socket.
    case keyRefused
    /// The server breaks off the greeting: its key is not the one that the client expects, or it is no such server.
    case serverUnproven
    /// One side wants CURVE, the other has none. libzmq does not try again on this socket.
    case securityDiffers
    /// What answers breaks the protocol of ZeroMQ. libzmq does not try again on this socket.
    case protocolBroken

    /// Whether only a new socket can connect, as libzmq has given up on this one.
    public var isFinal: Bool {
        switch self {
        case .unreachable, .serverUnproven: false
        case .keyRefused, .securityDiffers, .protocolBroken: true
        }
    }
}

/// Tells from the events of one client socket why there is no connection: pure.
///
/// Without it every refusal looks like a server that is down.
public struct ConnectionDiagnosis: Sendable {
    /// A server that dies in the middle of a greeting breaks it off once; one with another key does so each time.
    private static let enough = 2

    /// What is wrong; nil while there is a connection, or nothing is known yet.
    public private(set) var problem: ConnectionProblem?
    /// The greetings broken off in a row.
    private var brokenOff = 0
    /// Whether somebody took the connection since the last attempt.
    private var isReached = false

    /// Nothing has happened yet.
    public init() {}

    /// Takes in what the socket's monitor reported next.
    public mutating func note(_ event: SocketEvent) {
        switch event {
        case .connected: isReached = true
        case .handshakeSucceeded:
            problem = nil
            brokenOff = 0
        case .handshakeFailed(let failure): note(failure)
        case .connectRetried:
            if !isReached {
                problem = .unreachable
                brokenOff = 0
            }
            isReached = false
        default: break
        }
    }

    private mutating func note(_ failure: SocketEvent.HandshakeFailure) {
        switch failure {
        case .authentication: problem = .keyRefused
        case .protocol(code: Int(ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH)): problem = .securityDiffers
        case .protocol: problem = .protocolBroken
        case .noDetail:
            brokenOff += 1
            if brokenOff >= Self.enough { problem = .serverUnproven }
        }
    }
}
