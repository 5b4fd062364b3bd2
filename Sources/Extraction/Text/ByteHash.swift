/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same in every run, so that nothing depends on a random seed.
enum ByteHash {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    static func of(_ word: some StringProtocol) -> UInt64 { word.utf8.reduce(seed, step) }

    /// The hashes of the words of a list, separated by blanks or line breaks.
    static func set(_ words: String) -> Set<UInt64> { Set(words.split { $0 == " " || $0.isNewline }.map(of)) }
}
