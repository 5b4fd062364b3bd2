import Store
import Wire
import ZeroMQ

/// One operation for the store and who waits for its outcome.
struct WriteRequest: Sendable {
    /// Who hears of the outcome once it is committed.
    enum Origin: Sendable {
        /// A submitter or worker; answered on the work port.
        case work(Route)
        /// A worker whose answer says more than the outcome; answered on the work port.
        case worded(@Sendable (Outcome) -> Message)
        /// A client's command; answered on the query port.
        case command(Route)
        /// The dispatcher, for a session.
        case lease(peer: [UInt8], session: Int)
        /// The service itself.
        case service
        /// A part of the service that wants to know what became of it.
        case told(@Sendable (Outcome) -> Void)
    }

    let operation: Operation
    let origin: Origin
    /// What it holds in memory, about.
    let bytes: Int
}
