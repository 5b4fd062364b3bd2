/// One request of ZAP and its reply, as frames: pure.
struct ZAPExchange {
    private static let version = Array("1.0".utf8)

    private let peer: Frame
    private let requestID: Frame
    /// Nil where the client gave no CURVE key.
    let request: ZAPHandler.Request?

    /// Reads what a ROUTER received: the session's routing id, an empty frame, version, request id, domain, address,
    /// routing id of the client, mechanism, and the mechanism's credentials.
    ///
    /// - Returns: nil where it is no request of ZAP 1.0.
    init?(_ message: Message) {
        let frames = message.frames
        guard frames.count >= 8, frames[1].isEmpty, frames[2] == Self.version else { return nil }
        peer = frames[0]
        requestID = frames[3]
        guard frames[7] == Array("CURVE".utf8), frames.count == 9, let key = CurvePublicKey(bytes: frames[8]) else {
            request = nil
            return
        }
        func text(_ frame: Frame) -> String { String(decoding: frame, as: UTF8.self) }
        request = ZAPHandler.Request(domain: text(frames[4]), address: text(frames[5]), key: key)
    }

    /// The reply: 200 with the user id, or 400.
    func reply(_ decide: (ZAPHandler.Request) -> String?) -> Message {
        let user = request.flatMap(decide)
        let verdict = user == nil ? ("400", "This key is not authorised") : ("200", "OK")
        return Message(frames: [
            peer, [], Self.version, requestID, Array(verdict.0.utf8), Array(verdict.1.utf8), Array((user ?? "").utf8),
            [],
        ])
    }
}
