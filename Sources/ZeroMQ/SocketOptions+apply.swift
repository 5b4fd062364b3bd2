import CZeroMQ

extension SocketOptions {
    /// Sets every option on a socket that is neither bound nor connected.
    func apply(to socket: borrowing Socket, kind: SocketKind) throws(ZMQError) {
        try socket.set(ZMQ_LINGER, milliseconds(linger))
        try socket.set(ZMQ_SNDHWM, Int32(clamping: sendHighWater))
        try socket.set(ZMQ_RCVHWM, Int32(clamping: receiveHighWater))
        try socket.set(ZMQ_IMMEDIATE, immediate ? 1 : 0)
        try socket.set(ZMQ_MAXMSGSIZE, wide: maxMessageSize ?? -1)
        try socket.set(ZMQ_HANDSHAKE_IVL, milliseconds(handshakeInterval))
        try socket.set(ZMQ_RECONNECT_IVL, milliseconds(reconnectInterval))
        try socket.set(ZMQ_RECONNECT_IVL_MAX, milliseconds(reconnectIntervalMax))
        try socket.set(ZMQ_BACKLOG, Int32(clamping: backlog))
        if ipv6 { try socket.set(ZMQ_IPV6, 1) }
        if kind == .router { try socket.set(ZMQ_ROUTER_MANDATORY, mandatory ? 1 : 0) }
        try applyKeepalive(to: socket)
        try applyCurve(to: socket)
    }

    private func applyKeepalive(to socket: borrowing Socket) throws(ZMQError) {
        guard let keepalive = tcpKeepalive else { return }
        try socket.set(ZMQ_TCP_KEEPALIVE, 1)
        try socket.set(ZMQ_TCP_KEEPALIVE_IDLE, Int32(clamping: keepalive.idle.components.seconds))
        try socket.set(ZMQ_TCP_KEEPALIVE_INTVL, Int32(clamping: keepalive.interval.components.seconds))
        try socket.set(ZMQ_TCP_KEEPALIVE_CNT, Int32(clamping: keepalive.count))
    }

    private func milliseconds(_ duration: Duration) -> Int32 {
        Int32(clamping: max(0, duration.wholeMilliseconds))
    }
}

extension Duration {
    /// The duration in milliseconds, rounded up, so that a wait never ends before its time.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        if overflow { return seconds < 0 ? .min : .max }
        return whole + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
