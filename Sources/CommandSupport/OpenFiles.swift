import Glibc

/// How many connections and files the process may have open.
package enum OpenFiles {
    /// What is wrong with the limit where the program would not get far with it; nil where it is high enough.
    ///
    /// libzmq ends the process where it gets no descriptor for its own use.
    package static func problem(needed: UInt64) -> String? {
        let limit = raiseLimit()
        guard limit > 0, limit < needed else { return nil }
        return "The limit of open files is \(limit), at least \(needed) are needed: raise it (ulimit -n \(needed))."
    }

    /// Raises the soft limit to the hard one: many systems start a process with 1,024, and each peer takes one.
    ///
    /// - Returns: the limit in force.
    @discardableResult
    package static func raiseLimit() -> UInt64 {
        var limit = rlimit()
        let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(files, &limit) == 0 else { return 0 }
        var raised = limit
        raised.rlim_cur = limit.rlim_max
        guard setrlimit(files, &raised) == 0 else { return UInt64(limit.rlim_cur) }
        return UInt64(raised.rlim_cur)
    }
}
