import Annotation

/// How the store retries, when it refuses, and what it forgets.
package struct StoreOptions: Sendable {
    /// A job that failed this often is dead.
    package var maxFailures = 5
    /// A job that killed its worker this often while alone with it is dead.
    package var maxLoneDeaths = 2
    /// The longest wait between two attempts, in milliseconds, before the jitter.
    package var maxBackOffMs: Int64 = 600_000
    /// How long an answer may take, in milliseconds, where the question does not say.
    package var deadlineMs = 5_000
    /// Submissions are refused while the file system has less than this.
    package var minimumFreeBytes: UInt64 = 512 * 1024 * 1024
    /// The file is treated as a full disk above this many pages of 4 KiB; nil for no bound.
    package var maximumPages: Int?
    /// Events and replies to commands are forgotten after this many days.
    package var eventRetentionDays = 7
    /// At most this many bytes in one page of an answer, at least one item.
    package var pageBytes = 8 * 1024 * 1024
    /// The log is emptied by force when it has grown beyond this, which readers that never pause let it do.
    package var maximumLogBytes = 256 * 1024 * 1024
    /// A store with fewer documents folds at each commit, so that its tables show everything at once.
    package var smallStore = 1_000
    package var hooks = StoreHooks()

    package init() {}

    /// How long a job waits after its n-th failure: 2ⁿ s, at most ten minutes, ±20 % by its key, so that jobs that failed
    /// together do not come back together and every run waits alike.
    func backOffMs(failures: Int, key: [UInt8]) -> Int64 {
        let base = min(1_000 << Int64(min(max(failures, 0), 20)), maxBackOffMs)
        let digest = SHA256.hash(key + [UInt8(truncatingIfNeeded: failures)])
        let permille = (Int64(digest[0]) << 8 | Int64(digest[1])) % 401 - 200
        return base + base * permille / 1_000
    }
}

/// Places where a test may end the process.
package struct StoreHooks: Sendable {
    /// Called by the writer when everything is written and nothing committed.
    package var beforeCommit: (@Sendable () -> Void)?

    package init(beforeCommit: (@Sendable () -> Void)? = nil) { self.beforeCommit = beforeCommit }
}
