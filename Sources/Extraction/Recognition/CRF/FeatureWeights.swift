/// The weights of all features: for each a row of 32 bytes, found by the feature's hash.
///
/// Rows are kept once with small whole numbers; times `scale` they are the model's weights. The table has one 64-bit
/// word a slot, the row's number and 32 bits of the hash: a feature that no row has costs one reach into memory.
package struct FeatureWeights: Sendable {
    /// Bits of a feature's hash that the model keeps.
    package static let keyBits: UInt64 = 40

    package let scale: Float
    private let slots: [UInt64]
    private let shift: UInt64
    private let rows: [SIMD32<Int8>]

    /// Keys are the upper `keyBits` bits of the hashes, each once, in order.
    package init(scale: Float, keys: [UInt64], rows: [SIMD32<Int8>]) {
        self.scale = scale
        self.rows = rows
        var bits: UInt64 = 6
        while 1 << bits < keys.count * 2 { bits += 1 }
        shift = Self.keyBits - bits
        // Keys come in order, so a slot's run seldom passes the end; room is left there for the last.
        var slots = [UInt64](repeating: 0, count: 1 << bits + 256)
        var free = 0
        for (row, key) in keys.enumerated() {
            let slot = max(free, Int(key >> shift))
            guard slot < slots.count - 1 else { break }
            slots[slot] = key << 32 | UInt64(row + 1)
            free = slot + 1
        }
        self.slots = slots
    }

    package static func key(of hash: UInt64) -> UInt64 { hash >> (64 - keyBits) }

    /// Adds the rows of features to 32 sums.
    @inline(__always)
    func add(_ features: UnsafePointer<UInt64>, count: Int, to sums: UnsafeMutablePointer<Int16>) {
        slots.withUnsafeBufferPointer { slots in
            rows.withUnsafeBytes { bytes in
                guard let base = bytes.assumingMemoryBound(to: Int8.self).baseAddress else { return }
                for index in 0..<count {
                    let key = Self.key(of: features[index])
                    guard let row = Self.row(key, slots, shift) else { continue }
                    let weights = base + row * Labels.lanes
                    for lane in 0..<Labels.lanes { sums[lane] &+= Int16(truncatingIfNeeded: weights[lane]) }
                }
            }
        }
    }

    @inline(__always)
    private static func row(_ key: UInt64, _ slots: UnsafeBufferPointer<UInt64>, _ shift: UInt64) -> Int? {
        let mark = UInt32(truncatingIfNeeded: key)
        var slot = Int(truncatingIfNeeded: key >> shift)
        while slots[slot] != 0 {
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == mark {
                return Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
            }
            slot += 1
        }
        return nil
    }
}
