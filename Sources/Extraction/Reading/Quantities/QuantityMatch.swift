import Annotation

/// An amount as a range of pieces.
struct QuantityMatch: Sendable, Equatable {
    var pieces: Range<Int>
    var kind: Quantity.Kind
    var value: Double
    var unit: String?
    /// What looks like an amount and is none; nothing is read inside it.
    var isVoid = false

    static func void(_ pieces: Range<Int>) -> QuantityMatch {
        QuantityMatch(pieces: pieces, kind: .count, value: 0, unit: nil, isVoid: true)
    }
}

extension QuantityMatch {
    /// The amount of a number with what was found behind it.
    init(_ found: QuantityParser.Found, _ value: Double, from start: Int) {
        self.init(pieces: start..<found.end, kind: found.kind, value: value / found.parts, unit: found.unit)
    }
}
