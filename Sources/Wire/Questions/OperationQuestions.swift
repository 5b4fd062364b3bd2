/// The answer to `status`.
public struct StatusAnswer: Sendable, Equatable, Codable {
    /// What holds the work up.
    public enum Limit: String, Sendable, Codable {
        /// Nothing waits.
        case nothing
        /// Documents wait and no extractor of the pinned version is there.
        case noExtractors = "no extractors"
        /// Documents wait for extractors.
        case extraction
        /// The writer is behind.
        case store
        /// The disk is nearly full: submissions are refused.
        case disk
    }

    /// Jobs of the pinned extractor version by state.
    public struct Queue: Sendable, Equatable, Codable {
        public var ready: Int
        public var leased: Int
        public var done: Int
        public var dead: Int
        /// The age of the oldest open job in seconds; nil where none is open.
        public var oldestSeconds: Int?

        public init(ready: Int, leased: Int, done: Int, dead: Int, oldestSeconds: Int? = nil) {
            self.ready = ready
            self.leased = leased
            self.done = done
            self.dead = dead
            self.oldestSeconds = oldestSeconds
        }
    }

    public var version: String
    /// The pinned extractor version; nil until the first worker or publisher came.
    public var extractor: String?
    public var healthy: Bool
    /// What is wrong, in one sentence for the operator; nil where the service is healthy.
    public var problem: String?
    public var limit: Limit
    public var queue: Queue
    public var documents: Int
    public var entities: Int
    public var workers: Int
    /// Results stored in the last minute, a second.
    public var storedPerSecond: Double
    public var acceptedPerSecond: Double
    public var database: String
    public var databaseBytes: Int
    /// What the file system of the database has left; nil where it does not say.
    public var freeBytes: Int?
    public var epoch: String
    public var last: Int
    /// The backup that is being made; nil where none is.
    public var backup: BackupProgress?

    public init(
        version: String, extractor: String?, healthy: Bool, problem: String? = nil, limit: Limit, queue: Queue,
        documents: Int, entities: Int, workers: Int, storedPerSecond: Double, acceptedPerSecond: Double,
        database: String, databaseBytes: Int, freeBytes: Int? = nil, epoch: String, last: Int,
        backup: BackupProgress? = nil
    ) {
        self.version = version
        self.extractor = extractor
        self.healthy = healthy
        self.problem = problem
        self.limit = limit
        self.queue = queue
        self.documents = documents
        self.entities = entities
        self.workers = workers
        self.storedPerSecond = storedPerSecond
        self.acceptedPerSecond = acceptedPerSecond
        self.database = database
        self.databaseBytes = databaseBytes
        self.freeBytes = freeBytes
        self.epoch = epoch
        self.last = last
        self.backup = backup
    }
}

/// How far a backup is.
public struct BackupProgress: Sendable, Equatable, Codable {
    /// Its name in the folder of backups.
    public var file: String
    /// How much of the database is copied; after 100 the copy is checked.
    public var percent: Int

    public init(file: String, percent: Int) {
        self.file = file
        self.percent = percent
    }
}

/// Parameters of `jobs`; by document key.
public struct JobsParameters: Sendable, Codable {
    public var state: DocumentState?
    public var after: String?
    public var limit: Int?

    public init(state: DocumentState? = nil, after: String? = nil, limit: Int? = nil) {
        self.state = state
        self.after = after
        self.limit = limit
    }
}

/// A row of `jobs`.
public struct JobRow: Sendable, Equatable, Codable {
    public var document: String
    public var extractor: String
    public var state: DocumentState
    public var attempt: Int
    /// Attempts that failed, a worker's death while it was alone with the document included.
    public var failures: Int
    /// True where a worker died with the document in hand: it is next leased alone.
    public var suspect: Bool
    public var code: String?
    public var reason: String?
    public var worker: String?
    /// ISO 8601, UTC: when the job came to this state.
    public var since: String

    public init(
        document: String, extractor: String, state: DocumentState, attempt: Int, failures: Int, suspect: Bool,
        code: String? = nil, reason: String? = nil, worker: String? = nil, since: String
    ) {
        self.document = document
        self.extractor = extractor
        self.state = state
        self.attempt = attempt
        self.failures = failures
        self.suspect = suspect
        self.code = code
        self.reason = reason
        self.worker = worker
        self.since = since
    }
}

/// Parameters of the command `retry`.
public struct RetryParameters: Sendable, Codable {
    /// Keys or beginnings of keys; nil for all dead jobs.
    public var documents: [String]?

    public init(documents: [String]? = nil) { self.documents = documents }
}

/// The answer to the command `retry`.
public struct Retried: Sendable, Equatable, Codable {
    public var retried: Int

    public init(retried: Int) { self.retried = retried }
}

/// Parameters of the command `backup`.
public struct BackupParameters: Sendable, Codable {
    /// The name of the file in the service's folder of backups: letters, digits, `.`, `-` and `_`.
    public var file: String

    public init(file: String) { self.file = file }
}

/// The answer to the command `backup`: the copy is complete, checked and on the disk.
public struct BackedUp: Sendable, Equatable, Codable {
    /// The path at the service's host.
    public var file: String
    public var bytes: Int
    public var documents: Int
    /// The last event that is in it.
    public var last: Int

    public init(file: String, bytes: Int, documents: Int, last: Int) {
        self.file = file
        self.bytes = bytes
        self.documents = documents
        self.last = last
    }
}

/// A row of `workers`.
public struct WorkerRow: Sendable, Equatable, Codable {
    public var name: String
    public var instance: String
    public var extractor: String
    /// False where the version is not the pinned one: it gets no jobs.
    public var current: Bool
    public var window: Int
    public var inFlight: Int
    public var stored: Int
    public var failed: Int
    /// Seconds since the last word from it.
    public var silentSeconds: Double

    public init(
        name: String, instance: String, extractor: String, current: Bool, window: Int, inFlight: Int, stored: Int,
        failed: Int, silentSeconds: Double
    ) {
        self.name = name
        self.instance = instance
        self.extractor = extractor
        self.current = current
        self.window = window
        self.inFlight = inFlight
        self.stored = stored
        self.failed = failed
        self.silentSeconds = silentSeconds
    }
}

/// A row of `methods`.
public struct MethodRow: Sendable, Equatable, Codable {
    public var method: String
    /// `QUERY` or `COMMAND`.
    public var kind: String
    public var summary: String

    public init(_ method: Method) {
        self.method = method.rawValue
        kind = method.changesSomething ? Kind.command.rawValue : Kind.query.rawValue
        summary = method.summary
    }
}
