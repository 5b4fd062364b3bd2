/// A map in the order of its keys, kept in small chunks: a change costs one chunk, and a copy shares all chunks that
/// neither side changes afterwards.
struct SortedMap<Value: Sendable>: Sendable {
    typealias Element = (key: Pair, value: Value)

    private static var chunkLimit: Int { 256 }

    /// None is empty.
    private var chunks: [[Element]] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    subscript(key: Pair) -> Value? {
        guard let chunk = chunk(for: key) else { return nil }
        let place = Self.place(of: key, in: chunks[chunk])
        guard place < chunks[chunk].count, chunks[chunk][place].key == key else { return nil }
        return chunks[chunk][place].value
    }

    mutating func set(_ key: Pair, _ value: Value) {
        guard let chunk = chunk(for: key) else {
            chunks.insert([(key, value)], at: 0)
            count += 1
            return
        }
        let place = Self.place(of: key, in: chunks[chunk])
        if place < chunks[chunk].count, chunks[chunk][place].key == key {
            chunks[chunk][place].value = value
            return
        }
        chunks[chunk].insert((key, value), at: place)
        count += 1
        guard chunks[chunk].count > Self.chunkLimit else { return }
        // Keys that only grow leave full chunks behind.
        let cut = place + 1 == chunks[chunk].count ? place : chunks[chunk].count / 2
        let rest = Array(chunks[chunk][cut...])
        chunks[chunk].removeSubrange(cut...)
        chunks.insert(rest, at: chunk + 1)
    }

    mutating func remove(_ key: Pair) {
        guard let chunk = chunk(for: key) else { return }
        let place = Self.place(of: key, in: chunks[chunk])
        guard place < chunks[chunk].count, chunks[chunk][place].key == key else { return }
        chunks[chunk].remove(at: place)
        count -= 1
        if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
    }

    /// Keeps what a condition holds for.
    mutating func filter(_ isKept: (Value) -> Bool) {
        chunks = chunks.map { $0.filter { isKept($0.value) } }.filter { !$0.isEmpty }
        count = chunks.reduce(0) { $0 + $1.count }
    }

    /// Walks up from the first key that is not below the given one.
    func walk(from key: Pair = Pair(.min, .min)) -> Walk {
        let chunk = chunk(for: key) ?? 0
        let place = chunks.isEmpty ? 0 : Self.place(of: key, in: chunks[chunk])
        return Walk(chunks: chunks, chunk: chunk, place: place)
    }

    /// A place on the way through a map.
    struct Walk: IteratorProtocol, Sequence, Sendable {
        fileprivate let chunks: [[Element]]
        fileprivate var chunk: Int
        fileprivate var place: Int

        mutating func next() -> Element? {
            while chunk < chunks.count {
                if place < chunks[chunk].count {
                    place += 1
                    return chunks[chunk][place - 1]
                }
                chunk += 1
                place = 0
            }
            return nil
        }
    }

    /// The last chunk that does not begin after the key; nil where all do.
    private func chunk(for key: Pair) -> Int? {
        var low = 0
        var high = chunks.count
        while low < high {
            let middle = (low + high) / 2
            if key < chunks[middle][0].key { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
    }

    /// The first place whose key is not below the given one.
    private static func place(of key: Pair, in chunk: [Element]) -> Int {
        var low = 0
        var high = chunk.count
        while low < high {
            let middle = (low + high) / 2
            if chunk[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
