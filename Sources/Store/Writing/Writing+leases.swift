import GRDB
import Wire

/// A job of the pinned version as a transition needs it.
struct JobRecord {
    var document: Int64
    var extractor: Int64
    var state: JobState
    var attempt: Int
    var failures: Int
    var loneDeaths: Int

    /// Whether this is the attempt that a worker holds now.
    func holds(_ attempt: Int) -> Bool { state == .leased && self.attempt == attempt }
}

extension Writing {
    /// Gives out jobs of the pinned version, durably: the attempt number is used up even if nobody hears of it.
    mutating func lease(count: Int, bytes: Int, suspects: Bool, worker: String) throws -> Outcome {
        // What is given out will be stored: not into what is kept back.
        guard let pinned, count > 0, space == .enough else { return .leased([]) }
        let rows = try db.rows(Self.readyRows, [pinned.id, suspects, steady, count])
        var jobs: [LeasedJob] = []
        var total = 0
        for row in rows {
            let text: String = row[3]
            total += text.utf8.count
            guard jobs.isEmpty || total <= bytes else { break }
            try take(row[0], pinned, worker: worker)
            let attempt: Int = row[2]
            jobs.append(
                LeasedJob(
                    document: KeyBytes.hex(row[1]), attempt: attempt + 1, text: Array(text.utf8), worker: worker,
                    suspect: suspects))
        }
        return .leased(jobs)
    }

    static let readyRows = """
        SELECT j.document, d.key, j.attempt, t.body
        FROM job j JOIN document d ON d.id = j.document JOIN text t ON t.document = j.document
        WHERE j.extractor = ? AND j.state = 0 AND j.suspect = ? AND j.due <= ?
        ORDER BY j.due, j.document LIMIT ?
        """

    /// Back to ready at once; only the current attempt of a leased job counts.
    mutating func release(_ attempts: [Attempt]) throws -> Outcome {
        var changed = false
        for attempt in attempts {
            guard let job = try current(attempt.document, attempt.attempt) else { continue }
            try move(job, to: .ready)
            changed = true
        }
        return .stored(Stored(duplicate: !changed))
    }

    /// The job of the pinned version if this attempt at it is the one that a worker holds now.
    func current(_ key: String, _ attempt: Int) throws -> JobRecord? {
        guard let pinned, let document = try row(of: key), let job = try job(document.id, pinned.id) else { return nil }
        return job.holds(attempt) ? job : nil
    }

    func job(_ document: Int64, _ extractor: Int64) throws -> JobRecord? {
        let row = try db.row(
            """
            SELECT state, attempt, failures, lone_deaths FROM job WHERE document = ? AND extractor = ?
            """, [document, extractor])
        guard let row, let state = JobState(rawValue: row[0]) else { return nil }
        return JobRecord(
            document: document, extractor: extractor, state: state, attempt: row[1], failures: row[2],
            loneDeaths: row[3])
    }

    /// Compare-and-set from the state that the record was read in.
    mutating func move(_ job: JobRecord, to state: JobState) throws {
        try db.run(
            "UPDATE job SET state = ?, since = ? WHERE document = ? AND extractor = ? AND state = ? AND attempt = ?",
            [state.rawValue, now, job.document, job.extractor, job.state.rawValue, job.attempt])
        guard db.changesCount == 1 else { throw WireError(.internal, "The job changed while it was being changed.") }
        if job.extractor == pinned?.id { tally.move(from: job.state, to: state) }
    }

    private mutating func take(_ document: Int64, _ pinned: Extractor, worker: String) throws {
        try db.run(
            """
            UPDATE job SET state = 1, attempt = attempt + 1, since = ?, worker = ?
            WHERE document = ? AND extractor = ? AND state = 0
            """, [now, worker, document, pinned.id])
        guard db.changesCount == 1 else { throw WireError(.internal, "The job changed while it was being leased.") }
        tally.move(from: .ready, to: .leased)
    }
}
