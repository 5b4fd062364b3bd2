import Foundation

/// The scores of the 32 labels of one token, or their probabilities: begin, inside, end, single, eight types each.
package typealias LabelVector = SIMD32<Float>

extension LabelVector {
    @inline(__always) var begins: SIMD8<Float> { lowHalf.lowHalf }
    @inline(__always) var insides: SIMD8<Float> { lowHalf.highHalf }
    @inline(__always) var ends: SIMD8<Float> { highHalf.lowHalf }
    @inline(__always) var singles: SIMD8<Float> { highHalf.highHalf }

    @inline(__always) init(begins: SIMD8<Float>, insides: SIMD8<Float>, ends: SIMD8<Float>, singles: SIMD8<Float>) {
        self.init(
            lowHalf: SIMD16(lowHalf: begins, highHalf: insides), highHalf: SIMD16(lowHalf: ends, highHalf: singles))
    }
}

extension SIMD8<Float> {
    /// The sum of the lanes by halves; `sum()` goes lane by lane.
    @inline(__always) var total: Float {
        let four = lowHalf + highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
    }
}

extension LabelVector {
    @inline(__always) var total: Float { (begins + insides + ends + singles).total }
}

/// Sums over all labellings of a sentence: the forward-backward algorithm of linear-chain conditional random fields
/// (Lafferty, McCallum and Pereira 2001), scaled at each token (Rabiner 1989).
///
/// What follows the end of a name depends on its type alone, so a step is nine by nine and not 33 by 33. One lattice is
/// used again for many sentences; it grows to the longest.
package struct Lattice {
    private var weights: Transitions
    /// The weights from type to type by the type that follows: the transpose of `weights.typeToType`.
    private var typeFromType = InlineArray<8, SIMD8<Float>>(repeating: .zero)
    private var typeToType = InlineArray<8, SIMD8<Float>>(repeating: .zero)
    private var emissions: [LabelVector] = []
    private var forward: [LabelVector] = []
    private var forwardOutside: [Float] = []
    private var scale: [Float] = []
    private var backward: [LabelVector] = []
    private var backwardOutside: [Float] = []
    private var outside: [Float] = []

    package init(_ transitions: Transitions) {
        weights = transitions.map(exponential)
        spread()
    }

    /// Changes the weights and keeps the memory.
    package mutating func use(_ transitions: Transitions) {
        weights = transitions.map(exponential)
        spread()
    }

    private mutating func spread() {
        for first in 0..<8 {
            typeToType[first] = weights.typeToType[first]
            for second in 0..<8 { typeFromType[second][first] = weights.typeToType[first][second] }
        }
    }

    /// Works out the sums for so many tokens with the scores given; returns the log of the sum over all labellings.
    ///
    /// `allowed`, where given, has a 1 in each lane that a token may have and a 0 elsewhere; `outsideAllowed` likewise.
    package mutating func sum(
        _ scores: UnsafeBufferPointer<LabelVector>, allowed: [LabelVector]? = nil, outsideAllowed: [Float]? = nil
    ) -> Double {
        let count = scores.count
        grow(to: count)
        var logarithm = 0.0
        var product = 1.0
        for index in 0..<count {
            let score = scores[index]
            var factors = LabelVector(
                begins: exponential(score.begins), insides: exponential(score.insides), ends: exponential(score.ends),
                singles: exponential(score.singles))
            var outside: Float = 1
            if let allowed, let outsideAllowed {
                factors *= allowed[index]
                outside = outsideAllowed[index]
            }
            emissions[index] = factors
            self.outside[index] = outside
            product *= Double(stepForward(index))
            if !(1e-250...1e250).contains(product) {
                logarithm += log(product)
                product = 1
            }
        }
        let last = forward[count - 1]
        let total = forwardOutside[count - 1] + (last.ends + last.singles).total
        stepsBackward(count, total: total)
        return logarithm + log(product * Double(total))
    }

    private mutating func grow(to count: Int) {
        guard emissions.count < count else { return }
        let more = count - emissions.count
        emissions += Array(repeating: .zero, count: more)
        forward += Array(repeating: .zero, count: more)
        backward += Array(repeating: .zero, count: more)
        forwardOutside += Array(repeating: 0, count: more)
        backwardOutside += Array(repeating: 0, count: more)
        scale += Array(repeating: 0, count: more)
        outside += Array(repeating: 0, count: more)
    }

    private mutating func stepForward(_ index: Int) -> Float {
        var toOutside: Float = 1
        var toType = weights.outsideToType
        var toInside = SIMD8<Float>.zero
        var toEnd = SIMD8<Float>.zero
        if index > 0 {
            let before = forward[index - 1]
            let closed = before.ends + before.singles
            toOutside = forwardOutside[index - 1] + (closed * weights.typeToOutside).total
            toType = weights.outsideToType * forwardOutside[index - 1]
            for type in 0..<8 { toType += typeToType[type] * closed[type] }
            toInside = before.begins * weights.beginToInside + before.insides * weights.insideToInside
            toEnd = before.begins * weights.beginToEnd + before.insides * weights.insideToEnd
        }
        let factors = emissions[index]
        let here = LabelVector(
            begins: toType * factors.begins, insides: toInside * factors.insides, ends: toEnd * factors.ends,
            singles: toType * factors.singles)
        let outside = toOutside * self.outside[index]
        let total = here.total + outside
        let factor = 1 / max(total, Float.leastNormalMagnitude)
        forward[index] = here * factor
        forwardOutside[index] = outside * factor
        scale[index] = factor
        return max(total, Float.leastNormalMagnitude)
    }

    private mutating func stepsBackward(_ count: Int, total: Float) {
        let factor = 1 / max(total, Float.leastNormalMagnitude)
        let one = SIMD8<Float>(repeating: factor)
        backward[count - 1] = LabelVector(begins: .zero, insides: .zero, ends: one, singles: one)
        backwardOutside[count - 1] = factor
        for index in stride(from: count - 2, through: 0, by: -1) {
            let scale = self.scale[index + 1]
            let behind = backward[index + 1]
            let factors = emissions[index + 1]
            let open = (behind.begins * factors.begins + behind.singles * factors.singles) * scale
            let insides = behind.insides * factors.insides * scale
            let ends = behind.ends * factors.ends * scale
            let outside = backwardOutside[index + 1] * self.outside[index + 1] * scale
            var closed = weights.typeToOutside * outside
            for type in 0..<8 { closed += typeFromType[type] * open[type] }
            backwardOutside[index] = outside + (weights.outsideToType * open).total
            backward[index] = LabelVector(
                begins: weights.beginToInside * insides + weights.beginToEnd * ends,
                insides: weights.insideToInside * insides + weights.insideToEnd * ends,
                ends: closed, singles: closed)
        }
    }

    /// The probability of each label of a token after `sum`; what is missing to 1 is outside.
    @inline(__always) package func probabilities(_ index: Int) -> LabelVector { forward[index] * backward[index] }

    /// The probability that exactly these tokens are a name of the type.
    package func probability(of range: Range<Int>, type: Int) -> Float {
        let first = range.lowerBound
        let last = range.upperBound - 1
        if first == last { return forward[first].singles[type] * backward[first].singles[type] }
        var value = forward[first].begins[type]
        for index in first + 1..<last {
            let step = index == first + 1 ? weights.beginToInside[type] : weights.insideToInside[type]
            value *= step * emissions[index].insides[type] * scale[index]
        }
        let step = last == first + 1 ? weights.beginToEnd[type] : weights.insideToEnd[type]
        return value * step * emissions[last].ends[type] * scale[last] * backward[last].ends[type]
    }

    /// Adds the expected number of times that each transition is taken, times a factor, to a flat list as `Transitions.flat`.
    package func addTransitions(count: Int, times factor: Float, to flat: inout [Float]) {
        for index in 0..<count {
            let scale = self.scale[index] * factor
            let after = backward[index] * emissions[index] * scale
            let open = after.begins + after.singles
            let outsideBefore = index == 0 ? 1 : forwardOutside[index - 1]
            Self.add(weights.outsideToType * open * outsideBefore, 0, &flat)
            guard index > 0 else { continue }
            let before = forward[index - 1]
            let closed = before.ends + before.singles
            let outside = backwardOutside[index] * self.outside[index] * scale
            Self.add(weights.typeToOutside * closed * outside, 1, &flat)
            for type in 0..<8 { Self.add(typeToType[type] * open * closed[type], 2 + type, &flat) }
            Self.add(before.begins * weights.beginToInside * after.insides, 10, &flat)
            Self.add(before.begins * weights.beginToEnd * after.ends, 11, &flat)
            Self.add(before.insides * weights.insideToInside * after.insides, 12, &flat)
            Self.add(before.insides * weights.insideToEnd * after.ends, 13, &flat)
        }
    }

    private static func add(_ vector: SIMD8<Float>, _ row: Int, _ flat: inout [Float]) {
        for lane in 0..<8 { flat[row * 8 + lane] += vector[lane] }
    }
}
