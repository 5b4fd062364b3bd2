/// What the owner of a key may do.
package enum Permission: String, Sendable, CaseIterable, Hashable {
    /// Hand in documents, also with their results.
    case submit
    /// Take jobs and give results back.
    case work
    /// Ask questions.
    case query
    /// Listen to the feed.
    case feed
    /// Say of names which are one, which are not, and what they are called.
    case correct
    /// Delete, retry and what else changes something.
    case admin
}

extension Collection<Permission> {
    /// The permissions in the order of their declaration, as a file or a person reads them: `submit, query`.
    package var text: String {
        Permission.allCases.filter(contains).map(\.rawValue).joined(separator: ", ")
    }
}
