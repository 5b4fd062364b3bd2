public import Annotation

/// Parameters of `documents`. All given filters hold together; in order of publication date, then key.
public struct DocumentsParameters: Sendable, Codable {
    /// Words that the text or its titles must have, all of them; FTS5's quoting is applied by the service.
    public var text: String?
    /// An entity: its `globalId` or one of its names.
    public var entity: String?
    public var source: String?
    public var language: String?
    /// Published on or after, `2024-02-15`.
    public var from: String?
    /// Published on or before.
    public var to: String?
    public var after: String?
    /// 1 to 500; 50 if absent.
    public var limit: Int?

    public init(
        text: String? = nil, entity: String? = nil, source: String? = nil, language: String? = nil, from: String? = nil,
        to: String? = nil, after: String? = nil, limit: Int? = nil
    ) {
        self.text = text
        self.entity = entity
        self.source = source
        self.language = language
        self.from = from
        self.to = to
        self.after = after
        self.limit = limit
    }
}

/// A row of `documents`.
public struct DocumentSummary: Sendable, Equatable, Codable {
    public var document: String
    public var state: DocumentState
    /// The submission's title, or the text's own, or its first words.
    public var title: String
    public var published: Published?
    public var source: String?
    public var language: String?
    /// In Unicode code points.
    public var length: Int
    public var mentions: Int
    /// The words around the first hit of `text`.
    public var snippet: String?

    public init(
        document: String, state: DocumentState, title: String, published: Published? = nil, source: String? = nil,
        language: String? = nil, length: Int, mentions: Int, snippet: String? = nil
    ) {
        self.document = document
        self.state = state
        self.title = title
        self.published = published
        self.source = source
        self.language = language
        self.length = length
        self.mentions = mentions
        self.snippet = snippet
    }
}

/// Parameters of `document` and of the command `delete`.
public struct DocumentParameters: Sendable, Codable {
    /// A key, or the first characters of one, at least 4.
    public var document: String

    public init(document: String) { self.document = document }
}

/// The answer to `document`.
public struct DocumentAnswer: Sendable, Equatable, Codable {
    public var document: String
    public var state: DocumentState
    /// Why the job is dead.
    public var reason: String?
    public var text: String
    public var submissions: [Submission]
    /// Other documents that were submitted under the same id.
    public var versions: [String]
    /// With dates resolved and each entity's `globalId`; absent until a result is stored.
    public var annotation: Annotation?

    public init(
        document: String, state: DocumentState, reason: String? = nil, text: String, submissions: [Submission],
        versions: [String] = [], annotation: Annotation? = nil
    ) {
        self.document = document
        self.state = state
        self.reason = reason
        self.text = text
        self.submissions = submissions
        self.versions = versions
        self.annotation = annotation
    }
}

/// Parameters of `annotations`: by key, a page as large as fits.
public struct AnnotationsParameters: Sendable, Codable {
    public var after: String?
    public var limit: Int?
    /// With the text of each document, for `verify`.
    public var withText: Bool?

    public init(after: String? = nil, limit: Int? = nil, withText: Bool? = nil) {
        self.after = after
        self.limit = limit
        self.withText = withText
    }
}

/// A row of `annotations`.
public struct AnnotationItem: Sendable, Equatable, Codable {
    public var annotation: Annotation
    public var text: String?

    public init(annotation: Annotation, text: String? = nil) {
        self.annotation = annotation
        self.text = text
    }
}

/// The answer to the command `delete`.
public struct Deleted: Sendable, Equatable, Codable {
    public var document: String

    public init(document: String) { self.document = document }
}
