/// How a socket behaves; the defaults suit a service whose clients acknowledge what matters themselves.
///
/// libzmq's own heartbeats are left out on purpose: with libzmq 4.3.4 a peer that stalls under them can abort this
/// process. So is handing a routing id over to a newcomer: it leaks descriptors and steals replies.
public struct SocketOptions: Sendable {
    /// How long closing waits for messages to leave. Never unlimited, so that a program always ends.
    public var linger: Duration = .zero
    /// The messages that may wait for each peer; at the bound sending answers ``SendOutcome/wouldBlock``, a publisher
    /// drops.
    public var sendHighWater = 1_000
    /// The messages that may wait to be received from each peer; at the bound the peer is slowed down.
    public var receiveHighWater = 1_000
    /// Whether a router tells of a peer that is gone or full; without it the message is dropped without a word.
    public var mandatory = true
    /// Whether messages queue only for connections that are up: before, sending answers ``SendOutcome/wouldBlock``.
    /// Use it where "the service is not there" should show at once.
    public var immediate = false
    /// The longest frame, in bytes; a peer that sends a longer one is cut off, with what it sent after. `nil` is no limit.
    public var maxMessageSize: Int64?
    /// The most frames kept of one message; more make it ``Message/truncated``.
    public var maxFrames = 16
    /// The most bytes kept of one message; more make it ``Message/truncated``.
    public var maxMessageBytes = 64 << 20
    /// The time a peer has to complete the handshake.
    public var handshakeInterval: Duration = .seconds(5)
    /// The pause before the first attempt to connect again.
    public var reconnectInterval: Duration = .milliseconds(200)
    /// The longest pause between attempts: it doubles up to this.
    public var reconnectIntervalMax: Duration = .seconds(10)
    /// How a silent TCP connection is probed; `nil` leaves it to the system.
    public var tcpKeepalive: TCPKeepalive? = TCPKeepalive()
    /// Whether addresses of IPv6 can be bound and connected to. Names are then looked up as such first.
    public var ipv6 = false
    /// The connections that may wait to be accepted.
    public var backlog = 1_024
    /// Encryption and the proof of identities; `nil` is plain, and lets everybody in.
    public var curve: Curve?

    /// The defaults.
    public init() {}

    /// The system's own probing of a silent connection.
    public struct TCPKeepalive: Sendable {
        /// The silence before the first probe, in whole seconds.
        public var idle: Duration = .seconds(30)
        /// The pause between probes, in whole seconds.
        public var interval: Duration = .seconds(10)
        /// The unanswered probes after which the connection is dead.
        public var count = 3

        /// The defaults: a dead peer is noticed after a minute.
        public init() {}
    }
}
