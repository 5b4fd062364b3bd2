/// A hash of bytes with ASCII capitals taken as small letters: FNV-1a of 32 bits (Fowler, Noll, Vo).
struct LatinHash: Sendable {
    private(set) var value: UInt32 = 2_166_136_261

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt32(LatinHash.lower(byte))) &* 16_777_619
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

/// Words and what they mean, found by their bytes in small or capital letters without making a string.
struct WordTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let hash: UInt32
        let word: [UInt8]
        let meaning: Meaning
    }

    private var slots: [Int32]
    private var entries: [Entry] = []
    private let mask: Int

    /// - Parameter words: in lower case; the first of two like words wins.
    init(_ words: [(String, Meaning)]) {
        var size = 16
        while size < words.count * 3 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        mask = size - 1
        for (word, meaning) in words { insert(Array(word.utf8), meaning) }
    }

    private mutating func insert(_ word: [UInt8], _ meaning: Meaning) {
        var hash = LatinHash()
        for byte in word { hash.add(byte) }
        guard self.meaning(of: word, 0, word.count, hash: hash.value) == nil else { return }
        var slot = Int(hash.value) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(entries.count)
        entries.append(Entry(hash: hash.value, word: word, meaning: meaning))
    }

    /// The meaning of the bytes from `start` to `end`, whose `LatinHash` is given.
    func meaning(of bytes: [UInt8], _ start: Int, _ end: Int, hash: UInt32) -> Meaning? {
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash, isEqual(entries[index].word, bytes, start, end) {
                return entries[index].meaning
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isEqual(_ word: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard word.count == end - start else { return false }
        for offset in 0..<word.count where word[offset] != LatinHash.lower(bytes[start + offset]) { return false }
        return true
    }
}
