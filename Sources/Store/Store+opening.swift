import GRDB
import GRDBSQLite

extension Store {
    /// A guard only: nobody else should write.
    static let busyTimeoutMs: Int32 = 5_000

    /// - Parameter held: no connection is made where the path leads elsewhere by now.
    static func configuration(of held: HeldFiles) -> Configuration {
        var configuration = Configuration()
        configuration.label = "entitywire"
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(Double(busyTimeoutMs) / 1_000)
        configuration.prepareDatabase { db in
            if let loss = held.problem { throw loss }
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            KeyFunctions.add(to: db)
        }
        return configuration
    }

    /// Brings the layout up to date, checks the file after an unclean end, and marks it as open.
    ///
    /// - Returns: where a copy of the older layout lies; nil where the layout was the newest one.
    static func prepare(_ pool: DatabasePool, path: String, options: StoreOptions) throws -> String? {
        try pool.writeWithoutTransaction { db in
            // GRDB sets NORMAL for its pools; an acknowledgement of ours promises more.
            try db.execute(
                sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000")
            if let pages = options.maximumPages { try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
        }
        let copy = try pool.writeWithoutTransaction { db in
            try Schema.pending(db).map { try backUp(db, path, before: $0, options) }
        }
        try Schema.prepare(pool)
        try pool.writeWithoutTransaction { db in
            try CopyMark.remove(db)
            if try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'clean'") != "1" {
                try DatabaseCheck.integrity(db, path: path)
            }
            try db.execute(sql: "UPDATE meta SET value = '0' WHERE name = 'clean'")
            try emptyLog(db)
        }
        return copy
    }

    /// Tells what is held from what may lie at its path later.
    static func noteFiles(_ held: HeldFiles, _ db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT (rootpage - 1) * page_size, (SELECT value FROM meta WHERE name = 'epoch')
                FROM sqlite_master, pragma_page_size WHERE name = 'meta'
                """)
        guard let row, let epoch = row[1] as String? else { return }
        held.note(offset: row[0], mark: Array(epoch.utf8))
    }

    /// A full checkpoint that waits for no reader unless told to, because the queue would wait with it.
    static func emptyLog(_ db: Database, waitingMs: Int32 = 0) throws {
        sqlite3_busy_timeout(db.sqliteConnection, waitingMs)
        defer { sqlite3_busy_timeout(db.sqliteConnection, busyTimeoutMs) }
        do {
            _ = try db.checkpoint(.truncate)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // A reader looks at an older state: what it needs stays in the log until the next time.
        }
    }

    /// The latest time that a job waits for, less the wait that a failure may have put in front of it.
    static func latestTime(_ db: Database, _ options: StoreOptions) throws -> Int64 {
        try Int64.fetchOne(db, sql: latestDue, arguments: [options.maxBackOffMs * 6 / 5]) ?? 0
    }

    static let latestDue = """
        SELECT max(CASE attempt WHEN 0 THEN due ELSE due - ? END) FROM job INDEXED BY job_due WHERE state = 0
        """

    static func count(_ db: Database) throws -> Tally {
        var tally = Tally()
        tally.documents = try Int.fetchOne(db, sql: "SELECT count(*) FROM document WHERE deleted = 0") ?? 0
        tally.entities = try Int.fetchOne(db, sql: "SELECT count(*) FROM ranking") ?? 0
        guard let pinned = try Writing.pinned(db) else { return tally }
        let rows = try Row.fetchAll(
            db, sql: "SELECT state, count(*) FROM job WHERE extractor = ? GROUP BY state", arguments: [pinned.id])
        for row in rows { tally.jobs[row[0]] = row[1] }
        return tally
    }
}
