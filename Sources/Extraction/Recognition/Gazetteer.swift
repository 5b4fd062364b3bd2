import Annotation

/// What a list says of a phrase; a phrase may be on several lists.
package struct PhraseKinds: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let country = PhraseKinds(rawValue: 1)
    package static let region = PhraseKinds(rawValue: 2)
    /// A city of more than 100,000 people, or a capital.
    package static let city = PhraseKinds(rawValue: 4)
    package static let town = PhraseKinds(rawValue: 8)
    /// Fewer than 15,000 people.
    package static let village = PhraseKinds(rawValue: 8192)
    package static let givenName = PhraseKinds(rawValue: 16)
    package static let familyName = PhraseKinds(rawValue: 32)
    package static let people = PhraseKinds(rawValue: 64)
    package static let organizationWord = PhraseKinds(rawValue: 128)
    package static let personTitle = PhraseKinds(rawValue: 256)
    package static let organization = PhraseKinds(rawValue: 512)
    package static let facilityWord = PhraseKinds(rawValue: 1024)
    package static let eventWord = PhraseKinds(rawValue: 2048)
    package static let placeWord = PhraseKinds(rawValue: 4096)
    /// The beginning of a longer phrase of the lists; alone it says nothing.
    static let prefix = PhraseKinds(rawValue: 1 << 15)
}

/// Lists of names and words, found in a text as the longest match over its tokens, whatever their case.
///
/// An entry is 40 bits of a hash of its words in a flat table with open addressing: no strings are kept, and a lookup is
/// one or two memory reads. A phrase is taken for one of 2^17 others by chance once in 2^23 lookups.
package struct Gazetteer: Sendable {
    /// Longer phrases are not matched.
    static let longestPhrase = 10

    private var keys: [UInt64]
    private var values: [UInt16]
    private var used = 0

    package init(minimumCapacity: Int = 1024) {
        var capacity = 64
        while capacity * 2 < minimumCapacity * 3 { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        values = Array(repeating: 0, count: capacity)
    }

    /// Adds a phrase to lists; its words are tokens as the tokenizer cuts them.
    package mutating func insert(_ phrase: String, _ kinds: PhraseKinds) {
        let forms = TokenForms(TokenizedText(Array(phrase.utf8)))
        guard forms.count > 0, forms.count <= Self.longestPhrase else { return }
        var hash: UInt64 = 0
        for index in 0..<forms.count {
            hash = WordHash.combined(hash, forms.lower[index])
            insert(hash, index == forms.count - 1 ? kinds : .prefix)
        }
    }

    /// The longest phrase that begins at a token and does not pass the end.
    func longestMatch(in lower: [UInt64], from start: Int, before end: Int) -> (end: Int, kinds: PhraseKinds)? {
        var hash: UInt64 = 0
        var best: (end: Int, kinds: PhraseKinds)?
        for index in start..<min(end, start + Self.longestPhrase) {
            hash = WordHash.combined(hash, lower[index])
            guard let kinds = kinds(of: hash) else { break }
            if kinds != .prefix { best = (index + 1, kinds.subtracting(.prefix)) }
            if !kinds.contains(.prefix) { break }
        }
        return best
    }

    /// What the lists say of a run of tokens as a whole.
    func kinds(of range: Range<Int>, in lower: [UInt64]) -> PhraseKinds {
        var hash: UInt64 = 0
        for index in range { hash = WordHash.combined(hash, lower[index]) }
        return kinds(of: hash)?.subtracting(.prefix) ?? []
    }

    /// What kind of place a name of a type is, where the lists know it as one kind alone.
    func subtype(_ type: Int, _ tokens: Range<Int>, _ forms: TokenForms) -> String? {
        guard Labels.types[type] == .location else { return nil }
        let kinds = kinds(of: tokens, in: forms.lower)
        if kinds.contains(.country) { return kinds.contains(.region) ? nil : "country" }
        if kinds.contains(.region) { return kinds.contains(.city) ? nil : "region" }
        return kinds.contains(.city) || kinds.contains(.town) ? "city" : nil
    }

    /// Keys are 40 bits of the hash, as the model file has them.
    private static let keyMask: UInt64 = 1 << 40 - 1

    @inline(__always) private func kinds(of hash: UInt64) -> PhraseKinds? {
        let key = hash & Self.keyMask
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while values[slot] != 0 {
            if keys[slot] == key { return PhraseKinds(rawValue: values[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// All entries in order of hash.
    var entries: [(hash: UInt64, kinds: PhraseKinds)] {
        keys.indices.filter { values[$0] != 0 }.map { (keys[$0], PhraseKinds(rawValue: values[$0])) }
            .sorted { $0.hash < $1.hash }
    }

    mutating func insert(_ hash: UInt64, _ kinds: PhraseKinds) {
        if used * 3 >= keys.count * 2 { grow() }
        let key = hash & Self.keyMask
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while values[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
        if values[slot] == 0 { used += 1 }
        keys[slot] = key
        values[slot] |= kinds.rawValue
    }

    private mutating func grow() {
        var larger = Gazetteer(minimumCapacity: keys.count * 2)
        for slot in keys.indices where values[slot] != 0 {
            larger.insert(keys[slot], PhraseKinds(rawValue: values[slot]))
        }
        self = larger
    }
}
