import CZeroMQ

/// The one owner of a libzmq socket: freed when it is closed or goes out of scope.
///
/// A socket belongs to one thread at a time. Once closed, every call fails with ``ZMQError/Code/closed``.
struct Socket: ~Copyable {
    private(set) var handle: UnsafeMutableRawPointer?
    private let limits: MessageLimits
    private let namesUsers: Bool

    init(_ kind: SocketKind, in context: ZMQContext, options: SocketOptions) throws(ZMQError) {
        limits = MessageLimits(frames: options.maxFrames, bytes: options.maxMessageBytes)
        namesUsers = options.namesUsers
        handle = try context.makeSocket(kind.type)
        try options.apply(to: self, kind: kind)
    }

    deinit { if let handle { zmq_close(handle) } }

    mutating func close() {
        guard let handle else { return }
        zmq_close(handle)
        self.handle = nil
    }

    func bind(_ endpoint: String) throws(ZMQError) {
        try ZMQError.check("bind", endpoint) { zmq_bind(handle, endpoint) }
    }

    func unbind(_ endpoint: String) throws(ZMQError) {
        try ZMQError.check("unbind", endpoint) { zmq_unbind(handle, endpoint) }
    }

    func connect(_ endpoint: String) throws(ZMQError) {
        try ZMQError.check("connect", endpoint) { zmq_connect(handle, endpoint) }
    }

    func disconnect(_ endpoint: String) throws(ZMQError) {
        try ZMQError.check("disconnect", endpoint) { zmq_disconnect(handle, endpoint) }
    }

    /// The endpoint last bound, with the port that the system picked.
    func lastEndpoint() throws(ZMQError) -> String {
        var buffer = [UInt8](repeating: 0, count: 1_024)
        var count = buffer.count
        try ZMQError.check("read the endpoint") { zmq_getsockopt(handle, ZMQ_LAST_ENDPOINT, &buffer, &count) }
        return String(decoding: buffer.prefix(max(0, count - 1)), as: UTF8.self)
    }

    func set(_ option: Int32, _ value: Int32) throws(ZMQError) {
        var value = value
        try ZMQError.check("set option \(option)") {
            zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size)
        }
    }

    func set(_ option: Int32, wide value: Int64) throws(ZMQError) {
        var value = value
        try ZMQError.check("set option \(option)") {
            zmq_setsockopt(handle, option, &value, MemoryLayout<Int64>.size)
        }
    }

    func set(_ option: Int32, _ value: [UInt8]) throws(ZMQError) {
        try ZMQError.check("set option \(option)") {
            value.withUnsafeBytes { zmq_setsockopt(handle, option, $0.baseAddress, $0.count) }
        }
    }
}

// MARK: - Messages

extension Socket {
    /// Takes what waits, without waiting, in the order of arrival.
    ///
    /// - Parameters:
    ///   - count: the most messages.
    ///   - bytes: takes no further message once the batch has this many bytes.
    /// - Returns: empty where nothing waits.
    func receive(upTo count: Int, bytes: Int) throws(ZMQError) -> [Message] {
        let part = Part()
        var batch: [Message] = []
        var size = 0
        while batch.count < count, size < bytes, let message = try takeMessage(through: part) {
            size += message.byteCount
            batch.append(message)
        }
        return batch
    }

    private func takeMessage(through part: borrowing Part) throws(ZMQError) -> Message? {
        guard try part.receive(from: handle) else { return nil }
        var message = Message(frames: [])
        message.frames.reserveCapacity(limits.frames < 8 ? limits.frames : part.hasMore ? 6 : 1)
        var size = 0
        while true {
            size += part.count
            // A routing id, made up by the router, does not always name the user: the frames behind it do.
            if namesUsers, message.userID == nil { message.userID = part.userID }
            // Beyond the bounds frames are drained unseen: a message is handed over whole, but never kept whole.
            if message.frames.count >= limits.frames || size > limits.bytes { message.truncated = true }
            if !message.truncated { message.frames.append(part.bytes) }
            guard part.hasMore, try part.receive(from: handle) else { return message }
        }
    }

    /// Hands a message over, without waiting.
    func send(_ message: Message) throws(ZMQError) -> SendOutcome {
        precondition(!message.frames.isEmpty, "A message has at least one frame")
        var outcome = SendOutcome.sent
        for (index, frame) in message.frames.enumerated() {
            let flags = index + 1 < message.frames.count ? ZMQ_DONTWAIT | ZMQ_SNDMORE : ZMQ_DONTWAIT
            let sent = ZMQError.retryingInterrupted {
                frame.withUnsafeBytes { zmq_send(handle, $0.baseAddress, $0.count, flags) }
            }
            if sent >= 0 { continue }
            switch ZMQError.Code.last {
            case .wouldBlock where index == 0: return .wouldBlock
            // The connection died between two frames. libzmq takes the message back, and
            // swallows the rest of it: so the rest must be sent too.
            case .wouldBlock: outcome = .wouldBlock
            case .unreachable: return .unreachable
            case let code: throw ZMQError(code: code, operation: "send")
            }
        }
        return outcome
    }
}

/// What is kept at most of one message.
private struct MessageLimits {
    let frames: Int
    let bytes: Int
}

/// libzmq's buffer for the frame being received.
private struct Part: ~Copyable {
    private let message: UnsafeMutablePointer<zmq_msg_t>

    init() {
        message = .allocate(capacity: 1)
        zmq_msg_init(message)
    }

    deinit {
        zmq_msg_close(message)
        message.deallocate()
    }

    /// Takes the next frame.
    ///
    /// - Returns: false where none waits.
    func receive(from handle: UnsafeMutableRawPointer?) throws(ZMQError) -> Bool {
        let count = ZMQError.retryingInterrupted { zmq_msg_recv(message, handle, ZMQ_DONTWAIT) }
        if count >= 0 { return true }
        let code = ZMQError.Code.last
        if code == .wouldBlock { return false }
        throw ZMQError(code: code, operation: "receive")
    }

    var hasMore: Bool { zmq_msg_more(message) != 0 }
    var count: Int { zmq_msg_size(message) }
    /// The name that the handler gave to the sender's key.
    var userID: String? { zmq_msg_gets(message, "User-Id").map { String(cString: $0) } }
    var bytes: Frame { Frame(UnsafeRawBufferPointer(start: zmq_msg_data(message), count: count)) }
}
