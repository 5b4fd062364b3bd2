/// Where a text was met. One document may have many; a repeated one changes nothing.
public struct Submission: Sendable, Equatable, Hashable, Codable {
    /// How the date of publication is known.
    public enum Basis: String, Sendable, Codable { case stated, inferred, given }

    /// The submitter's own name for the text; two texts under one id are versions of each other.
    public var id: String?
    /// The outlet or feed.
    public var source: String?
    public var url: String?
    public var title: String?
    /// ISO 8601: `2024`, `2024-02` or `2024-02-15`; a time after a `T` is allowed and kept.
    public var published: String?
    public var basis: Basis?
    /// A BCP 47 tag.
    public var language: String?
    public var tags: [String]?

    public init(
        id: String? = nil, source: String? = nil, url: String? = nil, title: String? = nil, published: String? = nil,
        basis: Basis? = nil, language: String? = nil, tags: [String]? = nil
    ) {
        self.id = id
        self.source = source
        self.url = url
        self.title = title
        self.published = published
        self.basis = basis
        self.language = language
        self.tags = tags
    }

    /// The names of all fields, for clients that warn about unknown ones.
    public static let fields = ["id", "source", "url", "title", "published", "basis", "language", "tags"]

    /// Throws `bad_field` where a field cannot be accepted; the message says what to write instead.
    public func validate() throws(WireError) {
        for (name, value) in [("id", id), ("source", source), ("url", url), ("title", title), ("language", language)] {
            guard let value else { continue }
            guard !value.isEmpty else { throw .badField(name, "The field \(name) is empty: leave it out instead.") }
            guard value.utf8.count <= 2_048 else {
                throw .badField(name, "The field \(name) has \(value.utf8.count) bytes; the limit is 2048.")
            }
            guard !value.utf8.contains(0) else { throw .badField(name, "The field \(name) holds a NUL.") }
        }
        if let tags {
            guard tags.count <= 64, tags.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 256 && !$0.utf8.contains(0) })
            else {
                throw .badField("tags", "At most 64 tags of 1 to 256 bytes each are allowed.")
            }
        }
        guard let published else { return }
        guard PublicationDate.isValid(published) else {
            throw .badField(
                "published", "\(published.prefix(40)) is not a date: write 2024-02-15, 2024-02 or 2024.")
        }
    }
}
