import CZeroMQ

/// The patterns of sockets that this wrapper offers.
public enum SocketKind: Sendable {
    /// Talks to many peers, each by its routing id.
    case router
    /// Talks to one peer, or to several in turn.
    case dealer
    /// Publishes to all who subscribed, and receives their subscriptions.
    case xpub
    /// Publishes to all who subscribed.
    case pub
    /// Receives what it subscribed to.
    case sub
    /// Talks to exactly one peer.
    case pair

    var type: Int32 {
        switch self {
        case .router: ZMQ_ROUTER
        case .dealer: ZMQ_DEALER
        case .xpub: ZMQ_XPUB
        case .pub: ZMQ_PUB
        case .sub: ZMQ_SUB
        case .pair: ZMQ_PAIR
        }
    }
}
