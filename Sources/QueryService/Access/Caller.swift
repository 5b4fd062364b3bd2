import Access
import Wire

/// Who sent a message, and what that one may do.
enum Caller: Sendable {
    /// The service has no keys: everyone who reaches it may do everything.
    case anyone
    /// The owner of a key.
    case owner(AuthorizedKey)

    /// How a session remembers its owner; nil without keys.
    var userID: String? { if case .owner(let key) = self { key.userID } else { nil } }

    /// The name under which a correction is kept.
    var author: String { if case .owner(let key) = self { key.name } else { "anyone" } }

    /// Throws `unauthorised` where the caller may not carry out a command: `correct` has a permission of its own.
    func check(command method: String) throws(WireError) {
        guard case .owner(let key) = self else { return }
        let permissions: Set<Permission> = method == Method.correct.rawValue ? [.admin, .correct] : [.admin]
        guard permissions.isDisjoint(with: key.permissions) else { return }
        throw WireError(
            .unauthorised,
            "\(key.name) may not send \(method.prefix(40)): that takes the permission \(permissions.text), and the key has \(key.permissions.text).",
            detail: ["permissions": .list(Permission.allCases.filter(permissions.contains).map(\.rawValue))])
    }

    /// Throws `unauthorised` where the caller may not send messages of a kind. An unknown kind passes: it is refused
    /// elsewhere.
    func check(_ kind: String) throws(WireError) {
        guard case .owner(let key) = self, let permissions = Kind(rawValue: kind)?.permissions, !permissions.isEmpty,
            permissions.isDisjoint(with: key.permissions)
        else { return }
        throw WireError(
            .unauthorised,
            "\(key.name) may not send \(kind): that takes the permission \(permissions.text), and the key has \(key.permissions.text).",
            detail: ["permissions": .list(Permission.allCases.filter(permissions.contains).map(\.rawValue))])
    }
}
