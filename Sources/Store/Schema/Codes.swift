import Annotation
import Wire

/// The states of a job as the file numbers them; never renumbered.
enum JobState: Int, CaseIterable {
    case ready = 0
    case leased = 1
    case done = 2
    case dead = 3
    case deleted = 4

    /// What the wire calls it.
    var wire: DocumentState {
        switch self {
        case .ready: .ready
        case .leased: .leased
        case .done: .done
        case .dead: .dead
        case .deleted: .deleted
        }
    }

    /// What the views call it.
    var word: String { wire.rawValue }

    init(_ state: DocumentState) {
        switch state {
        case .ready: self = .ready
        case .leased: self = .leased
        case .done: self = .done
        case .dead: self = .dead
        case .deleted: self = .deleted
        }
    }
}

/// The numbers that stand for types and kinds in the rows of facts; only ever added to.
enum EntityCode {
    static let types: [EntityType] = [
        .person, .organization, .location, .facility, .group, .event, .product, .miscellaneous,
    ]
    static let kinds: [Mention.Kind] = [.name, .nominal, .pronoun]
    static let quotes: [Quote.Kind] = [.direct, .indirect]

    static let dates: [DateExpression.Kind] = [.date, .time, .duration, .set]
    static let quantities: [Quantity.Kind] = [.count, .money, .percent, .measure, .ordinal]

    static var typeWords: [String] { types.map(\.rawValue) }
    static var kindWords: [String] { kinds.map(\.rawValue) }
    static var quoteWords: [String] { quotes.map(\.rawValue) }

    static var dateWords: [String] { dates.map(\.rawValue) }
    static var quantityWords: [String] { quantities.map(\.rawValue) }

    static func of(_ type: EntityType) -> Int { types.firstIndex(of: type) ?? types.count - 1 }
    static func of(_ kind: Mention.Kind) -> Int { kinds.firstIndex(of: kind) ?? 0 }
    static func of(_ kind: Quote.Kind) -> Int { quotes.firstIndex(of: kind) ?? 0 }
    static func of(_ type: DateExpression.Kind) -> Int { dates.firstIndex(of: type) ?? 0 }
    static func of(_ kind: Quantity.Kind) -> Int { quantities.firstIndex(of: kind) ?? 0 }
}

/// The numbers of the feed's events in the file; only ever added to.
enum EventCode {
    static let kinds: [FeedEvent.Kind] = [.accepted, .stored, .dead, .retried, .deleted]

    static var words: [String] { kinds.map(\.rawValue) }

    static func of(_ kind: FeedEvent.Kind) -> Int { kinds.firstIndex(of: kind) ?? 0 }
}
