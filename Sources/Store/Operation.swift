package import Annotation
package import Wire

/// One change that the service asks for; a batch of them is one transaction.
package enum Operation: Sendable {
    /// Pins the extractor version if none is pinned yet; answers `pinned` with the one in force.
    case pin(extractor: String)
    /// The operator's choice: pins another version and makes jobs for the documents that lack one for it.
    case repin(extractor: String)
    /// Takes a document into the queue. The text is checked: UTF-8, not empty, no NUL, within the limit, the key its hash.
    case submit(document: String, text: [UInt8], Submission)
    /// A text with its result, from an extractor that feeds itself. Pins the version if none is pinned yet.
    /// `json` is the annotation exactly as it came.
    case publish(
        document: String, text: [UInt8], Submission, extractor: String, Annotation, json: [UInt8])
    /// Takes ready jobs of the pinned version, the one due longest first; at least one, even if larger than `bytes`.
    /// With `suspects` only those that a worker died with, else only the others.
    case lease(count: Int, bytes: Int, suspects: Bool, worker: String)
    /// A result, valid from any attempt while the job is open; later a duplicate.
    case result(
        document: String, attempt: Int, extractor: String, Annotation, json: [UInt8], worker: String)
    /// A failed attempt; refused with `stale_attempt` unless it is the current one of a leased job.
    case fail(Fail, worker: String)
    /// Attempts given back unfinished: ready again at once, at no cost. Stale ones are ignored.
    case release([Attempt])
    /// Attempts whose worker or lease ended. Stale ones are ignored.
    case ended([EndedAttempt])
    /// Deletes text and facts of a document, given by its key or the beginning of one.
    case delete(document: String, command: String)
    /// Deletes those of these documents that were accepted before a moment (Unix milliseconds) and are not deleted; those
    /// with an open job stay.
    case expire(documents: [String], before: Int64)
    /// Puts dead jobs back in the queue: those of the given keys or beginnings of keys, or all.
    case retry(documents: [String]?, command: String)
}

extension Operation {
    /// Whether it comes from a submitter or a person, not from the work on what is there.
    var bringsSomethingNew: Bool {
        switch self {
        case .submit, .publish, .delete, .retry: true
        default: false
        }
    }
}

/// An attempt that ended without a word from its worker.
package struct EndedAttempt: Sendable, Equatable {
    /// What ended it.
    package enum Reason: Sendable {
        /// The worker's session ended.
        case died
        /// No heartbeat named the document for a whole lease.
        case leaseExpired
        /// The worker kept the document longer than one attempt may take.
        case attemptLimit
    }

    package var document: String
    package var attempt: Int
    /// Whether the worker held nothing else: only then its death counts against the document.
    package var alone: Bool
    package var reason: Reason
    package var worker: String

    package init(document: String, attempt: Int, alone: Bool, reason: Reason, worker: String) {
        self.document = document
        self.attempt = attempt
        self.alone = alone
        self.reason = reason
        self.worker = worker
    }
}

/// What became of one operation.
package enum Outcome: Sendable {
    case accepted(Accepted)
    case stored(Stored)
    case leased([LeasedJob])
    case ended
    /// The extractor version in force.
    case pinned(String)
    /// The JSON body of the reply to a command.
    case reply([UInt8])
    case refused(WireError)
}

/// A job in a worker's hands.
package struct LeasedJob: Sendable, Equatable {
    package var document: String
    package var attempt: Int
    /// Empty from `leasedJobs()`.
    package var text: [UInt8]
    package var worker: String
    package var suspect: Bool

    package init(document: String, attempt: Int, text: [UInt8], worker: String, suspect: Bool) {
        self.document = document
        self.attempt = attempt
        self.text = text
        self.worker = worker
        self.suspect = suspect
    }
}

/// What waits, as of a commit.
package struct QueueSummary: Sendable, Equatable {
    /// Whether a job can be leased now to a worker that holds others too.
    package var ordinaryReady: Bool
    /// Whether a suspect can be leased now.
    package var suspectReady: Bool
    /// When the next job that is still in its back-off can be leased, in Unix milliseconds.
    package var nextNotBefore: Int64?
    /// The pinned extractor version.
    package var pinned: String?

    package init(ordinaryReady: Bool, suspectReady: Bool, nextNotBefore: Int64?, pinned: String?) {
        self.ordinaryReady = ordinaryReady
        self.suspectReady = suspectReady
        self.nextNotBefore = nextNotBefore
        self.pinned = pinned
    }
}

/// What one commit did; everything in it is durable.
package struct Commit: Sendable {
    /// One for each operation, in their order.
    package var outcomes: [Outcome]
    /// What the feed has to say, in order.
    package var events: [FeedEvent]
    package var queue: QueueSummary
    /// The last sequence number of all.
    package var last: Int
    /// Why nothing at all was stored: the disk is full, or another program holds the database. Nil where the commit was made.
    package var failure: WireError?
}
