import Wire

/// Which documents are still open, by what ACCEPTED and the feed say: a pure state machine.
struct AwaitedStates {
    /// The 32 bytes of a key: millions of them may be waited for.
    private struct Key: Hashable {
        private let words: (UInt64, UInt64, UInt64, UInt64)

        init?(_ text: String) {
            let digits = Array(text.utf8)
            guard digits.count == 64 else { return nil }
            func word(_ index: Int) -> UInt64? {
                UInt64(String(decoding: digits[index * 16..<index * 16 + 16], as: UTF8.self), radix: 16)
            }
            guard let a = word(0), let b = word(1), let c = word(2), let d = word(3) else { return nil }
            words = (a, b, c, d)
        }

        static func == (left: Key, right: Key) -> Bool { left.words == right.words }
        func hash(into hasher: inout Hasher) {
            // A key is a hash already: one word of it is as good as all.
            hasher.combine(words.0)
        }
    }

    private var waiting: Set<Key> = []
    private var ended: Set<Key> = []
    private var removed: Set<Key> = []
    /// The documents that were given up.
    private(set) var dead: Set<String> = []

    mutating func add(_ document: String, _ state: DocumentState) {
        guard let key = Key(document), !ended.contains(key) else { return }
        switch state {
        case .ready, .leased: waiting.insert(key)
        case .done: end(key)
        case .deleted:
            end(key)
            removed.insert(key)
        case .dead:
            end(key)
            dead.insert(document)
        }
    }

    mutating func take(_ event: FeedEvent) {
        guard let document = event.document, let key = Key(document) else { return }
        guard waiting.contains(key) || ended.contains(key) else { return }
        switch event.event {
        case .stored:
            end(key)
            dead.remove(document)
        case .deleted:
            // What was extracted before it was deleted is counted as that.
            let isUndone = waiting.contains(key) || dead.contains(document) || removed.contains(key)
            end(key)
            dead.remove(document)
            if isUndone { removed.insert(key) }
        case .dead:
            end(key)
            dead.insert(document)
        case .retried:
            ended.remove(key)
            waiting.insert(key)
            dead.remove(document)
        case .accepted, .merged, .split, .corrected, .heartbeat: break
        }
    }

    private mutating func end(_ key: Key) {
        waiting.remove(key)
        ended.insert(key)
        removed.remove(key)
    }

    var isOver: Bool { waiting.isEmpty }
    var over: Int { ended.count }
    var open: Int { waiting.count }
    /// How many were deleted before they were extracted.
    var deleted: Int { removed.count }
    var share: Double { ended.isEmpty ? 0 : Double(ended.count) / Double(ended.count + waiting.count) }

    /// `Extracted 120 of 125 · given up 2 · deleted 1`
    var line: String {
        let extracted = ended.count - dead.count - removed.count
        let done = "Extracted \(Numbers.grouped(extracted)) of \(Numbers.grouped(ended.count + waiting.count))"
        let others = [("given up", dead.count), ("deleted", removed.count)].filter { $0.1 > 0 }
        return ([done] + others.map { "\($0) \(Numbers.grouped($1))" }).joined(separator: " · ")
    }
}
