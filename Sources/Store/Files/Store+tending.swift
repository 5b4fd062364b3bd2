import GRDB
import Synchronization

/// What is known of the write-ahead log between two looks.
struct LogState: Sendable {
    /// Since when a log that is too long cannot be emptied, in steady milliseconds.
    var pinnedSince: Int64?
    /// The last time that the trusted clock was saved, and whether it was doubted.
    var clockSavedAt: Int64?
    var clockWasDoubted = false
}

extension Store {
    /// How often the trusted clock is saved.
    private static let clockPauseMs: Int64 = 3_600_000
    /// On a disk that is nearly full a log of this length is worth emptying.
    private static let shortLogBytes = 1 << 20

    /// Empties a log that stayed long behind a reader, whether anything is committed or not; to be called every few seconds.
    ///
    /// - Throws: an error of the disk: the service must end. A full disk is none: it is found again with the next commit.
    package func tend() async throws {
        guard held.problem == nil else { return }
        let (_, isDoubted) = trustedTime(wall: Self.wallMs)
        let now = Self.steadyMs
        let savesClock = log.withLock { log in
            let isDue = log.clockSavedAt.map { now - $0 >= Self.clockPauseMs } ?? isDoubted
            if log.clockSavedAt == nil { log.clockSavedAt = now }
            guard isDue || log.clockWasDoubted != isDoubted else { return false }
            (log.clockSavedAt, log.clockWasDoubted) = (now, isDoubted)
            return true
        }
        let emptiesLog = isLogTooLong
        if !emptiesLog { log.withLock { $0.pinnedSince = nil } }
        guard savesClock || emptiesLog else { return }
        try await writing { [self] db in
            do {
                if savesClock { try Self.saveClock(db, trustedClock.withLock { $0 }) }
                if emptiesLog { try Self.emptyLog(db) }
            } catch let error as DatabaseError where [.SQLITE_FULL, .SQLITE_BUSY].contains(error.resultCode) {}
        }
        let isStillTooLong = emptiesLog && isLogTooLong
        log.withLock { $0.pinnedSince = isStillTooLong ? $0.pinnedSince ?? now : nil }
    }

    /// For how long a log that is too long could not be emptied, in milliseconds; nil where it is not so.
    package var pinnedLogMs: Int64? { log.withLock { $0.pinnedSince }.map { Self.steadyMs - $0 } }

    private var isLogTooLong: Bool {
        let bytes = logBytes
        if bytes > options.idleLogBytes { return true }
        return bytes > Self.shortLogBytes && (FreeSpace.bytes(at: path) ?? .max) < options.minimumFreeBytes
    }
}
