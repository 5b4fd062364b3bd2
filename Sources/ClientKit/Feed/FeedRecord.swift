public import Wire

/// One event as the feed gave it, with the position to resume after it.
public struct FeedRecord: Sendable, Equatable {
    public var epoch: String
    public var event: FeedEvent

    public init(epoch: String, event: FeedEvent) {
        self.epoch = epoch
        self.event = event
    }

    /// Give this to ``ServiceClient/events(from:)`` to go on after this event.
    public var position: FeedPosition { FeedPosition(epoch: epoch, sequence: event.sequence) }
}
