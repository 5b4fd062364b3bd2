public import Annotation

/// What a person can say of names.
public enum CorrectionKind: String, Sendable, Codable, CaseIterable {
    /// Both are one entity.
    case merge
    /// They never are.
    case apart
    /// The entity is to be called otherwise.
    case rename
    /// It is no name.
    case `false`
    /// A correction no longer counts.
    case undo
}

/// Parameters of the command `correct`.
public struct CorrectionParameters: Sendable, Codable {
    public var kind: CorrectionKind
    /// A `globalId` or a name; for `undo` the number of the correction.
    public var first: String
    /// For `merge` and `apart` the other entity, for `rename` the new name.
    public var second: String?
    /// Why; kept with the correction.
    public var note: String?
    /// Only says what would change.
    public var dryRun: Bool?

    public init(kind: CorrectionKind, first: String, second: String? = nil, note: String? = nil, dryRun: Bool? = nil) {
        self.kind = kind
        self.first = first
        self.second = second
        self.note = note
        self.dryRun = dryRun
    }
}

/// The answer to the command `correct`.
public struct CorrectionAnswer: Sendable, Equatable, Codable {
    /// A name that is another entity from now on.
    public struct Change: Sendable, Equatable, Codable {
        public var name: String
        /// `globalId`s; `none` where the name is shown nowhere.
        public var from: String
        public var to: String

        public init(name: String, from: String, to: String) {
            self.name = name
            self.from = from
            self.to = to
        }
    }

    /// The number of the correction; nil of one that was only tried.
    public var correction: Int?
    public var changes: [Change]

    public init(correction: Int?, changes: [Change]) {
        self.correction = correction
        self.changes = changes
    }
}

/// Parameters of `corrections`; in the order in which they were said.
public struct CorrectionsParameters: Sendable, Codable {
    public var after: String?
    public var limit: Int?

    public init(after: String? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }
}

/// A name that a correction is about.
public struct CorrectedName: Sendable, Equatable, Codable {
    public var type: EntityType
    /// Without case, diacritics and punctuation.
    public var name: String
    /// The evidence that is meant, `UA|government|`; nil where any is.
    public var evidence: String?

    public init(type: EntityType, name: String, evidence: String? = nil) {
        self.type = type
        self.name = name
        self.evidence = evidence
    }
}

/// A row of `corrections`.
public struct CorrectionRow: Sendable, Equatable, Codable {
    public var id: Int
    public var kind: CorrectionKind
    public var first: [CorrectedName]
    public var second: [CorrectedName]
    public var name: String?
    /// The name of the key that said it.
    public var author: String
    public var note: String?
    /// ISO 8601, UTC.
    public var at: String
    public var undone: Bool

    public init(
        id: Int, kind: CorrectionKind, first: [CorrectedName], second: [CorrectedName], name: String?, author: String,
        note: String?, at: String, undone: Bool
    ) {
        self.id = id
        self.kind = kind
        self.first = first
        self.second = second
        self.name = name
        self.author = author
        self.note = note
        self.at = at
        self.undone = undone
    }
}

/// Parameters of `explain`: two names or `globalId`s.
public struct ExplainParameters: Sendable, Codable {
    public var first: String
    public var second: String

    public init(first: String, second: String) {
        self.first = first
        self.second = second
    }
}

/// Why two names are one entity, or two.
public struct ExplainAnswer: Sendable, Equatable, Codable {
    /// A pair of names with what decided about them.
    public struct Pair: Sendable, Equatable, Codable {
        public var first: String
        public var second: String
        /// `same`, `supported`, `doubtful`, `different`, `contradicted`.
        public var verdict: String
        public var score: Double
        public var threshold: Double
        /// What the names have and lack in common: `romanisation umerov/umarov 0.95`.
        public var reasons: [String]
        /// What stands beside the names: `country UA`.
        public var evidence: [String]

        public init(
            first: String, second: String, verdict: String, score: Double, threshold: Double, reasons: [String],
            evidence: [String]
        ) {
            self.first = first
            self.second = second
            self.verdict = verdict
            self.score = score
            self.threshold = threshold
            self.reasons = reasons
            self.evidence = evidence
        }
    }

    public var first: EntitySummary
    public var second: EntitySummary
    public var isOne: Bool
    /// The pairs of their names, the nearest first.
    public var pairs: [Pair]
    /// Corrections that are about both.
    public var corrections: [CorrectionRow]

    public init(
        first: EntitySummary, second: EntitySummary, isOne: Bool, pairs: [Pair], corrections: [CorrectionRow]
    ) {
        self.first = first
        self.second = second
        self.isOne = isOne
        self.pairs = pairs
        self.corrections = corrections
    }
}

/// Parameters of `review`.
public struct ReviewParameters: Sendable, Codable {
    public var limit: Int?

    public init(limit: Int? = nil) { self.limit = limit }
}

/// A row of `review`: two entities that may be one; those with most documents first.
public struct ReviewRow: Sendable, Equatable, Codable {
    public var first: EntitySummary
    public var second: EntitySummary
    public var reason: ExplainAnswer.Pair

    public init(first: EntitySummary, second: EntitySummary, reason: ExplainAnswer.Pair) {
        self.first = first
        self.second = second
        self.reason = reason
    }
}
