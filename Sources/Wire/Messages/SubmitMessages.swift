/// The header of SUBMIT; the body is the text.
public struct Submit: Sendable, Equatable, Codable {
    /// The SHA-256 of the body in lower-case hex: the key of the document.
    public var sha256: String
    public var submission: Submission

    public init(sha256: String, submission: Submission) {
        self.sha256 = sha256
        self.submission = submission
    }
}

/// The header of ACCEPTED: the document survives anything but the loss of the disk.
public struct Accepted: Sendable, Equatable, Codable {
    public var document: String
    /// True where this text and this submission were already there.
    public var duplicate: Bool
    public var state: DocumentState

    public init(document: String, duplicate: Bool, state: DocumentState) {
        self.document = document
        self.duplicate = duplicate
        self.state = state
    }
}

/// Where a document stands for the pinned extractor version.
public enum DocumentState: String, Sendable, Codable, CaseIterable {
    /// Accepted, waiting for a worker (a back-off included).
    case ready
    /// Held by a worker under a lease.
    case leased
    /// Its result is stored.
    case done
    /// Given up, with its reason; can be retried on request.
    case dead
    /// Deleted on request; a tombstone remains.
    case deleted
}

/// The header of PUBLISH; the bodies are the text and the annotation.
public struct Publish: Sendable, Equatable, Codable {
    public var sha256: String
    public var submission: Submission
    /// The version of the extractor that made the annotation.
    public var extractor: String

    public init(sha256: String, submission: Submission, extractor: String) {
        self.sha256 = sha256
        self.submission = submission
        self.extractor = extractor
    }
}

/// The header of STORED, the answer to PUBLISH, RESULT, FAIL and RELEASE.
public struct Stored: Sendable, Equatable, Codable {
    /// True where nothing had to be changed: the sender may forget the matter all the same.
    public var duplicate: Bool

    public init(duplicate: Bool) { self.duplicate = duplicate }
}
