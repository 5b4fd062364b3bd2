import Foundation
import GRDB
import Wire

extension Writing {
    /// Adds an event; its number is final once the transaction is committed.
    mutating func emit(_ kind: FeedEvent.Kind, document: Int64, key: String, topics: [Int64] = []) throws {
        try db.run(
            "INSERT INTO event (kind, document, at, topics) VALUES (?, ?, ?, ?)",
            [EventCode.of(kind), document, now, Data(GlobalID.pack(topics))])
        events.append(
            FeedEvent(
                event: kind, sequence: Int(db.lastInsertedRowID), document: key,
                topics: topics.map(GlobalID.string)))
    }
}
