/// The words of an office as the text has them: `Ukraine's Defense Minister`, `secretary general of NATO`.
struct OfficePhrase {
    enum Determiner { case none, definite, indefinite, possessive }

    /// With country and organisation, without determiner and passing adjectives.
    var tokens: Range<Int>
    /// The last word of the office itself: `Minister`.
    var head: Int
    /// The words of the office without the names before them; of-phrases that are no name included.
    var office: Range<Int>
    /// Where the noun phrase begins, with determiner and passing adjectives.
    var start: Int
    var determiner: Determiner
    var isPlural: Bool
    /// Indexes of mentions within the phrase.
    var organization: Int?
    var place: Int?
    /// Whether it is more than a head alone.
    var isSpecific: Bool
    /// How far the phrase may go on over common nouns, where a name follows: `head of the country's largest union`.
    var looseEnd: Int
    /// The union of the domains of its heads.
    var domains: WordClasses

    /// Whether the text says of what it is the office.
    var hasComplement: Bool { organization != nil || place != nil || tokens.upperBound > head + 1 }
}
