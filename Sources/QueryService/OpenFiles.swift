import Glibc

/// How many connections and files the process may have open.
package enum OpenFiles {
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
