import Wire

/// A line of the input of `extract --stream`.
struct StreamLine {
    /// What is to be extracted.
    struct Content: Equatable {
        var text: [UInt8]
        var published: String?
    }

    /// The line's own name for its text; a whole number is taken as it is written.
    private(set) var id: String?
    /// What `--keep` names: JSON as it stands in the line.
    private(set) var kept: [String: ArraySlice<UInt8>] = [:]
    private(set) var content: Result<Content, StreamError>

    /// Reads a line; what can be read of one that is refused, its id above all, is there all the same.
    ///
    /// - Parameter number: names the line in the message where it has no id.
    init(_ bytes: [UInt8], number: Int, map: FieldMap, options: StreamOptions) {
        content = .failure(StreamError(.malformed, ""))
        do {
            content = .success(try read(bytes, map, options))
        } catch {
            content = .failure(id == nil ? StreamError(error.code, "Line \(number): \(error.message)") : error)
        }
    }

    private mutating func read(
        _ bytes: [UInt8], _ map: FieldMap, _ options: StreamOptions
    ) throws(StreamError) -> Content {
        guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
            throw StreamError(.malformed, "The line is empty.")
        }
        let object: [String: JSONValue]
        do {
            object = try DocumentLine.object(bytes)
        } catch {
            throw StreamError(.malformed, error.reason)
        }
        if !options.keep.isEmpty {
            let members = JSONMembers(bytes)
            for field in options.keep { kept[field] = members[field] }
        }
        var values = FieldReader(object: object, map: map)
        id = try field("id", &values)
        guard let text = try field("text", &values) else {
            throw StreamError(.badField, "The line has no field \(map.name(of: "text")).")
        }
        let published = try field("published", &values).flatMap { $0.isEmpty ? nil : $0 } ?? options.published
        return try Self.checked(Content(text: Array(text.utf8), published: published))
    }

    private func field(_ name: String, _ values: inout FieldReader) throws(StreamError) -> String? {
        do {
            return try values.string(name)
        } catch {
            throw StreamError(.badField, error.reason)
        }
    }

    /// The rules of the service: what it refuses, no filter lets pass.
    private static func checked(_ content: Content) throws(StreamError) -> Content {
        guard content.text.contains(where: { $0 > 0x20 }) else { throw StreamError(.badField, "The text is empty.") }
        guard content.text.count <= Limits.text else {
            throw StreamError(.tooLarge, "The text has \(content.text.count) bytes; the limit is \(Limits.text).")
        }
        if let offset = content.text.firstIndex(of: 0) {
            throw StreamError(.badField, "The text holds a NUL at byte \(offset): it may not be a text.")
        }
        if let published = content.published, !PublicationDate.isValid(published) {
            throw StreamError(
                .badField, "\(published.prefix(40)) is not a date: write 2024-02-15, 2024-02 or 2024.")
        }
        return content
    }
}
