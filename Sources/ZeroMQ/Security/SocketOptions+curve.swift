import CZeroMQ

extension SocketOptions {
    /// The part that a socket plays in CURVE (ZeroMQ RFC 26): encryption, and proof of who the other side is.
    ///
    /// A server needs a ``ZAPHandler`` in its context *before* it binds: without one, libzmq 4.3.4 lets every key in.
    public enum Curve: Sendable {
        /// Proves by its secret that it is the server that clients expect, and asks the handler about theirs.
        ///
        /// Messages that it receives carry ``Message/userID``. The domain, at most 255 bytes, tells the handler which
        /// of the program's sockets a client connects to.
        case server(secretKey: CurveSecretKey, domain: String)
        /// Talks only to the server with this key, and proves its own.
        case client(serverKey: CurvePublicKey, keyPair: CurveKeyPair)
    }

    /// Whether received messages name the user.
    var namesUsers: Bool { if case .server? = curve { true } else { false } }

    /// Sets CURVE's options, if any, on a socket that is neither bound nor connected.
    func applyCurve(to socket: borrowing Socket) throws(ZMQError) {
        switch curve {
        case nil: break
        case .server(let secretKey, let domain):
            precondition(!domain.isEmpty, "Without a domain libzmq does not ask the handler")
            try socket.set(ZMQ_ZAP_DOMAIN, Array(domain.utf8))
            try socket.set(ZMQ_CURVE_SERVER, 1)
            try socket.set(ZMQ_CURVE_SECRETKEY, secretKey.bytes)
        case .client(let serverKey, let keyPair):
            try socket.set(ZMQ_CURVE_SERVERKEY, serverKey.bytes)
            try socket.set(ZMQ_CURVE_PUBLICKEY, keyPair.publicKey.bytes)
            try socket.set(ZMQ_CURVE_SECRETKEY, keyPair.secretKey.bytes)
        }
    }
}
