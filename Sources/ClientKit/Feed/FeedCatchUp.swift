import Wire

/// Makes a gapless, ordered stream of a feed that may lose messages: a pure state machine.
///
/// ```
///              page reaches the last event
///  asking ────────────────────────────────────► following
///    ▲                                             │
///    └─────────────────────────────────────────────┘
///       a number was left out · a heartbeat knows of a later event · another epoch · the socket was made anew
/// ```
///
/// While it is asking, live messages wait (in the socket, or dropped there): what a page brought is dropped when it comes
/// again, and what is missing shows as the next gap.
struct FeedCatchUp {
    /// The last event seen.
    private(set) var position: FeedPosition
    /// The question to put to the service now; nil while following.
    private(set) var question: Since?
    private let pageSize: Int

    /// Begins after a position, with a question.
    init(after position: FeedPosition, pageSize: Int = 500) {
        self.position = position
        self.pageSize = pageSize
        ask()
    }

    private mutating func ask() {
        question = Since(epoch: position.epoch, sequence: position.sequence, limit: pageSize)
    }

    /// The connection to the feed is new: nobody knows what was said meanwhile.
    mutating func feedInterrupted() { ask() }

    /// Takes a message of the feed in; the events to give out, at most one.
    mutating func live(epoch: String, _ message: FeedMessage) -> [FeedRecord] {
        guard question == nil else { return [] }
        guard epoch == position.epoch else {
            ask()
            return []
        }
        let isHeartbeat = message.event == FeedEvent.Kind.heartbeat.rawValue
        let expected = isHeartbeat ? position.sequence : position.sequence + 1
        if message.sequence > expected {
            ask()
            return []
        }
        if isHeartbeat || message.sequence < expected { return [] }
        return give(epoch, [message])
    }

    /// Takes the answer to ``question`` in; the events to give out, in order.
    mutating func page(_ answer: SinceAnswer, _ events: [FeedMessage]) throws(ClientError) -> [FeedRecord] {
        guard question != nil else { return [] }
        let isNewHistory = answer.epoch != position.epoch
        if isNewHistory {
            // A bare number, or the beginning, counts in whichever history the service has; the numbers of another
            // history begin anew.
            let begin = position.epoch == nil ? position.sequence : 0
            position = FeedPosition(epoch: answer.epoch, sequence: begin)
        }
        let fresh = events.filter { $0.sequence > position.sequence }
        for (earlier, later) in zip(fresh, fresh.dropFirst()) where later.sequence <= earlier.sequence {
            throw .badAnswer("events out of order")
        }
        let records = give(answer.epoch, fresh)
        if fresh.isEmpty, position.sequence > answer.last {
            throw ClientError(.invalid, "The feed ends at event \(answer.last): start there or before.")
        }
        if position.sequence >= answer.last {
            question = nil
        } else if fresh.isEmpty, !isNewHistory {
            throw .badAnswer("events \(position.sequence + 1) to \(answer.last) are missing")
        } else {
            ask()
        }
        return records
    }

    private mutating func give(_ epoch: String, _ messages: [FeedMessage]) -> [FeedRecord] {
        guard let last = messages.last else { return [] }
        position = FeedPosition(epoch: epoch, sequence: last.sequence)
        // A kind from a newer service counts, and is not given out.
        return messages.compactMap { message in message.known.map { FeedRecord(epoch: epoch, event: $0) } }
    }
}
