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

    /// Adds an event about entities; the row names a document only because every row does.
    mutating func emit(_ kind: FeedEvent.Kind, document: Int64?, topics: [Int64]) throws {
        guard let row = try document ?? db.value(Int64.self, "SELECT max(id) FROM document") else { return }
        try db.run(
            "INSERT INTO event (kind, document, at, topics) VALUES (?, ?, ?, ?)",
            [EventCode.of(kind), row, now, Data(GlobalID.pack(topics))])
        events.append(
            FeedEvent(event: kind, sequence: Int(db.lastInsertedRowID), topics: topics.map(GlobalID.string)))
    }
}
