/// What the header of ERROR says: a bad message is a value that goes back to its sender.
public struct WireError: Error, Sendable, Equatable, Codable {
    /// The codes of EW/1. A peer must treat an unknown code by its `retry` alone.
    public enum Code: String, Sendable, Codable, CaseIterable {
        case version, malformed
        case tooLarge = "too_large"
        case unknownKind = "unknown_kind"
        case badField = "bad_field"
        case unauthorised
        case unknownDocument = "unknown_document"
        case unknownEntity = "unknown_entity"
        case ambiguous
        case staleAttempt = "stale_attempt"
        case unknownSession = "unknown_session"
        case busy
        case tooManyRequests = "too_many_requests"
        case storageFull = "storage_full"
        case notStored = "not_stored"
        case deadline
        case historyTrimmed = "history_trimmed"
        case draining
        case `internal`
    }

    /// Whether to send the same request again.
    public enum Retry: String, Sendable, Codable { case never, later, now }

    public var code: Code
    /// One sentence for the person who reads it at night: what was wrong and what to do.
    public var message: String
    public var retry: Retry
    /// What a program may want: `field`, `limit`, `retryAfterMs`, `candidates`, `supported`.
    public var detail: [String: Detail]?

    /// A value of `detail`.
    public enum Detail: Sendable, Equatable, Codable {
        case text(String)
        case number(Int)
        case list([String])

        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .list(try container.decode([String].self))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .list(let list): try container.encode(list)
            }
        }
    }

    public init(_ code: Code, _ message: String, retry: Retry = .never, detail: [String: Detail]? = nil) {
        self.code = code
        self.message = message
        self.retry = retry
        self.detail = detail
    }

    /// A field of a header, of parameters or the text itself that cannot be accepted.
    public static func badField(_ field: String, _ message: String) -> WireError {
        WireError(.badField, message, detail: ["field": .text(field)])
    }

    /// A part of a message above its limit.
    public static func tooLarge(_ part: String, size: Int, limit: Int) -> WireError {
        WireError(
            .tooLarge, "The \(part) has \(size) bytes; the limit is \(limit).",
            detail: ["part": .text(part), "limit": .number(limit)])
    }

    /// A queue is full or the service is otherwise occupied.
    public static func busy(_ message: String, retryAfterMs: Int) -> WireError {
        WireError(.busy, message, retry: .later, detail: ["retryAfterMs": .number(retryAfterMs)])
    }
}

extension WireError: CustomStringConvertible {
    public var description: String { "\(code.rawValue): \(message)" }
}
