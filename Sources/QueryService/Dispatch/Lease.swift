package import Wire

/// The right of one session to work on one attempt, until a deadline on the monotonic clock.
package struct Lease: Sendable {
    package let attempt: Attempt
    /// The routing id of the session; nil after a restart, until the worker names the attempt, and once it goes back.
    package var peer: [UInt8]?
    package var worker: String
    /// Monotonic milliseconds.
    package var started: Int64
    package var deadline: Int64
    /// The worker held nothing else at any time since it took this one.
    package var alone: Bool
    /// Its end is on its way through the writer.
    package var ending = false
}

/// What a worker is to be given; becomes a lease operation of the store.
package struct Demand: Sendable, Equatable {
    package let peer: [UInt8]
    /// The number of the session: what is leased for an earlier one of the same peer goes back.
    package let session: Int
    package let worker: String
    package let count: Int
    package let bytes: Int
    package let suspects: Bool
}
