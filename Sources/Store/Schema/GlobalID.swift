/// `E` and 16 hex digits outside, one 64-bit number in the file.
enum GlobalID {
    static func number(_ id: String) -> Int64? {
        guard id.utf8.count == 17, id.first == "E",
            id.utf8.dropFirst().allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        return UInt64(id.dropFirst(), radix: 16).map { Int64(bitPattern: $0) }
    }

    static func string(_ number: Int64) -> String {
        let hex = String(UInt64(bitPattern: number), radix: 16)
        return "E" + String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    /// Several, as one blob of 8 bytes each, in big-endian order.
    static func pack(_ numbers: [Int64]) -> [UInt8] {
        numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
    }

    static func unpack(_ blob: [UInt8]) -> [Int64] {
        stride(from: 0, to: blob.count - blob.count % 8, by: 8).map { start in
            blob[start..<start + 8].reduce(0) { $0 << 8 | Int64($1) }
        }
    }
}
