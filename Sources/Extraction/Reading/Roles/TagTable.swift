/// A table from lower-case words to tags, looked up by the bytes of a token without making a string.
///
/// Open addressing over 64-bit FNV-1a hashes; two words of the lexicon never share one, as the initialiser proves.
struct TagTable: Sendable {
    private var hashes: [UInt64]
    private var tags: [WordTags]
    private let mask: Int

    init(_ words: [String: WordTags]) {
        var capacity = 16
        while capacity < 2 * words.count { capacity *= 2 }
        hashes = Array(repeating: 0, count: capacity)
        tags = Array(repeating: [], count: capacity)
        mask = capacity - 1
        for (word, tag) in words.sorted(by: { $0.key < $1.key }) {
            let hash = TagTable.hash(Array(word.utf8)[...])
            let slot = slot(of: hash)
            precondition(hashes[slot] == 0, "two words share a hash")
            hashes[slot] = hash
            tags[slot] = tag
        }
    }

    /// The tags of a word in whatever case; a full stop at the end does not count.
    func tags(of bytes: ArraySlice<UInt8>) -> WordTags {
        let slot = slot(of: TagTable.hash(bytes))
        return hashes[slot] == 0 ? [] : tags[slot]
    }

    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = ByteHash.seed
        let count = bytes.count > 1 && bytes.last == 0x2E ? bytes.count - 1 : bytes.count
        for byte in bytes.prefix(count) {
            hash = ByteHash.step(hash, (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return hash == 0 ? 1 : hash
    }
}
