import Access
import Wire

/// One of the service's ports, as a domain of keys.
enum ServicePort: String, CaseIterable {
    case work, query, feed

    /// The permissions of which a key needs one to connect; none is: any key, as each message is checked.
    var permissions: Set<Permission> { self == .feed ? [.feed] : [] }
}

extension Kind {
    /// The permissions of which a key needs one to send this; none is: any key.
    var permissions: Set<Permission> {
        switch self {
        case .submit, .publish: [.submit]
        case .hello, .credit, .result, .fail, .release, .heartbeat, .bye: [.work]
        case .query: [.query]
        // A subscriber fills the gaps of the feed with it.
        case .since: [.query, .feed]
        case .command: [.admin]
        default: []
        }
    }
}
