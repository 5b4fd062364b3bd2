/// One event of the feed: an announcement, not the data.
public struct FeedEvent: Sendable, Equatable, Codable {
    /// What can happen. A reader ignores kinds it does not know but counts their sequence numbers.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A document was accepted.
        case accepted
        /// A result was stored; `topics` names its entities.
        case stored
        /// A job was given up.
        case dead
        /// A dead job was put back in the queue.
        case retried
        /// A document was deleted.
        case deleted
        /// Names are one entity from now on: the first of `topics` is now the second.
        case merged
        /// Names are several entities from now on: the first of `topics` is now itself and those that follow.
        case split
        /// A person corrected the entities in `topics`.
        case corrected
        /// Each second: no sequence number of its own, `sequence` is the last one given.
        case heartbeat

        /// Whether it is about entities, not about a document.
        public var isAboutEntities: Bool { [.merged, .split, .corrected].contains(self) }
    }

    public var event: Kind
    /// Counts from 1 in the order of commits, without holes.
    public var sequence: Int
    public var document: String?
    /// The `globalId` of each entity concerned.
    public var topics: [String]

    public init(event: Kind, sequence: Int, document: String? = nil, topics: [String] = []) {
        self.event = event
        self.sequence = sequence
        self.document = document
        self.topics = topics
    }
}

/// The second frame of a feed message; the first is the name of the event.
public struct FeedHeader: Sendable, Equatable, Codable {
    /// Random, kept in the database, new in every restored copy.
    public var epoch: String
    public var sequence: Int
    public var document: String?
    public var topics: [String]

    public init(epoch: String, event: FeedEvent) {
        self.epoch = epoch
        sequence = event.sequence
        document = event.document
        topics = event.topics
    }
}
