/// A name on the best path: tokens of the sentence from 0, and a type's place in `Labels.types`.
package struct LabelledSpan: Hashable, Sendable {
    package var tokens: Range<Int>
    package var type: Int

    package init(tokens: Range<Int>, type: Int) {
        self.tokens = tokens
        self.type = type
    }
}

/// Finds the labelling with the highest score: the Viterbi algorithm over the same steps as `Lattice`.
package struct BestPath {
    private let weights: Transitions
    /// For each token: where the best way to an outside token, to a new name, to an inside and to an end comes from.
    private var steps: [Step] = []

    private struct Step {
        /// The type whose name ended before, or 8 for outside, by the best way to outside and to a new name of each type.
        var toOutside: Int32 = 8
        var toType = SIMD8<Int32>(repeating: 8)
        /// By type: whether an inside or an end comes from an inside, else from a begin.
        var insideFromInside = SIMDMask<SIMD8<Int32>>()
        var endFromInside = SIMDMask<SIMD8<Int32>>()
        /// By type: whether a name that ends here is a single token.
        var isSingle = SIMDMask<SIMD8<Int32>>()
    }

    private struct Scores {
        var outside: Float
        var begins: SIMD8<Float>
        var insides: SIMD8<Float>
        /// Of a name that ended here.
        var closed: SIMD8<Float>
        var step: Step
    }

    package init(_ transitions: Transitions) { weights = transitions }

    /// The names of the best labelling of the tokens with these scores.
    package mutating func spans(_ scores: UnsafeBufferPointer<LabelVector>) -> [LabelledSpan] {
        steps.removeAll(keepingCapacity: true)
        guard !scores.isEmpty else { return [] }
        var last: Scores?
        for score in scores {
            let next = advance(last, score)
            steps.append(next.step)
            last = next
        }
        return last.map { trace($0) } ?? []
    }

    private func advance(_ before: Scores?, _ score: LabelVector) -> Scores {
        var step = Step()
        let never = SIMD8<Float>(repeating: -1e9)
        var outside: Float = 0
        var open = weights.outsideToType
        var inside = never
        var end = never
        if let before {
            outside = before.outside
            open = weights.outsideToType + before.outside
            let leaving = before.closed + weights.typeToOutside
            for type in 0..<8 {
                if leaving[type] > outside {
                    outside = leaving[type]
                    step.toOutside = Int32(type)
                }
                let way = weights.typeToType[type] + before.closed[type]
                let better = way .> open
                open.replace(with: way, where: better)
                step.toType.replace(with: Int32(type), where: better)
            }
            inside = before.begins + weights.beginToInside
            let further = before.insides + weights.insideToInside
            step.insideFromInside = (further .> inside)
            inside.replace(with: further, where: step.insideFromInside)
            end = before.begins + weights.beginToEnd
            let furtherEnd = before.insides + weights.insideToEnd
            step.endFromInside = (furtherEnd .> end)
            end.replace(with: furtherEnd, where: step.endFromInside)
        }
        let single = open + score.singles
        var closed = end + score.ends
        step.isSingle = (single .>= closed)
        closed.replace(with: single, where: step.isSingle)
        return Scores(
            outside: outside, begins: open + score.begins, insides: inside + score.insides, closed: closed, step: step)
    }

    private func trace(_ last: Scores) -> [LabelledSpan] {
        var state = 8
        var best = last.outside
        for type in 0..<8 where last.closed[type] > best {
            best = last.closed[type]
            state = type
        }
        var spans: [LabelledSpan] = []
        var index = steps.count - 1
        while index >= 0 {
            if state == 8 {
                state = Int(steps[index].toOutside)
                index -= 1
                continue
            }
            let end = index
            if !steps[index].isSingle[state] {
                var fromInside = steps[index].endFromInside[state]
                index -= 1
                while fromInside {
                    fromInside = steps[index].insideFromInside[state]
                    index -= 1
                }
            }
            spans.append(LabelledSpan(tokens: index..<end + 1, type: state))
            state = Int(steps[index].toType[state])
            index -= 1
        }
        return spans.reversed()
    }
}
