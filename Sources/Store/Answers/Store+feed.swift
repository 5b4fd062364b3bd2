import Foundation
import GRDB
package import Wire

extension Store {
    /// The events after a sequence number, at most 500 and 8 MiB; another epoch starts at the oldest event kept.
    ///
    /// - Throws: `history_trimmed` where events in between are forgotten; `detail.oldest` is the first one kept.
    package func since(
        _ request: Since, deadlineMs: Int? = nil
    ) async throws -> (answer: SinceAnswer, events: [FeedEvent]) {
        let limit = try PageLimit.rows(request.limit, ordinary: Limits.page)
        let epoch = epoch
        let most = options.pageBytes
        return try await read(deadlineMs: deadlineMs) { db in
            let last = try db.value(Int.self, "SELECT seq FROM sqlite_sequence WHERE name = 'event'") ?? 0
            let oldest = try db.value(Int.self, "SELECT sequence FROM event ORDER BY sequence LIMIT 1") ?? last + 1
            let known = request.epoch == epoch ? request.sequence : oldest - 1
            guard known >= oldest - 1 || known >= last else {
                throw WireError(
                    .historyTrimmed, "Events up to \(oldest - 1) are forgotten: list what you need, then go on there.",
                    detail: ["oldest": .number(oldest)])
            }
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT v.sequence, v.kind, d.key, v.topics FROM event v JOIN document d ON d.id = v.document
                        WHERE v.sequence > ? ORDER BY v.sequence LIMIT ?
                        """), arguments: [known, limit])
            var events: [FeedEvent] = []
            var bytes = 0
            while let event = try rows.next().map(Self.event) {
                bytes += Self.size(of: event)
                guard events.isEmpty || bytes <= most else { break }
                events.append(event)
            }
            return (SinceAnswer(epoch: epoch, last: last), events)
        }
    }

    /// The bytes of an event as JSON, at most: a key, and an id of 17 letters in quotes for each topic.
    private static func size(of event: FeedEvent) -> Int { 200 + 20 * event.topics.count }

    private static func event(_ row: Row) -> FeedEvent {
        let topics: Data = row[3]
        let kind = EventCode.kinds[row[1]]
        return FeedEvent(
            event: kind, sequence: row[0], document: kind.isAboutEntities ? nil : KeyBytes.hex(row[2]),
            topics: GlobalID.unpack(Array(topics)).map(GlobalID.string))
    }
}
