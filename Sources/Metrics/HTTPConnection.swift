import Glibc

/// One connection to the metrics: a request is read, an answer written, the rest drained for a moment, and that is all.
struct HTTPConnection {
    /// How long each step may take, in milliseconds.
    private static let patience: Int64 = 5_000
    private static let drainingPatience: Int64 = 500

    enum Phase: Equatable {
        case reading
        /// Whoever makes the answers is at it.
        case waiting(HTTPRequest)
        case writing
        /// The answer is out. What the other side still sends is thrown away, or it would not get to read the answer.
        case draining
        case over
    }

    let descriptor: Int32
    private(set) var phase = Phase.reading
    private(set) var deadline: Int64
    private var input: [UInt8] = []
    private var output: ArraySlice<UInt8> = []

    init(_ descriptor: Int32, now: Int64) {
        self.descriptor = descriptor
        deadline = now + Self.patience
    }

    /// What to wait for.
    var events: Int16 {
        switch phase {
        case .reading, .draining: Int16(POLLIN)
        case .writing: Int16(POLLOUT)
        case .waiting, .over: 0
        }
    }

    /// Goes on as far as the socket lets it.
    mutating func advance(now: Int64) {
        switch phase {
        case .reading: readRequest(now: now)
        case .writing: writeAnswer(now: now)
        case .draining: if receive() == nil { phase = .over }
        case .waiting, .over: break
        }
    }

    /// The answer to the request.
    mutating func answer(_ answer: HTTPAnswer, now: Int64, isHead: Bool = false) {
        output = answer.bytes(isHead: isHead)[...]
        phase = .writing
        deadline = now + Self.patience
        writeAnswer(now: now)
    }

    private mutating func readRequest(now: Int64) {
        guard let bytes = receive() else {
            phase = .over
            return
        }
        let searched = input.count
        input += bytes
        switch HTTPRequest.read(input, searched: searched) {
        case .incomplete: break
        case .complete(let request):
            phase = .waiting(request)
            deadline = now + Self.patience
        case .malformed: answer(.malformed, now: now)
        case .tooLong: answer(.tooLong, now: now)
        }
    }

    private mutating func writeAnswer(now: Int64) {
        while !output.isEmpty {
            let sent = output.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if sent > 0 {
                output.removeFirst(sent)
            } else {
                if sent < 0, errno == EAGAIN || errno == EINTR { return }
                phase = .over
                return
            }
        }
        shutdown(descriptor, Int32(SHUT_WR))
        phase = .draining
        deadline = now + Self.drainingPatience
    }

    /// What has come, empty where nothing waits; nil at the end.
    private func receive() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: HTTPRequest.limit)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 { return Array(buffer[..<count]) }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
    }
}
