/// The key of a document: the SHA-256 of its bytes as submitted, in lower-case hex (64 characters).
public enum DocumentKey {
    /// The key of a text.
    public static func of(_ text: some Sequence<UInt8>) -> String {
        hex(SHA256.hash(text))
    }

    /// Whether the string has the form of a key.
    public static func isValid(_ key: String) -> Bool {
        key.utf8.count == 64 && key.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
