import CZeroMQ

/// Something that happened to the connections of an endpoint.
public enum SocketEvent: Sendable, Equatable {
    case listening
    case bindFailed(ZMQError.Code)
    case accepted
    case acceptFailed(ZMQError.Code)
    case connected
    /// The connection could not be made at once and goes on in the background.
    case connectDelayed
    /// The connection failed and is tried again after the pause.
    case connectRetried(after: Duration)
    case handshakeSucceeded
    case handshakeFailed(HandshakeFailure)
    case disconnected
    /// A descriptor was closed on this side.
    case closed

    /// How the two sides failed to agree.
    public enum HandshakeFailure: Sendable, Equatable {
        /// The connection ended in the middle: the peer speaks another protocol, or has another key.
        case noDetail(ZMQError.Code)
        /// The peer broke the protocol; the code is one of libzmq's `ZMQ_PROTOCOL_ERROR_…`.
        case `protocol`(code: Int)
        /// The peer refused this key, with a ZAP status such as 400: libzmq does not connect again.
        case authentication(status: Int)
    }

    /// Reads an event as libzmq sends it: two bytes of number and four of value, in the machine's order.
    ///
    /// - Returns: nil where it is none of the known.
    init?(_ frame: Frame) {
        guard frame.count >= 6 else { return nil }
        let number = frame.withUnsafeBytes { $0.loadUnaligned(as: UInt16.self) }
        let value = frame.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 2, as: Int32.self) }
        let code = ZMQError.Code(rawValue: value)
        switch Int32(number) {
        case ZMQ_EVENT_LISTENING: self = .listening
        case ZMQ_EVENT_BIND_FAILED: self = .bindFailed(code)
        case ZMQ_EVENT_ACCEPTED: self = .accepted
        case ZMQ_EVENT_ACCEPT_FAILED: self = .acceptFailed(code)
        case ZMQ_EVENT_CONNECTED: self = .connected
        case ZMQ_EVENT_CONNECT_DELAYED: self = .connectDelayed
        case ZMQ_EVENT_CONNECT_RETRIED: self = .connectRetried(after: .milliseconds(value))
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: self = .handshakeSucceeded
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: self = .handshakeFailed(.noDetail(code))
        case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL: self = .handshakeFailed(.protocol(code: Int(value)))
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: self = .handshakeFailed(.authentication(status: Int(value)))
        case ZMQ_EVENT_DISCONNECTED: self = .disconnected
        case ZMQ_EVENT_CLOSED, ZMQ_EVENT_CLOSE_FAILED: self = .closed
        default: return nil
        }
    }
}
