/// The ids that lead from a text to its facts and back; none is made of what a document says.
struct Anchors {
    private struct Place: Hashable {
        var kind: TextMark.Kind
        var index: Int
    }

    private let places: Set<Place>

    init(_ marked: MarkedText) { places = Set(marked.shown.map { Place(kind: $0.kind, index: $0.index) }) }

    /// Where a fact is told: `quote-3`.
    static func fact(_ kind: TextMark.Kind, _ index: Int) -> String { "\(name(kind))-\(index + 1)" }

    /// Where an entity is told.
    static func entity(_ index: Int) -> String { "entity-\(index + 1)" }

    /// Where a fact stands in the text: `text-quote-3`.
    static func text(_ kind: TextMark.Kind, _ index: Int) -> String { "text-\(fact(kind, index))" }

    /// What leads from a fact to the text; nil where the text does not show it.
    func reference(_ kind: TextMark.Kind, _ index: Int) -> String? {
        places.contains(Place(kind: kind, index: index)) ? "#\(Self.text(kind, index))" : nil
    }

    private static func name(_ kind: TextMark.Kind) -> String {
        switch kind {
        case .dateline: "dateline"
        case .quote: "quote"
        case .role: "role"
        case .source: "source"
        case .quantity: "quantity"
        case .date: "date"
        case .mention: "mention"
        }
    }
}
