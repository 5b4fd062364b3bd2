import CZeroMQ

/// The text form of keys: five characters for four bytes (ZeroMQ RFC 32).
enum Z85 {
    /// - Parameter bytes: a multiple of four.
    static func encode(_ bytes: [UInt8]) -> String {
        precondition(bytes.count % 4 == 0, "Z85 encodes four bytes at a time")
        var text = [CChar](repeating: 0, count: bytes.count / 4 * 5 + 1)
        zmq_z85_encode(&text, bytes, bytes.count)
        return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// - Returns: nil where the text is not Z85.
    static func decode(_ text: String) -> [UInt8]? {
        let count = text.utf8.count
        // libzmq reads up to the first NUL; a text that holds one is longer than what it would decode.
        guard count % 5 == 0, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        var bytes = [UInt8](repeating: 0, count: count / 5 * 4)
        return zmq_z85_decode(&bytes, text) == nil ? nil : bytes
    }
}
