/// The groups of features that can be left out to see what each is worth.
package struct FeatureGroup: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let words = FeatureGroup(rawValue: 1)
    package static let affixes = FeatureGroup(rawValue: 2)
    package static let shapes = FeatureGroup(rawValue: 4)
    package static let context = FeatureGroup(rawValue: 8)
    package static let clusters = FeatureGroup(rawValue: 16)
    package static let gazetteers = FeatureGroup(rawValue: 32)
    /// The run of capitalised words that a token stands in.
    package static let runs = FeatureGroup(rawValue: 64)
    /// How the same words are labelled and spelled elsewhere in the document.
    package static let document = FeatureGroup(rawValue: 128)

    package static let all = FeatureGroup(rawValue: 255)

    package static let named: [(name: String, group: FeatureGroup)] = [
        ("words", .words), ("affixes", .affixes), ("shapes", .shapes), ("context", .context), ("clusters", .clusters),
        ("gazetteers", .gazetteers), ("runs", .runs), ("document", .document),
    ]
}
