import CZeroMQ

/// A socket that bound or connected, owned by an actor that runs on the thread of its loop.
///
/// Each call from outside hops to that thread and back, which costs tens of microseconds whatever it carries:
/// receive and send in batches. Close it explicitly; letting go of it closes it too, on the loop's thread.
public actor Endpoint {
    /// The pattern of the socket.
    public nonisolated let kind: SocketKind
    private nonisolated let loop: SocketLoop
    private var socket: Socket
    private var monitored: Monitor?
    private var diagnosis = ConnectionDiagnosis()
    private var isReceiving = false

    /// The thread of the loop.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Makes a socket that is neither bound nor connected.
    ///
    /// - Throws: where the loop is stopped, the context shut down, or an option not valid.
    // Not inlined elsewhere: Swift 6.3.1 fails with "circular reference" where another module's optimised build looks
    // through this to the isolated deinit.
    @export(interface)
    public init(_ kind: SocketKind, loop: SocketLoop, options: SocketOptions = .init()) throws(ZMQError) {
        self.kind = kind
        self.loop = loop
        socket = try Socket(kind, in: loop.context, options: options)
        try loop.adopt(socket)
    }

    isolated deinit { close() }

    /// Closes the socket, ends the wait in ``receive(upTo:bytes:within:)`` and the monitor's stream.
    ///
    /// Messages not yet on their way are dropped after ``SocketOptions/linger``. Every later call fails with
    /// ``ZMQError/Code/closed``, but for receiving, which answers nil; closing again does nothing.
    public func close() {
        guard let handle = socket.handle.map(Handle.init) else { return }
        closeMonitor(of: handle)
        loop.abandon(handle)
        socket.close()
    }

    /// Waits for connections.
    ///
    /// - Parameter endpoint: such as `tcp://127.0.0.1:7701`; with `*` as port the system picks one.
    /// - Returns: the real endpoint.
    public func bind(_ endpoint: String) throws(ZMQError) -> String {
        try socket.bind(endpoint)
        return try socket.lastEndpoint()
    }

    /// Waits for connections no longer and ends those that were made there, in the background.
    ///
    /// - Parameter endpoint: as ``bind(_:)`` returned it.
    public func unbind(_ endpoint: String) throws(ZMQError) {
        try socket.unbind(endpoint)
    }

    /// Starts to connect, in the background, and again whenever the connection is lost.
    ///
    /// - Parameter endpoint: such as `tcp://127.0.0.1:7701`.
    public func connect(_ endpoint: String) throws(ZMQError) {
        try socket.connect(endpoint)
    }

    /// Ends the connection to an endpoint that was connected; what waits for it is dropped.
    public func disconnect(_ endpoint: String) throws(ZMQError) {
        try socket.disconnect(endpoint)
    }

    /// Asks the publisher for the messages whose first frame begins with a prefix; the empty prefix is all.
    public func subscribe(_ prefix: Frame) throws(ZMQError) {
        try socket.set(ZMQ_SUBSCRIBE, prefix)
    }

    // MARK: Messages

    /// Waits until at least one message is there, then takes what waits, up to the bounds.
    ///
    /// One caller at a time may wait; a second traps. Cancelling loses no message.
    /// - Parameters:
    ///   - count: the most messages to take.
    ///   - bytes: takes no further message once the batch has this many bytes.
    ///   - limit: the longest wait; nil waits for ever.
    /// - Returns: empty when the time is over; nil when the endpoint is closed, its loop stopped or its context shut
    ///   down.
    /// - Throws: `CancellationError`, or ``ZMQError`` where the socket is broken.
    public func receive(upTo count: Int, bytes: Int = .max, within limit: Duration? = nil) async throws -> [Message]? {
        precondition(count > 0 && bytes > 0, "A batch has room for one message at least")
        precondition(!isReceiving, "Another task already waits to receive from this endpoint")
        isReceiving = true
        defer { isReceiving = false }
        try Task.checkCancellation()
        let deadline = limit.map { ContinuousClock.now.advanced(by: $0) }
        while let handle = socket.handle.map(Handle.init) {
            guard let batch = try takeBatch(upTo: count, bytes: bytes) else { return nil }
            if !batch.isEmpty { return batch }
            switch await wait(for: handle, until: deadline) {
            case .ready: continue
            case .timedOut: return []
            case .closed: return nil
            case .cancelled: throw CancellationError()
            }
        }
        return nil
    }

    private func takeBatch(upTo count: Int, bytes: Int) throws(ZMQError) -> [Message]? {
        do {
            return try socket.receive(upTo: count, bytes: bytes)
        } catch  where error.code == .terminated {
            return nil
        }
    }

    /// Waits until the socket has input.
    ///
    /// A method of the actor, so that its closures too stay on the loop's thread.
    private func wait(for socket: Handle, until deadline: ContinuousClock.Instant?) async -> WakeReason {
        let id = loop.makeWaitID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.resumeLater(.init(id: id, socket: socket, deadline: deadline, continuation: continuation))
            }
        } onCancel: {
            loop.cancelWait(id)
        }
    }

    /// Hands messages to libzmq, in order, without waiting.
    ///
    /// - Returns: what became of each: keep those that would block and hand them over later.
    /// - Throws: where the socket is broken or closed; what became of the batch is then unknown.
    @discardableResult
    public func send(_ messages: [Message]) throws(ZMQError) -> [SendOutcome] {
        var outcomes: [SendOutcome] = []
        outcomes.reserveCapacity(messages.count)
        for message in messages { outcomes.append(try socket.send(message)) }
        return outcomes
    }

    // MARK: Monitor

    /// Reports what happens to the endpoint's connections from now on; call it before binding or connecting.
    ///
    /// There is one monitor: a second call ends the first one's stream.
    public func monitor() throws(ZMQError) -> MonitorStream {
        guard let handle = socket.handle.map(Handle.init) else { throw ZMQError(code: .closed, operation: "monitor") }
        closeMonitor(of: handle)
        let (stream, continuation) = MonitorStream.make()
        monitored = try Monitor.start(of: handle, in: loop.context, into: continuation)
        if let reader = monitored?.handle {
            loop.watch(reader) { [weak self] in self?.assumeIsolated { $0.passOnEvents() } }
        }
        return stream
    }

    /// What keeps a connecting endpoint from its server, as far as its ``monitor()`` has told; nil without one.
    public var problem: ConnectionProblem? { diagnosis.problem }

    private func passOnEvents() {
        guard let handle = monitored?.handle else { return }
        if monitored?.drain({ diagnosis.note($0) }) == false { loop.unwatch(handle) }
    }

    private func closeMonitor(of observed: Handle) {
        guard let monitor = monitored.take() else { return }
        if let reader = monitor.handle { loop.unwatch(reader) }
        monitor.close(of: observed)
    }
}
