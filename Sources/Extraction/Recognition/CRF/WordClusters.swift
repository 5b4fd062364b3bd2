/// The clusters that a word belongs to, in three grains: of 64, of 256 and of 1,024.
package struct WordClusters: Sendable {
    /// Packed as 6, 8 and 10 bits with a bit above that marks a known word; 0 for an unknown one.
    package typealias Packed = UInt32

    private var keys: [UInt64]
    private var values: [Packed]

    package init(_ entries: [(hash: UInt64, clusters: Packed)]) {
        var capacity = 64
        while capacity < entries.count * 2 { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        values = Array(repeating: 0, count: capacity)
        for entry in entries { insert(entry.hash, entry.clusters) }
    }

    /// The hash that stands for a word of the list.
    package static func hash(of word: some StringProtocol) -> UInt64 { WordHash.lower(word) }

    package static func packed(_ coarse: Int, _ middle: Int, _ fine: Int) -> Packed {
        Packed(1 << 24 | coarse << 18 | middle << 10 | fine)
    }

    static func coarse(_ packed: Packed) -> UInt64 { UInt64(packed >> 18) }
    static func middle(_ packed: Packed) -> UInt64 { UInt64(packed >> 24) << 8 | UInt64(packed >> 10 & 0xFF) }
    static func fine(_ packed: Packed) -> UInt64 { UInt64(packed >> 24) << 10 | UInt64(packed & 0x3FF) }

    /// All words and their clusters, in order of hash.
    package var entries: [(hash: UInt64, clusters: Packed)] {
        keys.indices.filter { values[$0] != 0 }.map { (keys[$0], values[$0]) }.sorted { $0.hash < $1.hash }
    }

    @inline(__always) func of(_ hash: UInt64) -> Packed {
        let mask = keys.count - 1
        let key = hash & Self.keyMask
        var slot = Int(truncatingIfNeeded: key) & mask
        while values[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// Keys are 40 bits of the hash, as the model file has them.
    static let keyMask: UInt64 = 1 << 40 - 1

    private mutating func insert(_ hash: UInt64, _ clusters: Packed) {
        let mask = keys.count - 1
        let key = hash & Self.keyMask
        var slot = Int(truncatingIfNeeded: key) & mask
        while values[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
        keys[slot] = key
        values[slot] = clusters
    }
}
