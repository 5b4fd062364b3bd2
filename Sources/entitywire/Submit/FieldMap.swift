import Wire

/// How the fields of a user's JSON are named: `text=body,published=date` takes our `text` from their `body`.
struct FieldMap: Sendable, Equatable {
    /// Our name → theirs, for those that differ.
    private(set) var theirs: [String: String] = [:]

    /// Reads the value of `--map`; throws a `Failure` that names what is wrong.
    init(_ text: String?, allowed: [String] = DocumentLine.fields) throws(Failure) {
        guard let text else { return }
        for pair in text.split(separator: ",") {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw Failure(.usage, "--map takes pairs such as text=body,published=date, not \(pair).")
            }
            guard allowed.contains(parts[0]) else {
                throw Failure(.usage, "--map knows no field \(parts[0]): use \(allowed.joined(separator: ", ")).")
            }
            theirs[parts[0]] = parts[1]
        }
    }

    /// The name under which their lines have our field.
    func name(of field: String) -> String { theirs[field] ?? field }
}
