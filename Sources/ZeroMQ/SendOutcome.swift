/// What became of a message handed to libzmq. None of these says that the peer has it.
public enum SendOutcome: Sendable, Equatable {
    /// libzmq took it; it may still be lost with the connection.
    case sent
    /// No room, or no peer is connected: keep it and try again later.
    case wouldBlock
    /// The router knows no such peer: it has gone.
    case unreachable
}
