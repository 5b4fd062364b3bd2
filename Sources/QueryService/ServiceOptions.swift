/// What the query service is started with.
package struct ServiceOptions: Sendable {
    package var database: String
    package var host = "127.0.0.1"
    /// 0 lets the system pick a port; `Ports` tells which.
    package var workPort = 7701
    package var queryPort = 7702
    package var feedPort = 7703
    package var leaseMs = 30_000
    /// The longest that one attempt may take.
    package var attemptLimitMs = 600_000
    /// SUBMIT is answered `busy` while this many documents wait or are worked on.
    package var maximumOpenJobs = 100_000
    package var minimumFreeBytes = 512 * 1024 * 1024
    /// Pins this extractor version, whatever was pinned before.
    package var extractor: String?
    /// The directory of keys; without one everybody who reaches the service may do everything.
    package var keys: String?
    /// The folder that backups are written to, which has to be there; nil is `backups` beside the database.
    package var backups: String?
    /// Documents accepted longer ago than this many days are deleted; nil keeps all.
    package var keepDays: Int?
    /// The operator says that the clock is right, however far it is ahead of the newest event of the database.
    package var confirmsClock = false
    /// Serves metrics over HTTP on this port, 0 for one that the system picks; nil does not.
    package var metricsPort: Int?
    package var metricsHost = "127.0.0.1"
    /// Called with the port of the metrics once they can be reached.
    package var metricsAreServed: @Sendable (_ port: Int) -> Void = { _ in }
    /// Binds to other addresses than loopback without keys.
    package var insecure = false

    package init(database: String) { self.database = database }
}

/// The ports that the service is bound to.
package struct Ports: Sendable, Equatable {
    package let work: Int
    package let query: Int
    package let feed: Int
}
