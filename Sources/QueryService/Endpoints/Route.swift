import Wire
import ZeroMQ

/// The way back to a requester: its routing id, REQ's empty delimiter if it sent one, and the id of its request.
struct Route: Sendable, Hashable {
    let peer: Frame
    let hasDelimiter: Bool
    let requestID: [UInt8]

    /// The route of a message from a ROUTER, and the frames behind the envelope of libzmq.
    static func split(_ message: Message) -> (route: Route, frames: [Frame])? {
        guard let peer = message.frames.first else { return nil }
        var frames = Array(message.frames.dropFirst())
        let hasDelimiter = frames.count > 1 && frames[0].isEmpty
        if hasDelimiter { frames.removeFirst() }
        let route = Route(peer: peer, hasDelimiter: hasDelimiter, requestID: Envelope.requestID(in: frames))
        return (route, frames)
    }

    /// The message that answers on this route.
    func reply(_ kind: Kind, _ header: some Encodable, bodies: [[UInt8]] = []) -> Message {
        message(Envelope(kind, requestID: requestID, header, bodies: bodies))
    }

    func reply(_ error: WireError) -> Message { message(.error(error, requestID: requestID)) }

    private func message(_ envelope: Envelope) -> Message {
        Message(frames: [peer] + (hasDelimiter ? [[]] : []) + envelope.frames)
    }
}
