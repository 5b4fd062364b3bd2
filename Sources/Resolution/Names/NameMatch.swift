/// How alike two names are, and why.
package struct NameMatch: Sendable, Equatable {
    /// From 0 to 1.
    package var score: Double
    /// What the score is made of, in the order of the words; empty where no explanation was asked for.
    package var reasons: [NameReason]

    /// Whether the names alone say that both are one.
    package var isMatch: Bool { score >= NameMatch.threshold }

    /// The score from which two names are one with nothing else to go by.
    package static let threshold = 0.70
}

/// One thing that two names have or lack in common.
package struct NameReason: Sendable, Equatable {
    /// The rule that spoke.
    package enum Rule: String, Sendable {
        case same, spelling, romanisation, variant, shortForm, initial, joined, surnameVariant
        case missingWord, patronymic, familyNameAlone, givenNameAlone, swapped, generation
        case differentGiven, differentFamily, differentMiddle, wordOrder, acronym, legalForm, number, country, place
        case differentWord
    }

    package var rule: Rule
    /// The words of the first and of the second name that it is about; empty where one has none.
    package var first: String
    package var second: String
    /// What it multiplies the score with.
    package var factor: Double

    package init(_ rule: Rule, _ first: String = "", _ second: String = "", factor: Double = 1) {
        self.rule = rule
        self.first = first
        self.second = second
        self.factor = (factor * 1000).rounded() / 1000
    }
}
