import Wire

/// Takes our fields out of their object, and keeps account of what was used.
struct FieldReader {
    let object: [String: JSONValue]
    let map: FieldMap
    /// Their names of the fields that were read.
    private(set) var used: Set<String> = []

    init(object: [String: JSONValue], map: FieldMap) {
        self.object = object
        self.map = map
    }

    /// The submission of a line; what the line leaves open comes from the defaults, tags are joined.
    mutating func submission(defaults: Submission) throws(Refusal) -> Submission {
        var submission = Submission()
        submission.id = try nonEmpty("id") ?? defaults.id
        submission.source = try nonEmpty("source") ?? defaults.source
        submission.url = try nonEmpty("url") ?? defaults.url
        submission.title = try nonEmpty("title") ?? defaults.title
        submission.published = try nonEmpty("published") ?? defaults.published
        submission.basis = try basis() ?? defaults.basis
        submission.language = try nonEmpty("language") ?? defaults.language
        let own = try tags()
        let all = own + (defaults.tags ?? []).filter { !own.contains($0) }
        submission.tags = all.isEmpty ? nil : all
        return submission
    }

    /// A string, or a number as it is written; nil for null and where there is none.
    mutating func string(_ field: String) throws(Refusal) -> String? {
        let name = map.name(of: field)
        guard let value = object[name] else { return nil }
        used.insert(name)
        switch value {
        case .null: return nil
        case .string(let text): return text
        case .integer(let number) where field == "id" || field == "published": return String(number)
        default: throw Refusal("The field \(name) is not a string.")
        }
    }

    /// Exports write "" for what they do not know.
    private mutating func nonEmpty(_ field: String) throws(Refusal) -> String? {
        try string(field).flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func basis() throws(Refusal) -> Submission.Basis? {
        guard let text = try nonEmpty("basis") else { return nil }
        guard let basis = Submission.Basis(rawValue: text) else {
            throw Refusal("The field \(map.name(of: "basis")) is \(text): write stated, inferred or given.")
        }
        return basis
    }

    /// A list of strings, or one.
    private mutating func tags() throws(Refusal) -> [String] {
        let name = map.name(of: "tags")
        guard let value = object[name] else { return [] }
        used.insert(name)
        switch value {
        case .null: return []
        case .string(let tag): return tag.isEmpty ? [] : [tag]
        case .array(let values):
            var tags: [String] = []
            for value in values {
                guard case .string(let tag) = value else {
                    throw Refusal("The field \(name) is not a list of strings.")
                }
                if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
            }
            return tags
        default: throw Refusal("The field \(name) is not a list of strings.")
        }
    }
}
