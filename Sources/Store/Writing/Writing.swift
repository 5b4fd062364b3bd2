import Annotation
import GRDB
import Wire

/// One transaction: what it sees, what it has done so far, and what waits for its end.
///
/// Each operation runs in a savepoint and throws a `WireError` to be undone alone. FTS5 writes its pending words out at
/// each savepoint, so words are written once, by `finish()`; what has no place near the document is gathered in `draft`.
struct Writing {
    /// An extractor version as the file knows it.
    struct Extractor: Equatable {
        var id: Int64
        var version: String
    }

    let db: Database
    /// The wall clock, for what people read.
    let now: Int64
    /// What `SteadyClock` is ahead of it.
    let lead: Int64
    let options: StoreOptions
    let hasSpace: Bool
    var pinned: Extractor?
    var events: [FeedEvent] = []
    var tally = TallyChange()
    /// The file and memory as they were when the transaction began.
    var lookup: Lookup
    /// What the operations so far changed of memory.
    var draft = Changes()
    /// What the operation that runs now adds to `draft` if it succeeds.
    var own = Changes()
    /// The documents whose rows in the indexes may have to change, and what those were.
    var touched: [Int64: Before] = [:]
    /// How many documents named the forms of `draft` when the transaction began.
    var documentsBefore: [Int64: Int] = [:]

    init(_ db: Database, now: Int64, lead: Int64, options: StoreOptions, hasSpace: Bool, recent: Recent) throws {
        self.db = db
        self.now = now
        self.lead = lead
        self.options = options
        self.hasSpace = hasSpace
        lookup = Lookup(db: db, recent: recent)
        pinned = try Self.pinned(db)
    }

    /// The time that decides when a job is due.
    var steady: Int64 { now + lead }

    /// Runs one operation; a refused one leaves no trace.
    mutating func perform(_ operation: Operation) throws -> Outcome {
        if case .repin = operation {
            // It replaces the counters: what waits for them must be in the file.
            try settleIndexes()
            for record in draft.records.values { try FormRows.write(record, db) }
            draft.records = [:]
        }
        let before = (events.count, tally, pinned, lookup)
        own = Changes()
        try db.run("SAVEPOINT operation")
        do {
            let outcome = try outcome(of: operation)
            try db.run("RELEASE operation")
            draft.add(own)
            own = Changes()
            return outcome
        } catch let error {
            guard let refusal = Self.refusal(error) else { throw error }
            try db.run("ROLLBACK TO operation")
            try db.run("RELEASE operation")
            events.removeLast(events.count - before.0)
            (tally, pinned, lookup) = (before.1, before.2, before.3)
            own = Changes()
            return .refused(refusal)
        }
    }

    /// Writes what was gathered and forgets what is old. To be called once, before COMMIT.
    mutating func finish() throws {
        try settleIndexes()
        tally.entities += newEntities()
        try trim()
    }

    /// How many entities more are named by a document than before.
    private func newEntities() -> Int {
        draft.records.values.reduce(0) { sum, record in
            sum + (record.documents > 0 ? 1 : 0) - (documentsBefore[record.form] ?? 0 > 0 ? 1 : 0)
        }
    }

    /// When the first ready job on one side of a time is due; of all statements the one that runs most often.
    static func nextDue(_ sign: String) -> String {
        "SELECT due FROM job WHERE extractor = ? AND state = 0 AND suspect = ? AND due \(sign) ? ORDER BY due LIMIT 1"
    }

    /// What the transaction leaves waiting.
    func summary() throws -> QueueSummary {
        var summary = QueueSummary(
            ordinaryReady: false, suspectReady: false, nextNotBefore: nil, pinned: pinned?.version)
        guard let pinned else { return summary }
        for suspect in [false, true] {
            func due(_ sign: String) throws -> Int64? {
                try db.value(Int64.self, Self.nextDue(sign), [pinned.id, suspect, steady])
            }
            let ready = try due("<=") != nil
            if suspect { summary.suspectReady = ready } else { summary.ordinaryReady = ready }
            if let next = try due(">").map({ $0 - lead }) {
                summary.nextNotBefore = min(next, summary.nextNotBefore ?? next)
            }
        }
        return summary
    }

    /// The last sequence number ever given.
    func last() throws -> Int {
        try db.value(Int.self, "SELECT seq FROM sqlite_sequence WHERE name = 'event'") ?? 0
    }

    private mutating func outcome(of operation: Operation) throws -> Outcome {
        switch operation {
        case .pin(let extractor): try pin(extractor)
        case .repin(let extractor): try repin(extractor)
        case .submit(let document, let text, let submission): try submit(document, text, submission)
        case .publish(let document, let text, let submission, let extractor, let annotation, let json):
            try publish(document, text, submission, Finding(extractor: extractor, annotation: annotation, json: json))
        case .lease(let count, let bytes, let suspects, let worker):
            try lease(count: count, bytes: bytes, suspects: suspects, worker: worker)
        case .result(let document, let attempt, let extractor, let annotation, let json, let worker):
            try result(
                of: Attempt(document: document, attempt: attempt),
                Finding(extractor: extractor, annotation: annotation, json: json), worker: worker)
        case .fail(let fail, let worker): try self.fail(fail, worker: worker)
        case .release(let attempts): try release(attempts)
        case .ended(let attempts): try ended(attempts)
        case .delete(let document, let command): try delete(document, command: command)
        case .expire(let documents, let moment): try expire(documents, before: moment)
        case .retry(let documents, let command): try retry(documents, command: command)
        }
    }

    /// What a thrown error tells the sender of one operation; nil where the whole transaction is at stake.
    private static func refusal(_ error: any Error) -> WireError? {
        if let error = error as? WireError { return error }
        guard let error = error as? DatabaseError, error.resultCode == .SQLITE_CONSTRAINT else { return nil }
        return WireError(.internal, "The database refused the change: \(error.message ?? "a constraint failed").")
    }

    /// Forgets old events and replies, a few at a time.
    private func trim() throws {
        let limit = now - Int64(options.eventRetentionDays) * 86_400_000
        if let oldest = try db.value(Int64.self, "SELECT at FROM event ORDER BY sequence LIMIT 1"), oldest < limit {
            try db.run(
                """
                DELETE FROM event WHERE sequence IN (
                    SELECT sequence FROM (SELECT sequence, at FROM event ORDER BY sequence LIMIT 256) WHERE at < ?)
                """, [limit])
        }
        try db.run("DELETE FROM command WHERE id IN (SELECT id FROM command WHERE at < ? LIMIT 64)", [limit])
    }
}
