/// The methods of QUERY and COMMAND, as `entitywire call --list` prints them.
public enum Method: String, Sendable, CaseIterable, Codable {
    case status, documents, document, entities, entity, mentions, jobs, workers, annotations, methods
    case corrections, explain, review
    case delete, retry, backup, correct

    /// True for COMMAND, false for QUERY.
    public var changesSomething: Bool { [.delete, .retry, .backup, .correct].contains(self) }

    /// One line for people.
    public var summary: String {
        switch self {
        case .status: "how the service is: queue, rate, extractors, what limits"
        case .documents: "documents by words, entity, date, source, language"
        case .document: "one document with its text, submissions and annotation"
        case .entities: "entities by name, type, country"
        case .entity: "one entity: names, roles, quotes, documents"
        case .mentions: "the places where an entity is mentioned, in context"
        case .jobs: "jobs by state, dead ones with their reason"
        case .workers: "the extractors connected now"
        case .annotations: "the stored annotations, in order of key"
        case .methods: "this list"
        case .corrections: "what people have said of names, and who"
        case .explain: "why two names are one entity, or two"
        case .review: "names that may be one, for a person to decide"
        case .correct: "say that names are one, are not, are called otherwise, or are no names"
        case .delete: "delete a document: text and facts go, a tombstone stays"
        case .retry: "put dead jobs back in the queue"
        case .backup: "copy the database into a file at the service's host, while the service works"
        }
    }
}

/// One page of an answer; the header's `next` asks for the one after it.
public struct Page<Item: Codable & Sendable>: Sendable, Codable {
    public var items: [Item]

    public init(items: [Item]) { self.items = items }
}
