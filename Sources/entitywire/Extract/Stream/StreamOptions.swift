import Wire

/// What every process that extracts for `extract --stream` has to know; sent to it as JSON.
struct StreamOptions: Sendable, Equatable, Codable {
    /// What the output has of its own: no field of the input takes their place.
    static let ownFields = ["annotation", "document", "error", "id"]

    /// The value of `--map`.
    var map: String?
    /// The fields of the input that are given back, by their own names.
    var keep: [String] = []
    /// The date of publication where a line has none.
    var published: String?
    /// A model file; nil for the one beside the program.
    var model: String?
    var gazetteer: String?

    /// The fields of the input that the extraction needs, by their own names.
    func fieldMap() throws(Failure) -> FieldMap { try FieldMap(map, allowed: ["text", "id", "published"]) }

    /// Throws a `Failure` where the options cannot be.
    func validate() throws(Failure) {
        _ = try fieldMap()
        if let own = keep.first(where: Self.ownFields.contains) {
            throw Failure(.usage, "--keep cannot name \(own): every line has a field of that name of its own.")
        }
        if keep.contains(where: \.isEmpty) { throw Failure(.usage, "--keep takes names of fields: source,url.") }
    }
}
