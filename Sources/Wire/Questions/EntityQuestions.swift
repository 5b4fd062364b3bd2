public import Annotation

/// Parameters of `entities`; by number of documents, most first, then id.
public struct EntitiesParameters: Sendable, Codable {
    /// Part of a name, any case, with or without diacritics.
    public var name: String?
    public var type: EntityType?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var after: String?
    public var limit: Int?

    public init(
        name: String? = nil, type: EntityType? = nil, country: String? = nil, after: String? = nil, limit: Int? = nil
    ) {
        self.name = name
        self.type = type
        self.country = country
        self.after = after
        self.limit = limit
    }
}

/// A row of `entities`.
public struct EntitySummary: Sendable, Equatable, Codable {
    /// The `globalId`.
    public var id: String
    public var type: EntityType
    public var name: String
    public var country: String?
    public var documents: Int
    public var mentions: Int

    public init(id: String, type: EntityType, name: String, country: String? = nil, documents: Int, mentions: Int) {
        self.id = id
        self.type = type
        self.name = name
        self.country = country
        self.documents = documents
        self.mentions = mentions
    }
}

/// Parameters of `entity` and `mentions`.
public struct EntityParameters: Sendable, Codable {
    /// A `globalId`, or a name in any case, with or without diacritics. Two entities of that name: ERROR `ambiguous`.
    public var entity: String
    public var after: String?
    public var limit: Int?

    public init(entity: String, after: String? = nil, limit: Int? = nil) {
        self.entity = entity
        self.after = after
        self.limit = limit
    }
}

/// The answer to `entity`. Each list is cut at `limit` (20 if absent) and counted in full beside it.
public struct EntityAnswer: Sendable, Equatable, Codable {
    /// A form of the name and how often it stands in the texts.
    public struct Form: Sendable, Equatable, Codable {
        public var name: String
        public var mentions: Int

        public init(name: String, mentions: Int) {
            self.name = name
            self.mentions = mentions
        }
    }

    /// A fact with its evidence: the document, the span in code points, the exact string.
    public struct Evidence: Sendable, Equatable, Codable {
        public var document: String
        public var start: Int
        public var end: Int
        public var text: String
        /// For a role: the office and the name of the organisation or the code of the country.
        public var office: String?
        public var of: String?
        /// For a quote: `direct` or `indirect`.
        public var kind: String?

        public init(
            document: String, start: Int, end: Int, text: String, office: String? = nil, of: String? = nil,
            kind: String? = nil
        ) {
            self.document = document
            self.start = start
            self.end = end
            self.text = text
            self.office = office
            self.of = of
            self.kind = kind
        }
    }

    public var entity: EntitySummary
    public var names: [Form]
    public var roles: [Evidence]
    public var quotes: [Evidence]
    public var documents: [DocumentSummary]
    /// Who is named in the same documents, most documents first.
    public var related: [EntitySummary]

    public init(
        entity: EntitySummary, names: [Form], roles: [Evidence], quotes: [Evidence], documents: [DocumentSummary],
        related: [EntitySummary]
    ) {
        self.entity = entity
        self.names = names
        self.roles = roles
        self.quotes = quotes
        self.documents = documents
        self.related = related
    }
}

/// A row of `mentions`: by date of publication, then key of the document, then start.
public struct MentionInContext: Sendable, Equatable, Codable {
    public var document: String
    public var start: Int
    public var end: Int
    /// Up to 60 code points before, the mention itself, up to 60 after.
    public var before: String
    public var text: String
    public var after: String
    public var type: EntityType
    public var kind: Mention.Kind
    public var confidence: Double

    public init(
        document: String, start: Int, end: Int, before: String, text: String, after: String, type: EntityType,
        kind: Mention.Kind, confidence: Double
    ) {
        self.document = document
        self.start = start
        self.end = end
        self.before = before
        self.text = text
        self.after = after
        self.type = type
        self.kind = kind
        self.confidence = confidence
    }
}
