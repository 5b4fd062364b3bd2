import Glibc
import Synchronization

/// A place where the process kills itself, for tests of what survives: `ENTITYWIRE_CRASH_AT=after-commit:20` at the 20th pass.
package enum CrashPoint: String, Sendable {
    case beforeCommit = "before-commit"
    case afterCommit = "after-commit"
    case halfAcknowledged = "half-acknowledged"
    case duringBackup = "during-backup"

    private static let armed: (point: CrashPoint, passes: Int)? = {
        guard let value = getenv("ENTITYWIRE_CRASH_AT") else { return nil }
        let parts = String(cString: value).split(separator: ":")
        guard let point = parts.first.flatMap({ CrashPoint(rawValue: String($0)) }) else { return nil }
        return (point, parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }()
    private static let passed = Atomic<Int>(0)

    /// Kills the process here by SIGKILL if this point is armed and its number of passes is reached.
    package func pass() {
        guard let armed = Self.armed, armed.point == self else { return }
        if Self.passed.add(1, ordering: .relaxed).newValue == armed.passes { kill(getpid(), SIGKILL) }
    }
}
