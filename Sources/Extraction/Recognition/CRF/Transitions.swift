/// Weights of what may follow what. From outside to outside is 0; impossible pairs do not exist.
package struct Transitions: Sendable {
    package static let count = 112

    /// From outside to a name of each type.
    var outsideToType = SIMD8<Float>.zero
    /// From the end of a name of each type to outside.
    var typeToOutside = SIMD8<Float>.zero
    /// From the end of a name of the type of the row to the next name right after it.
    var typeToType = [SIMD8<Float>](repeating: .zero, count: 8)
    var beginToInside = SIMD8<Float>.zero
    var beginToEnd = SIMD8<Float>.zero
    var insideToInside = SIMD8<Float>.zero
    var insideToEnd = SIMD8<Float>.zero

    package init() {}

    /// From a flat list of `count` weights, the order of the properties.
    package init(_ flat: [Float]) {
        func vector(_ row: Int) -> SIMD8<Float> { SIMD8(flat[row * 8..<row * 8 + 8]) }
        outsideToType = vector(0)
        typeToOutside = vector(1)
        for type in 0..<8 { typeToType[type] = vector(2 + type) }
        beginToInside = vector(10)
        beginToEnd = vector(11)
        insideToInside = vector(12)
        insideToEnd = vector(13)
    }

    package var flat: [Float] {
        let rows =
            [outsideToType, typeToOutside] + typeToType + [beginToInside, beginToEnd, insideToInside, insideToEnd]
        return rows.flatMap { row in (0..<8).map { row[$0] } }
    }

    func map(_ change: (SIMD8<Float>) -> SIMD8<Float>) -> Transitions {
        var result = self
        result.outsideToType = change(outsideToType)
        result.typeToOutside = change(typeToOutside)
        result.typeToType = typeToType.map(change)
        result.beginToInside = change(beginToInside)
        result.beginToEnd = change(beginToEnd)
        result.insideToInside = change(insideToInside)
        result.insideToEnd = change(insideToEnd)
        return result
    }
}
