import Wire
import ZeroMQ

/// A message to the work port before it is read: its way back, and the frames behind the envelope of libzmq.
struct Request {
    /// What keeps sessions and leases alive does not wait behind texts and annotations that are checked.
    private static let urgent = Set([Kind.hello, .credit, .heartbeat, .ping].map { Array($0.rawValue.utf8) })

    let message: Message
    let route: Route
    let frames: [Frame]

    init?(_ message: Message) {
        guard let (route, frames) = Route.split(message) else { return nil }
        (self.message, self.route, self.frames) = (message, route, frames)
    }

    /// What came at once in two groups: what is answered first, then the rest, each in its order.
    static func groups(_ messages: [Message]) -> [[Request]] {
        let requests = messages.compactMap(Request.init)
        return [requests.filter(\.isUrgent), requests.filter { !$0.isUrgent }]
    }

    private var isUrgent: Bool { frames.count > 1 && Self.urgent.contains(frames[1]) }
}
