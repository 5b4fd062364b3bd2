/// A short word of ASCII in one integer, so that small word lists are looked up without a string.
///
/// Holds at most eight bytes, first byte lowest. Longer words and words with other bytes have no packed form.
struct PackedWord: Hashable, Sendable {
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    /// Packs as is.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard range.count <= 8, !range.isEmpty else { return nil }
        var bits: UInt64 = 0
        for index in range.reversed() {
            let byte = bytes[index]
            guard byte < 0x80 else { return nil }
            bits = bits << 8 | UInt64(byte)
        }
        self.bits = bits
    }

    /// The set of the words of a list that is separated by white space.
    static func set(_ words: String) -> Set<PackedWord> {
        var result: Set<PackedWord> = []
        for word in words.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 }) {
            Array(word).withUnsafeBufferPointer { bytes in
                if let packed = PackedWord(bytes, 0..<bytes.count) { result.insert(packed) }
            }
        }
        return result
    }
}
