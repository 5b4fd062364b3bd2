/// A set of word classes, one bit each.
struct WordClasses: SetAlgebra, Hashable, Sendable {
    private var bits: UInt128 = 0

    init() {}
    init(arrayLiteral elements: WordClass...) { for element in elements { insert(element) } }
    private init(bits: UInt128) { self.bits = bits }

    @inline(__always) private static func bit(_ member: WordClass) -> UInt128 { 1 << UInt128(member.rawValue) }

    @inline(__always) var isEmpty: Bool { bits == 0 }
    @inline(__always) func contains(_ member: WordClass) -> Bool { bits & Self.bit(member) != 0 }
    @inline(__always) func contains(_ other: WordClasses) -> Bool { bits & other.bits == other.bits }
    @inline(__always) func isDisjoint(with other: WordClasses) -> Bool { bits & other.bits == 0 }
    func union(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits | other.bits) }
    func intersection(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits & other.bits) }
    func symmetricDifference(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits ^ other.bits) }
    func subtracting(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits & ~other.bits) }
    mutating func formUnion(_ other: WordClasses) { bits |= other.bits }
    mutating func formIntersection(_ other: WordClasses) { bits &= other.bits }
    mutating func formSymmetricDifference(_ other: WordClasses) { bits ^= other.bits }

    @discardableResult
    mutating func insert(_ member: WordClass) -> (inserted: Bool, memberAfterInsert: WordClass) {
        let isNew = !contains(member)
        bits |= Self.bit(member)
        return (isNew, member)
    }

    @discardableResult
    mutating func remove(_ member: WordClass) -> WordClass? {
        guard contains(member) else { return nil }
        bits &= ~Self.bit(member)
        return member
    }

    @discardableResult
    mutating func update(with member: WordClass) -> WordClass? { insert(member).inserted ? nil : member }

    /// The domains of offices.
    static let domains: WordClasses = [
        .political, .legislative, .business, .military, .police, .judicial, .religious, .academic, .royal, .diplomatic,
        .sport, .media,
    ]

    /// `he`, `she`, `it`, `they`.
    static let subjects: WordClasses = [.masculine, .feminine, .neutral]
    /// Verbs and participles beside which words in marks are speech.
    static let cues: WordClasses = [.speechVerb, .speechParticiple, .reportVerb]

    /// What a verb, a noun or a function word of a clause is: a word without any of them is an open word.
    static let clauseParts: WordClasses = [
        .speechVerb, .speechParticiple, .quotingVerb, .reportVerb, .tellVerb, .masculine, .feminine, .neutral,
        .relative,
        .definite, .someIndefinite, .preposition, .clauseOpener, .complementizer, .preverbal, .finiteVerb,
        .subjectPronoun, .personNoun, .proxy, .pressOffice, .male, .female, .according, .genitive, .timeAdverb, .joiner,
        .possessivePronoun, .bodyNoun, .documentNoun,
    ]
}
