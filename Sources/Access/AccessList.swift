/// Who is let in, at one moment. Empty is nobody.
package struct AccessList: Sendable, Equatable {
    /// The keys by name.
    package let keys: [AuthorizedKey]
    private let indices: [String: Int]

    /// - Parameter keys: no two with the same public key.
    package init(_ keys: [AuthorizedKey] = []) {
        let sorted = keys.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        self.keys = sorted
        indices = Dictionary(sorted.indices.map { (sorted[$0].userID, $0) }) { first, _ in first }
    }

    /// The key of a connection's user, if it is still let in.
    package func key(ofUser userID: String) -> AuthorizedKey? { indices[userID].map { keys[$0] } }

    /// The users who had a permission in an earlier list and have it no more.
    package func lost(_ permission: Permission, since earlier: AccessList) -> Set<String> {
        let lost = earlier.keys.filter { key in
            key.permissions.contains(permission)
                && self.key(ofUser: key.userID)?.permissions.contains(permission) != true
        }
        return Set(lost.map(\.userID))
    }
}
