import Annotation

/// One message of EW/1 as its frames: version, kind, request id, header, and at most two bodies.
public struct Envelope: Sendable, Equatable {
    /// The first frame of every message of this major version.
    public static let version = Array("EW/1".utf8)

    /// One of `Kind`, or what a newer peer sent.
    public var kind: String
    /// 1 to 32 bytes, made by the requester, echoed in the reply.
    public var requestID: [UInt8]
    /// A JSON object of at most 16 KiB.
    public var header: [UInt8]
    public var bodies: [[UInt8]]

    public init(kind: Kind, requestID: [UInt8], header: [UInt8], bodies: [[UInt8]] = []) {
        self.kind = kind.rawValue
        self.requestID = requestID
        self.header = header
        self.bodies = bodies
    }

    /// A message whose header is the JSON of a value.
    public init(_ kind: Kind, requestID: [UInt8], _ header: some Encodable, bodies: [[UInt8]] = []) {
        // Every header of ours is a struct of strings, numbers and lists: encoding cannot fail.
        let bytes = (try? CanonicalJSON.encode(header)) ?? Array("{}".utf8)
        self.init(kind: kind, requestID: requestID, header: bytes, bodies: bodies)
    }

    /// The answer to a request that failed.
    public static func error(_ error: WireError, requestID: [UInt8]) -> Envelope {
        Envelope(.error, requestID: requestID, error)
    }

    /// The frames to send.
    public var frames: [[UInt8]] { [Self.version, Array(kind.utf8), requestID, header] + bodies }

    /// Reads the frames of a message that came in; checks counts, sizes and the form of the header.
    ///
    /// - Throws: the error to answer with. `requestID(in:)` gives the id to answer under.
    public init(frames: [[UInt8]]) throws(WireError) {
        guard let first = frames.first else { throw WireError(.malformed, "The message has no frame.") }
        guard first == Self.version else { throw Self.versionError(first) }
        guard frames.count >= 4 else {
            throw WireError(
                .malformed, "The message has \(frames.count) frames; version, kind, request id and header are needed.")
        }
        guard frames.count <= Limits.frames else {
            throw WireError(.malformed, "The message has \(frames.count) frames; the limit is \(Limits.frames).")
        }
        guard (1...32).contains(frames[1].count), frames[1].allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw WireError(.malformed, "The kind, frame 1, is not 1 to 32 characters of printable ASCII.")
        }
        guard (1...Limits.requestID).contains(frames[2].count) else {
            throw WireError(.malformed, "The request id, frame 2, has \(frames[2].count) bytes; 1 to 32 are allowed.")
        }
        try JSONShape.check(frames[3], part: "header", limit: Limits.header)
        kind = String(decoding: frames[1], as: UTF8.self)
        requestID = frames[2]
        header = frames[3]
        bodies = Array(frames[4...])
        for body in bodies where body.count > Limits.body {
            throw .tooLarge("body", size: body.count, limit: Limits.body)
        }
    }

    /// The request id of frames that could not be read as a message, for the ERROR that answers them; `-` if there is none.
    public static func requestID(in frames: [[UInt8]]) -> [UInt8] {
        guard frames.count > 2, (1...Limits.requestID).contains(frames[2].count) else { return Array("-".utf8) }
        return frames[2]
    }

    /// The header as one of the message types; an unknown field is ignored, a missing or wrong one is named.
    public func header<Header: Decodable>(as type: Header.Type) throws(WireError) -> Header {
        try JSONShape.decode(type, from: header, part: "header")
    }

    /// This form is frozen: every later version of the protocol answers a peer of another version in it.
    private static func versionError(_ frame: [UInt8]) -> WireError {
        guard frame.count <= 16, frame.starts(with: "EW/".utf8) else {
            return WireError(.malformed, "The first frame is not EW/1: this port speaks EntityWire's protocol.")
        }
        return WireError(
            .version, "This service speaks EW/1, not \(String(decoding: frame, as: UTF8.self)).",
            detail: ["supported": .list(["EW/1"])])
    }
}
