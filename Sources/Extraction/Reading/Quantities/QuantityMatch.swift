import Annotation

/// An amount as a range of pieces.
struct QuantityMatch: Sendable, Equatable {
    var pieces: Range<Int>
    var kind: Quantity.Kind
    var value: Double
    var unit: String?
}
