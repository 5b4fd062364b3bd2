import Foundation

/// A document's key: hex outside, 32 bytes in the file.
enum KeyBytes {
    private static let digits = Array("0123456789abcdef".utf8)

    /// - Parameter hex: lower-case hex digits, an even number of them.
    static func bytes(_ hex: some StringProtocol) -> Data {
        var bytes = Data(capacity: hex.utf8.count / 2)
        var high: UInt8?
        for digit in hex.utf8 {
            let value = digit < 58 ? digit &- 48 : digit &- 87
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }

    static func hex(_ bytes: Data) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
