public import Wire

/// Why a request failed: a code for programs, and one sentence that says what to do.
public struct ClientError: Error, Sendable, Equatable {
    /// The classes of failures.
    public enum Code: Sendable, Equatable {
        /// Nobody was there to talk to: the request has not been done.
        case unreachable
        /// The service lets in only who has a key, and does not know this client's: nothing was sent.
        case keyRefused
        /// Whoever answers cannot prove to be the service whose public key the client has: nothing was sent.
        case wrongService
        /// The request went out and no answer came: the outcome is unknown. Repeating it is safe.
        case noAnswer
        /// The service answered with ERROR: see ``ClientError/answer``.
        case refused
        /// The answer cannot be read.
        case badAnswer
        /// The request, an option or an address cannot be right: nothing was sent.
        case invalid
        /// The caller's task was cancelled; what was sent may have been done.
        case cancelled
        /// The client was closed, or its `run()` ended.
        case closed
    }

    public let code: Code
    /// One sentence for people: what was wrong, what to do.
    public let message: String
    /// What the service said, for ``Code/refused``.
    public let answer: WireError?

    public init(_ code: Code, _ message: String, answer: WireError? = nil) {
        self.code = code
        self.message = message
        self.answer = answer
    }

    /// The service's own words.
    static func refused(_ answer: WireError) -> ClientError { ClientError(.refused, answer.message, answer: answer) }

    static let cancelled = ClientError(.cancelled, "The request was cancelled.")
    static let closed = ClientError(.closed, "The client is closed: make a new one, and keep its run() going.")

    static func unreachable(_ endpoint: String) -> ClientError {
        ClientError(
            .unreachable, "No service answers at \(endpoint): check that it runs, and the address and the port.")
    }

    static func noAnswer(_ endpoint: String, after timeout: Duration) -> ClientError {
        ClientError(
            .noAnswer,
            "The service at \(endpoint) did not answer within \(timeout.components.seconds) s: the outcome is unknown, "
                + "and it is safe to repeat the request.")
    }

    static func badAnswer(_ problem: String) -> ClientError {
        ClientError(
            .badAnswer,
            "The service's answer cannot be read (\(problem)): check that client and service are of one version.")
    }
}

extension ClientError: CustomStringConvertible {
    public var description: String { message }
}
