import GRDB
import Glibc
import Synchronization

extension Store {
    /// The time to be used where something is deleted by age, and whether the wall clock is doubted.
    ///
    /// - Parameter wall: the wall clock, in Unix milliseconds.
    package func trustedTime(wall: Int64) -> (time: Int64, isDoubted: Bool) {
        trustedClock.withLock { clock in (clock.read(wall: wall, steady: Self.steadyMs), clock.isDoubted) }
    }

    static var wallMs: Int64 { read(CLOCK_REALTIME) }

    /// Goes on while the machine sleeps, and is not set.
    static var steadyMs: Int64 { read(CLOCK_BOOTTIME) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// The latest time that is known to have been right: that of the newest event, or what was saved; what happened while
    /// the clock was doubted says nothing.
    static func lastTrusted(_ db: Database) throws -> Int64? {
        let saved = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'clock'").flatMap { Int64($0) }
        if try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'clockDoubted'") == "1" { return saved }
        let newest = try [
            "SELECT at FROM event ORDER BY sequence DESC LIMIT 1",
            "SELECT accepted FROM document ORDER BY id DESC LIMIT 1",
        ].compactMap { try Int64.fetchOne(db, sql: $0) }
        return (newest + [saved].compactMap(\.self)).max()
    }

    /// Remembers what is trusted, for the next start.
    static func saveClock(_ db: Database, _ clock: TrustedClock) throws {
        try db.execute(
            sql: """
                INSERT INTO meta (name, value) VALUES ('clock', ?), ('clockDoubted', ?)
                ON CONFLICT DO UPDATE SET value = excluded.value
                """, arguments: [String(clock.trusted), clock.isDoubted ? "1" : "0"])
    }
}
