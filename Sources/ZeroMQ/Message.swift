/// The bytes of one part of a message.
public typealias Frame = [UInt8]

/// A message of one or more frames, sent and received whole.
///
/// Of a message that a ``SocketKind/router`` receives or sends, the first frame is the peer's routing id.
public struct Message: Sendable, Equatable {
    /// The parts, in order.
    public var frames: [Frame]
    /// Whether the message exceeded ``SocketOptions/maxFrames`` or ``SocketOptions/maxMessageBytes``: `frames` then
    /// holds only those before the bound, enough to answer the sender that its message is malformed.
    public var truncated = false
    /// Who the sender is, as the ``ZAPHandler`` said when it connected; nil unless received by a CURVE server.
    ///
    /// The handler is asked once a connection: whether this user is still welcome is for the receiver to look up.
    public var userID: String?

    /// A whole message.
    public init(frames: [Frame]) {
        self.frames = frames
    }

    /// The length of all frames together.
    public var byteCount: Int { frames.reduce(0) { $0 + $1.count } }
}
