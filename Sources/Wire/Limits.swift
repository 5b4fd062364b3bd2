/// The limits of EW/1. A sender checks them before it sends; the service checks them again.
public enum Limits {
    /// A header in bytes.
    public static let header = 16 * 1024
    /// A document's text in bytes of UTF-8.
    public static let text = 4 * 1024 * 1024
    /// A result's annotation, and any other JSON body, in bytes.
    public static let body = 32 * 1024 * 1024
    /// The parameters of QUERY and COMMAND in bytes.
    public static let parameters = 1024 * 1024
    /// A request id in bytes; at least one.
    public static let requestID = 32
    /// How deep the arrays and objects of any JSON may nest.
    public static let depth = 32
    /// The frames of a message: version, kind, request id, header, and at most two bodies.
    public static let frames = 6
    /// libzmq cuts the connection of a peer that sends a frame above this.
    public static let maxMessageSize = 2 * body
    /// The same on the query port.
    public static let maxQuerySize = 2 * parameters
    /// The jobs that a worker may hold at once.
    public static let window = 64
    /// The rows of one page of an answer.
    public static let page = 500
}
