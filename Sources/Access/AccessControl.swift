import Synchronization
package import ZeroMQ

/// Who is let in now, for as long as a service runs: the directory's list, read again on demand.
///
/// A list that cannot be read changes nothing: those who were let in stay in until the directory can be read again.
package final class AccessControl: Sendable {
    private struct State {
        var list: AccessList
        var problems: [KeyError]
    }

    /// What reading the directory again brought.
    package struct Change: Sendable, Equatable {
        package let earlier: AccessList
        package let list: AccessList
        /// Files that do not count, if these are others than before.
        package let newProblems: [KeyError]

        /// The users who had a permission and have it no more.
        package func lost(_ permission: Permission) -> Set<String> { list.lost(permission, since: earlier) }
    }

    /// The service's own key.
    package let serverKey: CurveKeyPair
    /// Files that did not count when the service started.
    package let initialProblems: [KeyError]
    private let directory: KeyDirectory
    private let state: Mutex<State>

    /// Reads the directory, and makes the service's key where there is none.
    package init(_ directory: KeyDirectory) throws(KeyError) {
        self.directory = directory
        serverKey = try directory.makeServerKey()
        let (list, problems) = try directory.authorized()
        initialProblems = problems
        state = Mutex(State(list: list, problems: problems))
    }

    /// Who is let in.
    package var list: AccessList { state.withLock { $0.list } }

    /// The key of a connection's user, if it is let in and has one of the permissions; any permission will do where none is named.
    package func key(ofUser userID: String, with permissions: Set<Permission> = []) -> AuthorizedKey? {
        guard let key = list.key(ofUser: userID), permissions.isEmpty || !permissions.isDisjoint(with: key.permissions)
        else {
            return nil
        }
        return key
    }

    /// Reads the directory again.
    ///
    /// - Returns: nil where all is as it was.
    package func reload() throws(KeyError) -> Change? {
        let (list, problems) = try directory.authorized()
        return state.withLock { state -> Change? in
            guard list != state.list || problems != state.problems else { return nil }
            let change = Change(
                earlier: state.list, list: list, newProblems: problems.filter { !state.problems.contains($0) })
            state = State(list: list, problems: problems)
            return change
        }
    }
}
