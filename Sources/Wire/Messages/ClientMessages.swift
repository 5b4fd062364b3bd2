/// The header of QUERY; the body holds the parameters as a JSON object.
public struct Query: Sendable, Equatable, Codable {
    public var method: String
    /// How long the client waits, in milliseconds; the service stops the question then. 5,000 if absent.
    public var deadlineMs: Int?

    public init(method: String, deadlineMs: Int? = nil) {
        self.method = method
        self.deadlineMs = deadlineMs
    }
}

/// The header of COMMAND; the body holds the parameters as a JSON object.
public struct Command: Sendable, Equatable, Codable {
    public var method: String
    /// Made by the client, 1 to 64 characters; the same id again gives the same reply and changes nothing.
    public var command: String

    public init(method: String, command: String) {
        self.method = method
        self.command = command
    }
}

/// The header of OK; the body holds the answer.
public struct Answer: Sendable, Equatable, Codable {
    /// Where there is more: the value of the parameter `after` that asks for the next page.
    public var next: String?

    public init(next: String? = nil) { self.next = next }
}

/// The header of SINCE: the events after a sequence number.
public struct Since: Sendable, Equatable, Codable {
    /// The epoch that the client knows; nil or another one than the service's starts at the oldest event kept.
    public var epoch: String?
    public var sequence: Int
    /// At most this many events; 500 at most.
    public var limit: Int?

    public init(epoch: String?, sequence: Int, limit: Int? = nil) {
        self.epoch = epoch
        self.sequence = sequence
        self.limit = limit
    }
}

/// The header of the OK that answers SINCE; the body holds `{"events": […]}`.
public struct SinceAnswer: Sendable, Equatable, Codable {
    public var epoch: String
    /// The last sequence number of all.
    public var last: Int

    public init(epoch: String, last: Int) {
        self.epoch = epoch
        self.last = last
    }
}

/// The body of the OK that answers SINCE.
public struct EventPage: Sendable, Equatable, Codable {
    public var events: [FeedEvent]

    public init(events: [FeedEvent]) { self.events = events }
}

/// The header of PING and of BYE.
public struct Empty: Sendable, Equatable, Codable {
    public init() {}
}

/// The header of PONG.
public struct Pong: Sendable, Equatable, Codable {
    /// The version of the service's program.
    public var version: String
    public var epoch: String
    public var last: Int

    public init(version: String, epoch: String, last: Int) {
        self.version = version
        self.epoch = epoch
        self.last = last
    }
}
