import CZeroMQ
import Glibc

/// A failure that libzmq reported: what was being done, to which endpoint, and why it failed.
public struct ZMQError: Error, Sendable, Equatable {
    /// The reason.
    public let code: Code
    /// What was being done, as a verb: `bind`, `send`.
    public let operation: String
    /// The endpoint that was named in the call, such as `tcp://127.0.0.1:7701`.
    public let endpoint: String?

    /// A failure with a known reason.
    public init(code: Code, operation: String, endpoint: String? = nil) {
        self.code = code
        self.operation = operation
        self.endpoint = endpoint
    }

    /// An error number of the system or of libzmq.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: Int32

        public init(rawValue: Int32) { self.rawValue = rawValue }

        /// The context was shut down: the end of every stream.
        public static let terminated = Code(rawValue: ew_eterm())
        /// The socket is closed.
        public static let closed = Code(rawValue: ENOTSOCK)
        /// Another socket is bound to the endpoint.
        public static let addressInUse = Code(rawValue: EADDRINUSE)
        /// No interface of this machine has the address.
        public static let addressNotAvailable = Code(rawValue: EADDRNOTAVAIL)
        /// The endpoint or the option is not valid.
        public static let invalid = Code(rawValue: EINVAL)
        /// The endpoint was never connected or bound.
        public static let notFound = Code(rawValue: ENOENT)
        /// The kind of socket cannot do this.
        public static let notSupported = Code(rawValue: ENOTSUP)
        /// There are too many sockets or open descriptors.
        public static let tooManySockets = Code(rawValue: EMFILE)

        static let wouldBlock = Code(rawValue: EAGAIN)
        static let unreachable = Code(rawValue: EHOSTUNREACH)
        static let interrupted = Code(rawValue: EINTR)

        /// The reason of the call that has just failed on this thread.
        static var last: Code { Code(rawValue: zmq_errno()) }
    }
}

extension ZMQError: CustomStringConvertible {
    /// One sentence for a log, such as
    /// `Cannot bind tcp://127.0.0.1:7701: Address already in use (error 98)`.
    public var description: String {
        let target = endpoint.map { "\(operation) \($0)" } ?? operation
        return "Cannot \(target): \(code)"
    }
}

extension ZMQError.Code: CustomStringConvertible {
    public var description: String { "\(String(cString: zmq_strerror(rawValue))) (error \(rawValue))" }
}

extension ZMQError {
    /// Makes a call again for as long as a signal interrupts it.
    ///
    /// - Returns: the call's result; where it is negative, ``Code/last`` has the reason.
    static func retryingInterrupted(_ call: () -> Int32) -> Int32 {
        while true {
            let result = call()
            if result >= 0 || Code.last != .interrupted { return result }
        }
    }

    /// Makes a call, again where a signal interrupted it, and throws what it failed of.
    @discardableResult
    static func check(
        _ operation: String, _ endpoint: String? = nil, _ call: () -> Int32
    ) throws(ZMQError) -> Int32 {
        let result = retryingInterrupted(call)
        guard result >= 0 else { throw ZMQError(code: .last, operation: operation, endpoint: endpoint) }
        return result
    }
}
