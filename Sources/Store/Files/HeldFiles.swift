import Foundation
import Synchronization

/// The files that an open database consists of, known by device and inode: a path can come to lead elsewhere while SQLite
/// goes on in the file that it opened, and what is committed there would be found by nobody.
final class HeldFiles: Sendable {
    private struct Identity: Equatable {
        let device: dev_t
        let inode: ino_t

        init(_ status: stat) { (device, inode) = (status.st_dev, status.st_ino) }
    }

    private struct State {
        /// The log and its index; set once they are there.
        var beside: [String: Identity] = [:]
        /// Where the page lies that names the database, and what it holds.
        var mark: (offset: Int, bytes: [UInt8])?
        var loss: FileLoss?
        /// The loss seen by the last look: one look may come in the middle of somebody's renaming.
        var suspicion: FileLoss?
    }

    /// Where the mark is looked for: VACUUM moves pages by a few.
    private static let markLength = 65_536

    /// What the service was given: perhaps a link.
    private let given: String
    private let path: String
    private let lock: FileLock
    private let identity: Identity?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - given: the path that the operator named.
    ///   - path: the file behind it.
    ///   - lock: on that file itself; holds it open.
    init(given: String, path: String, lock: FileLock) {
        (self.given, self.path, self.lock) = (given, path, lock)
        identity = lock.status.map(Identity.init)
    }

    /// Takes note of the log and its index, which are there as long as the database is open, and of a mark in the file.
    ///
    /// - Parameters:
    ///   - offset: where the page begins that holds the mark.
    ///   - mark: bytes that no other database has.
    func note(offset: Int, mark: [UInt8]) {
        state.withLock { state in
            for suffix in ["-wal", "-shm"] { state.beside[suffix] = Self.identity(of: path + suffix).identity }
            // A log that could not be emptied at the start may still hold the page.
            state.mark = lock.holds(mark, within: Self.markLength, from: offset) ? (offset, mark) : nil
        }
    }

    /// What was lost for good: found by ``look()`` and never forgotten, as nobody knows what happened meanwhile.
    var loss: FileLoss? { state.withLock { $0.loss } }

    /// What is wrong at this moment, by names alone; takes microseconds. Nil where every name leads to the file that is held.
    var problem: FileLoss? {
        if let loss { return loss }
        if let problem = problem(of: given, identity, isDatabase: true) { return problem }
        let beside = state.withLock { $0.beside }
        for suffix in ["-wal", "-shm"] {
            if let held = beside[suffix], let problem = problem(of: path + suffix, held, isDatabase: false) {
                return problem
            }
        }
        return nil
    }

    /// Looks at names and content; a problem that two looks see is a loss.
    func look() -> FileLoss? {
        let found = problem ?? overwritten
        return state.withLock { state in
            if state.loss == nil, let found, state.suspicion != nil { state.loss = found }
            state.suspicion = found
            return state.loss
        }
    }

    /// Takes what is wrong at this moment for a loss: for the end, when there is no second look.
    func lookLast() -> FileLoss? {
        let found = problem ?? overwritten
        return state.withLock { state in
            state.loss = state.loss ?? found
            return state.loss
        }
    }

    private func problem(of path: String, _ held: Identity?, isDatabase: Bool) -> FileLoss? {
        let (now, error) = Self.identity(of: path)
        if now == held { return nil }
        let words =
            switch (now, error) {
            case (.some, _): "\(path) is another file now than the one that this service holds"
            case (nil, ENOENT), (nil, ENOTDIR): "\(path) is not there any more"
            default: "\(path) cannot be reached (\(String(cString: strerror(error))))"
            }
        return FileLoss(isDatabase ? (isHeldTogether ? .moved : .vanished) : .log, words)
    }

    /// Whether the file has a name elsewhere and took its log along, as when its folder was renamed.
    private var isHeldTogether: Bool {
        guard let status = lock.status, status.st_nlink > 0 else { return false }
        return Self.identity(of: path + "-wal").identity != state.withLock { $0.beside["-wal"] }
    }

    /// Whether somebody wrote another database, or nothing, into the file itself.
    private var overwritten: FileLoss? {
        guard let mark = state.withLock({ $0.mark }),
            !lock.holds(mark.bytes, within: Self.markLength, from: mark.offset)
        else {
            return nil
        }
        return FileLoss(.overwritten, "\(path) was overwritten while the service held it")
    }

    private static func identity(of path: String) -> (identity: Identity?, error: Int32) {
        var status = stat()
        guard stat(path, &status) == 0 else { return (nil, errno) }
        return (Identity(status), 0)
    }
}

/// How the path of an open database came to lead elsewhere.
package struct FileLoss: Error, Equatable, Sendable {
    enum Kind: Sendable {
        /// The file has no name, or lost its log: with the process it may be gone.
        case vanished
        /// File and log lie together under another name.
        case moved
        /// Another content was written into the file.
        case overwritten
        /// The file is there; its log, or the index of that, is not.
        case log
    }

    let kind: Kind
    /// What happened, without the full stop.
    package let words: String

    init(_ kind: Kind, _ words: String) { (self.kind, self.words) = (kind, words) }

    /// What happened and what follows, in one sentence.
    package var sentence: String { "\(words): nothing more is accepted; stop the service and put the file back." }
}
