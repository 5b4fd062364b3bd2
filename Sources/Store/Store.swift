import Foundation
package import GRDB
import Synchronization
import Wire

/// The one SQLite file of a query service: the durable queue, the texts, the results, the feed, and the answers.
///
/// One connection writes and checkpoints, with `synchronous=FULL`; the readers are read-only. A lock file beside the
/// database keeps a second service out. `Store.docc/Database.md` explains the layout.
package final class Store: Sendable {
    /// Random, made with the database; the feed's sequence numbers count within it.
    package let epoch: String
    /// Where the database lies as it was before its layout was brought up to date; nil where it was the newest.
    package let olderCopy: String?
    let options: StoreOptions
    let path: String
    let pool: DatabasePool
    /// For services of before, which know of no other.
    private let lockBeside: FileLock
    /// Released after SQLite has closed the file.
    private let lock: FileLock
    let held: HeldFiles
    let rescue = Mutex(Rescue())
    private let tally: Mutex<Tally>
    private let clock: Mutex<SteadyClock>
    /// What was committed and is not folded into the sorted tables yet.
    private let recent: Mutex<Recent>
    /// Used by the writing connection alone; changed after COMMIT.
    private let folding: Mutex<Folding>
    /// The size of the log at which the writer empties it next.
    private let logLimit: Mutex<Int>

    /// Opens or makes the database at a path; blocks while it checks it, which takes long only after an unclean end.
    ///
    /// - Throws: what is wrong with the file, in a sentence for the operator.
    package init(path: String, options: StoreOptions = StoreOptions()) throws(StoreError) {
        let given = path
        try DatabaseCheck.place(given)
        let path = FileLock.behindLink(path)
        self.path = path
        self.options = options
        logLimit = Mutex(options.maximumLogBytes)
        try Self.checkRestored(path: path)
        try Self.checkRescued(path: path)
        try DatabaseCheck.identity(path: path)
        lockBeside = try FileLock(path: path + ".lock")
        lock = try FileLock(path: path)
        let held = HeldFiles(given: given, path: path, lock: lock)
        self.held = held
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(of: held))
            olderCopy = try Self.prepare(pool, path: path, options: options)
            let found = try pool.writeWithoutTransaction { db in
                (
                    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'epoch'") ?? "",
                    try Tally.read(db) ?? Self.count(db),
                    try Self.latestTime(db, options),
                    try Recent.load(db)
                )
            }
            recent = Mutex(found.3.recent)
            folding = Mutex(Folding(sequence: found.3.sequence))
            epoch = found.0
            try pool.writeWithoutTransaction { db in try Self.noteFiles(held, db) }
            tally = Mutex(found.1)
            clock = Mutex(SteadyClock(last: found.2))
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.unusable, "Cannot open \(path): \(error).")
        }
    }

    /// Carries out a batch of operations in one transaction, a savepoint each; returns after COMMIT.
    ///
    /// A refused operation is an outcome and undoes nothing else. A full disk or a database held by another program refuses
    /// them all. Goes on when the calling task is cancelled, so that no outcome is unknown.
    /// - Parameter now: Unix milliseconds.
    /// - Throws: any other error of SQLite: nothing was stored, and the service must end.
    package func commit(_ operations: [Operation], now: Int64) async throws -> Commit {
        if let loss = held.problem { return try await refused(operations, now, loss) }
        let space = FreeSpace.bytes(at: path) ?? .max
        let lead = clock.withLock { clock in
            _ = clock.time(now)
            return clock.lead
        }
        return try await writing { [self] db in
            do {
                let commit = try transaction(
                    db, operations, now: now, lead: lead, hasSpace: space >= options.minimumFreeBytes)
                try boundLog(db)
                return commit
            } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
                return try refused(
                    operations, db, now, lead,
                    WireError(.storageFull, "The disk is full: make room on the service's file system.", retry: .later))
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                return try refused(
                    operations, db, now, lead,
                    WireError(.notStored, "Another program holds the database file: close it.", retry: .later))
            }
        }
    }

    /// Answers from a consistent state of the database on a read-only connection.
    ///
    /// - Throws: `deadline` when the time is over, `WireError`s of the body.
    package func read<Answer: Sendable>(
        deadlineMs: Int?, _ body: @Sendable @escaping (Database) throws -> Answer
    ) async throws -> Answer {
        let deadlineMs = deadlineMs ?? options.deadlineMs
        let deadline = ContinuousClock.now + .milliseconds(deadlineMs)
        do {
            return try await pool.read { db in try Deadline.run(db, until: deadline) { try body(db) } }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw WireError(
                .deadline, "The answer took longer than \(deadlineMs) ms: ask for less or wait longer.", retry: .later)
        }
    }

    /// The same with what is not folded yet.
    func answer<Answer: Sendable>(
        deadlineMs: Int?, _ body: @Sendable @escaping (Lookup) throws -> Answer
    ) async throws -> Answer {
        // Taken before the state of the file: what is folded in between is found in both and agrees.
        let recent = recent.withLock { $0 }
        return try await read(deadlineMs: deadlineMs) { db in try body(Lookup(db: db, recent: recent)) }
    }

    /// The jobs that were in workers' hands when the service ended, without their texts; by document key.
    package func leasedJobs() async throws -> [LeasedJob] {
        try await pool.read { db in
            guard let pinned = try Writing.pinned(db) else { return [] }
            let rows = try db.rows(Self.leasedRows, [pinned.id])
            return rows.map { row in
                LeasedJob(
                    document: KeyBytes.hex(row[0]), attempt: row[1], text: [], worker: row[2] ?? "", suspect: row[3])
            }
        }
    }

    static let leasedRows = """
        SELECT d.key, j.attempt, j.worker, j.suspect FROM job j JOIN document d ON d.id = j.document
        WHERE j.extractor = ? AND j.state = 1 ORDER BY d.key
        """

    /// Moves the write-ahead log into the file and empties it; for idle moments. Does less while an answer is read.
    package func checkpoint() async throws {
        guard held.problem == nil else { return }
        try await writing { [self] db in
            try foldMore(db)
            try Self.emptyLog(db)
            db.releaseMemory()
        }
    }

    /// Empties a log that has become too long, as readers that never pause keep it from being used again from its start.
    /// Waits a second for them; where that does not help, goes on until the log has grown by another quarter.
    private func boundLog(_ db: Database) throws {
        guard logBytes > logLimit.withLock({ $0 }) else { return }
        do {
            try Self.emptyLog(db, waitingMs: 1_000)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            // The commit is made all the same; the next one finds the disk full itself.
        }
        let left = logBytes
        logLimit.withLock { $0 = max(options.maximumLogBytes, left + options.maximumLogBytes / 4) }
    }

    /// The bytes of the write-ahead log.
    var logBytes: Int { Self.bytes(of: path + "-wal") }

    private static func bytes(of file: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
    }

    /// Marks the end as clean, empties the log and closes the file. No other call may follow.
    package func close() throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "UPDATE meta SET value = '1' WHERE name = 'clean'")
            try Self.emptyLog(db)
        }
        try pool.close()
        releaseLocks()
    }

    /// Lets the next service in.
    func releaseLocks() {
        lock.release()
        lockBeside.release()
    }

    /// What there is, from memory.
    var counted: Tally { tally.withLock { $0 } }

    /// The documents that wait or are worked on; from memory, so that no question can hold it up.
    package var openJobs: Int {
        let tally = counted
        return tally.ready + tally.jobs[JobState.leased.rawValue]
    }

    /// The bytes of the file and its log.
    var databaseBytes: Int { Self.bytes(of: path) + logBytes }

    private func transaction(
        _ db: Database, _ operations: [Operation], now: Int64, lead: Int64, hasSpace: Bool
    ) throws -> Commit {
        do {
            try db.beginTransaction(.immediate)
            var writing = try Writing(
                db, now: now, lead: lead, options: options, hasSpace: hasSpace, recent: recent.withLock { $0 })
            let outcomes = try operations.map { try writing.perform($0) }
            try writing.finish()
            let changes = writing.draft
            let commit = Commit(
                outcomes: outcomes, events: writing.events, queue: try writing.summary(), last: try writing.last())
            let counted = try counted(writing, db)
            var folding = folding.withLock { $0 }
            let folded = try folding.note(
                changes, on: writing.lookup.recent, documents: counted.documents, db)
            options.hooks.beforeCommit?()
            try db.commit()
            tally.withLock { $0 = counted }
            // Nobody else holds it then, unless a question is being answered: it is changed in place.
            writing.lookup.recent = Recent()
            recent.withLock { recent in
                recent.apply(changes, sequence: folding.sequence)
                if let folded { recent.forget(through: folded) }
            }
            self.folding.withLock { [folding] in $0 = folding }
            return commit
        } catch {
            // SQLite may have rolled back by itself, as it does when the disk is full.
            if db.isInsideTransaction { try db.rollback() }
            throw error
        }
    }

    /// What there is after a transaction; the file remembers it, so that a start need not count.
    private func counted(_ writing: Writing, _ db: Database) throws -> Tally {
        var counted = counted
        if writing.tally.recount {
            counted = try Self.count(db)
            counted.entities += writing.tally.entities
        } else {
            counted = writing.tally.applied(to: counted)
        }
        if counted != self.counted { try counted.write(db) }
        return counted
    }

    /// Folds a part of what is in memory, for idle moments.
    private func foldMore(_ db: Database) throws {
        var folding = folding.withLock { $0 }
        let recent = recent.withLock { $0 }
        guard !recent.isEmpty else { return }
        var folded: Int64?
        try db.inTransaction(.immediate) {
            folded = try folding.goOn(recent, rows: Folding.idleRows, db)
            return .commit
        }
        if let folded { self.recent.withLock { $0.forget(through: folded) } }
        self.folding.withLock { [folding] in $0 = folding }
    }

    private func refused(
        _ operations: [Operation], _ db: Database, _ now: Int64, _ lead: Int64, _ error: WireError
    ) throws -> Commit {
        let view = try Writing(db, now: now, lead: lead, options: options, hasSpace: false, recent: Recent())
        return Commit(
            outcomes: operations.map { _ in .refused(error) }, events: [], queue: try view.summary(),
            last: try view.last(), failure: error)
    }

    /// The path leads elsewhere: whoever brings something new is told for good, whoever works may come back with it.
    private func refused(_ operations: [Operation], _ now: Int64, _ loss: FileLoss) async throws -> Commit {
        try await writing { [self] db in
            var commit = try refused(
                operations, db, now, clock.withLock { $0.lead }, WireError(.notStored, loss.sentence, retry: .later))
            for (index, operation) in operations.enumerated() where operation.bringsSomethingNew {
                commit.outcomes[index] = .refused(WireError(.notStored, loss.sentence, retry: .never))
            }
            return commit
        }
    }

    /// Runs on the one connection that writes, whatever becomes of the calling task.
    func writing<Answer: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { db in
                continuation.resume(with: Result { try body(db) })
            }
        }
    }
}
