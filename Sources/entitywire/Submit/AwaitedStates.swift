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

    private var open: Set<Key> = []
    private var ended: Set<Key> = []
    /// The documents that were given up.
    private(set) var dead: Set<String> = []

    mutating func add(_ document: String, _ state: DocumentState) {
        guard let key = Key(document), !ended.contains(key) else { return }
        switch state {
        case .ready, .leased: open.insert(key)
        case .done, .deleted: end(key)
        case .dead:
            end(key)
            dead.insert(document)
        }
    }

    mutating func take(_ event: FeedEvent) {
        guard let document = event.document, let key = Key(document) else { return }
        guard open.contains(key) || ended.contains(key) else { return }
        switch event.event {
        case .stored, .deleted:
            end(key)
            dead.remove(document)
        case .dead:
            end(key)
            dead.insert(document)
        case .retried:
            ended.remove(key)
            open.insert(key)
            dead.remove(document)
        case .accepted, .merged, .split, .corrected, .heartbeat: break
        }
    }

    private mutating func end(_ key: Key) {
        open.remove(key)
        ended.insert(key)
    }

    var isOver: Bool { open.isEmpty }
    var over: Int { ended.count }
    var share: Double { ended.isEmpty ? 0 : Double(ended.count) / Double(ended.count + open.count) }

    /// `Extracted 120 of 125 · given up 2`
    var line: String {
        let done =
            "Extracted \(Numbers.grouped(ended.count - dead.count)) of \(Numbers.grouped(ended.count + open.count))"
        return dead.isEmpty ? done : "\(done) · given up \(Numbers.grouped(dead.count))"
    }
}
