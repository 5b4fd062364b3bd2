package import Annotation

/// The labels of the sequence model: for each type a name's begin, inside, end, and a single-token name; and outside.
///
/// A label's lane is its place in a vector of 32 scores; outside has no lane, its score is 0 always.
package enum Labels {
    package static let types: [EntityType] = [
        .person, .organization, .location, .facility, .group, .event, .product, .miscellaneous,
    ]
    package static let lanes = 32

    package static func begin(_ type: Int) -> Int { type }
    package static func inside(_ type: Int) -> Int { 8 + type }
    package static func end(_ type: Int) -> Int { 16 + type }
    package static func single(_ type: Int) -> Int { 24 + type }
}
