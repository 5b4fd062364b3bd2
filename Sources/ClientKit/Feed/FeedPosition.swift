/// A place in the feed: everything up to this event has been seen. Written `epoch:sequence`.
public struct FeedPosition: Sendable, Hashable, CustomStringConvertible {
    /// Which history the number counts in: nil stands for whichever the service has.
    public var epoch: String?
    public var sequence: Int

    public init(epoch: String?, sequence: Int) {
        self.epoch = epoch
        self.sequence = sequence
    }

    /// Before the oldest event that the service keeps.
    public static let beginning = FeedPosition(epoch: nil, sequence: 0)

    /// Reads `epoch:sequence`, or a bare number in the service's current history; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let last = parts.last, let sequence = Int(last), sequence >= 0, parts.count <= 2 else { return nil }
        if parts.count == 2, parts[0].isEmpty { return nil }
        self.init(epoch: parts.count == 2 ? String(parts[0]) : nil, sequence: sequence)
    }

    public var description: String { epoch.map { "\($0):\(sequence)" } ?? "\(sequence)" }
}
