/// Makes a time that never goes back out of a wall clock that may, so that a corrected clock holds no job up.
///
/// Forward jumps pass through: they only make jobs due early.
struct SteadyClock: Sendable {
    private var last: Int64
    /// What the steady time is ahead of the wall clock.
    private(set) var lead: Int64 = 0

    /// - Parameter last: the latest steady time that anything durable depends on.
    init(last: Int64) { self.last = last }

    /// The steady time for a wall time, both in Unix milliseconds.
    mutating func time(_ wall: Int64) -> Int64 {
        lead = max(lead, last - wall)
        last = wall + lead
        return last
    }
}
