extension WireError {
    /// How many faults of one annotation are named: they fit into a header.
    package static let namedProblems = 50
    /// How many of them are in the sentence for people.
    private static let spokenProblems = 3

    /// An annotation that cannot be taken: all its faults at once, so that whoever writes a worker mends it in one go.
    ///
    /// - Parameter problems: sentences, at least one; those beyond ``namedProblems`` are counted only.
    package static func badAnnotation(_ problems: [String]) -> WireError {
        let more = problems.count - spokenProblems
        let spoken = problems.prefix(spokenProblems).joined(separator: " ") + (more > 0 ? " And \(more) more." : "")
        return WireError(
            .badField, "The annotation is wrong: \(spoken)",
            detail: ["field": .text("annotation"), "problems": .list(Array(problems.prefix(namedProblems)))])
    }

    /// The same error with what a program may want to know about an annotation's faults.
    package func withProblems(_ problems: [String]) -> WireError {
        guard !problems.isEmpty else { return self }
        var error = self
        error.detail = (detail ?? [:]).merging(["problems": .list(problems)]) { $1 }
        return error
    }
}
