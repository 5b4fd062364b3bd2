/// The events of an endpoint's connections, in order, until it is closed.
///
/// At most ``capacity`` events wait; beyond, the oldest are dropped, for the newest tell how things stand.
public struct MonitorStream: AsyncSequence, Sendable {
    public typealias Element = SocketEvent
    public typealias Failure = Never

    /// The events that may wait to be read.
    public static let capacity = 256

    private let events: AsyncStream<SocketEvent>

    static func make() -> (stream: MonitorStream, continuation: AsyncStream<SocketEvent>.Continuation) {
        let (events, continuation) = AsyncStream<SocketEvent>.makeStream(bufferingPolicy: .bufferingNewest(capacity))
        return (MonitorStream(events: events), continuation)
    }

    public func makeAsyncIterator() -> AsyncStream<SocketEvent>.Iterator {
        events.makeAsyncIterator()
    }
}
