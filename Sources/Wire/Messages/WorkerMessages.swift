/// One attempt at a job: the fencing token of everything a worker says about it.
public struct Attempt: Sendable, Hashable, Codable {
    public var document: String
    /// Counts from 1; durable; never given out twice for one job.
    public var attempt: Int

    public init(document: String, attempt: Int) {
        self.document = document
        self.attempt = attempt
    }
}

/// The header of HELLO: a worker introduces itself, after each connect.
public struct Hello: Sendable, Equatable, Codable {
    /// For people: the host's or the container's name.
    public var name: String
    /// Random, made once a process: tells two workers of one name apart.
    public var instance: String
    /// The version of program and model.
    public var extractor: String
    /// How many documents the worker can hold; 0 takes none.
    public var window: Int
    /// How many bytes of text the worker can hold.
    public var windowBytes: Int
    /// What it still works on or could not deliver.
    public var inFlight: [Attempt]

    public init(
        name: String, instance: String, extractor: String, window: Int, windowBytes: Int, inFlight: [Attempt]
    ) {
        self.name = name
        self.instance = instance
        self.extractor = extractor
        self.window = window
        self.windowBytes = windowBytes
        self.inFlight = inFlight
    }
}

/// The header of WELCOME.
public struct Welcome: Sendable, Equatable, Codable {
    public var session: String
    /// The version the service has pinned; a worker of another version gets no jobs.
    public var pinned: String
    /// The lease of a job, in milliseconds; a heartbeat that lists the job extends it.
    public var leaseMs: Int
    /// How often the service wants a heartbeat, in milliseconds.
    public var heartbeatMs: Int
    /// The attempts of HELLO that the worker no longer holds: it may stop working on them.
    public var lost: [Attempt]
    public var limits: [String: Int]

    public init(
        session: String, pinned: String, leaseMs: Int, heartbeatMs: Int, lost: [Attempt] = [],
        limits: [String: Int] = ["text": Limits.text, "annotation": Limits.body, "window": Limits.window]
    ) {
        self.session = session
        self.pinned = pinned
        self.leaseMs = leaseMs
        self.heartbeatMs = heartbeatMs
        self.lost = lost
        self.limits = limits
    }
}

/// The header of CREDIT: how many documents the worker can hold in all, those it has included.
public struct Credit: Sendable, Equatable, Codable {
    public var window: Int

    public init(window: Int) { self.window = window }
}

/// The header of JOB; the body is the text. The service makes the request id.
public struct Job: Sendable, Equatable, Codable {
    public var document: String
    public var attempt: Int
    public var leaseMs: Int
    public var extractor: String

    public init(document: String, attempt: Int, leaseMs: Int, extractor: String) {
        self.document = document
        self.attempt = attempt
        self.leaseMs = leaseMs
        self.extractor = extractor
    }
}

/// The header of RESULT; the body is the annotation.
public struct JobResult: Sendable, Equatable, Codable {
    public var document: String
    public var attempt: Int
    public var extractor: String

    public init(document: String, attempt: Int, extractor: String) {
        self.document = document
        self.attempt = attempt
        self.extractor = extractor
    }
}

/// The header of FAIL: the worker could not extract the document.
public struct Fail: Sendable, Equatable, Codable {
    public var document: String
    public var attempt: Int
    /// False where every other worker of this version would fail too.
    public var retryable: Bool
    /// A short word for programs: `encoding`.
    public var code: String
    /// A sentence for people.
    public var text: String

    public init(document: String, attempt: Int, retryable: Bool, code: String, text: String) {
        self.document = document
        self.attempt = attempt
        self.retryable = retryable
        self.code = code
        self.text = text
    }
}

/// The header of RELEASE: the worker gives jobs back unfinished; costs the document nothing.
public struct Release: Sendable, Equatable, Codable {
    public var jobs: [Attempt]

    public init(jobs: [Attempt]) { self.jobs = jobs }
}

/// The header of HEARTBEAT, in both directions.
public struct Heartbeat: Sendable, Equatable, Codable {
    /// From the worker: the jobs it works on. From the service: those of them that it no longer holds.
    public var inFlight: [Attempt]

    public init(inFlight: [Attempt]) { self.inFlight = inFlight }
}
