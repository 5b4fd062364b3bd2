import Wire

/// An event as it stands on the wire, of a kind that this program may not know.
struct FeedMessage: Sendable, Equatable, Decodable {
    var event: String
    var sequence: Int
    var document: String?
    var topics: [String]?

    /// The event, where its kind is known.
    var known: FeedEvent? {
        FeedEvent.Kind(rawValue: event).map {
            FeedEvent(event: $0, sequence: sequence, document: document, topics: topics ?? [])
        }
    }

    /// Reads the two frames of a message of the feed, the kind and the header; nil where they are neither.
    static func read(_ frames: [[UInt8]]) -> (epoch: String, message: FeedMessage)? {
        guard frames.count >= 2 else { return nil }
        guard let header = try? JSONShape.decode(FeedHeader.self, from: frames[1], part: "header") else { return nil }
        let message = FeedMessage(
            event: String(decoding: frames[0], as: UTF8.self), sequence: header.sequence, document: header.document,
            topics: header.topics)
        return (header.epoch, message)
    }
}

/// The body of the answer to SINCE.
struct FeedPage: Sendable, Equatable, Decodable {
    var events: [FeedMessage]
}
