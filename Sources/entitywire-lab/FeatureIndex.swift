/// Numbers features: counts them first, then gives each that is frequent enough a row.
final class FeatureIndex {
    private var keys: [UInt64]
    private var counts: [UInt32]
    private var used = 0
    private(set) var rows = 0

    init(capacity: Int = 1 << 22) {
        keys = Array(repeating: 0, count: capacity)
        counts = Array(repeating: 0, count: capacity)
    }

    func count(_ key: UInt64) {
        let slot = slot(key)
        if counts[slot] == 0 {
            keys[slot] = key
            used += 1
            counts[slot] = 1
            if used * 2 > keys.count { grow() }
        } else {
            counts[slot] += 1
        }
    }

    /// Ends the counting: from here on `row` tells a feature's row. Frequent features have the first rows, so that what
    /// is used most lies together in memory.
    func freeze(minimumCount: UInt32) {
        let frequent = keys.indices.filter { counts[$0] >= max(1, minimumCount) }
            .sorted { (counts[$1], keys[$0]) < (counts[$0], keys[$1]) }
        rows = frequent.count
        for slot in keys.indices where counts[slot] > 0 { counts[slot] = .max }
        for (row, slot) in frequent.enumerated() { counts[slot] = UInt32(row) }
    }

    /// The row of a feature, or nil for a rare or unknown one.
    func row(_ key: UInt64) -> UInt32? {
        let slot = slot(key)
        return keys[slot] == key && counts[slot] != .max ? counts[slot] : nil
    }

    /// The features with their rows.
    var entries: [(key: UInt64, row: UInt32)] {
        keys.indices.filter { keys[$0] != 0 && counts[$0] != .max }.map { (keys[$0], counts[$0]) }
    }

    private func slot(_ key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private func grow() {
        let old = (keys, counts)
        keys = Array(repeating: 0, count: old.0.count * 2)
        counts = Array(repeating: 0, count: keys.count)
        for slot in old.0.indices where old.0[slot] != 0 {
            let new = self.slot(old.0[slot])
            keys[new] = old.0[slot]
            counts[new] = old.1[slot]
        }
    }
}
