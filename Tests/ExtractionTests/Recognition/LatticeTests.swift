import Foundation
import Testing

@testable import Extraction

/// The sums and the best path against all labellings of a short sentence, one by one.
@Suite struct LatticeTests {
    /// A labelling as the spans that it has.
    private static func labellings(_ count: Int) -> [[LabelledSpan]] {
        var results: [[LabelledSpan]] = [[]]
        func extend(_ spans: [LabelledSpan], from start: Int) {
            for first in start..<count {
                for end in first + 1...count {
                    for type in 0..<3 {
                        let longer = spans + [LabelledSpan(tokens: first..<end, type: type)]
                        results.append(longer)
                        if end < count { extend(longer, from: end) }
                    }
                }
            }
        }
        if count > 0 { extend([], from: 0) }
        return results
    }

    private static func score(_ spans: [LabelledSpan], _ scores: [LabelVector], _ steps: [Float]) -> Double {
        var total = 0.0
        var before: (end: Int, type: Int)?
        for span in spans {
            let (type, first, last) = (span.type, span.tokens.lowerBound, span.tokens.upperBound - 1)
            if let before, before.end == first {
                total += Double(steps[(2 + before.type) * 8 + type])
            } else {
                if let before { total += Double(steps[8 + before.type]) }
                total += Double(steps[type])
            }
            if first == last {
                total += Double(scores[first][Labels.single(type)])
            } else {
                total += Double(scores[first][Labels.begin(type)] + scores[last][Labels.end(type)])
                for inner in first + 1..<last { total += Double(scores[inner][Labels.inside(type)]) }
                total += Double(steps[(last == first + 1 ? 11 : 10) * 8 + type])
                if last > first + 1 {
                    total += Double(last - first - 2) * Double(steps[12 * 8 + type]) + Double(steps[13 * 8 + type])
                }
            }
            before = (span.tokens.upperBound, type)
        }
        if let before, before.end < scores.count { total += Double(steps[8 + before.type]) }
        return total
    }

    /// Scores of three types; the other five are as good as impossible.
    private static func sample(seed: UInt64, count: Int) -> (scores: [LabelVector], steps: [Float]) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> Float {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Float(state % 4000) / 1000 - 2
        }
        let scores = (0..<count).map { _ in
            var vector = LabelVector(repeating: -60)
            for lane in 0..<Labels.lanes where lane % 8 < 3 { vector[lane] = next() }
            return vector
        }
        return (scores, (0..<Transitions.count).map { _ in next() })
    }

    @Test(arguments: 1...4, 1...5)
    func sumsOverAllLabellings(count: Int, seed: UInt64) {
        let (scores, steps) = Self.sample(seed: seed, count: count)
        let all = Self.labellings(count)
        let weights = all.map { exp(Self.score($0, scores, steps)) }
        let total = weights.reduce(0, +)
        var lattice = Lattice(Transitions(steps))
        let sum = scores.withUnsafeBufferPointer { lattice.sum($0) }
        #expect(abs(sum - log(total)) < 1e-3)
        for span in Set(all.flatMap { $0.map { [$0.tokens.lowerBound, $0.tokens.upperBound, $0.type] } }) {
            let wanted = LabelledSpan(tokens: span[0]..<span[1], type: span[2])
            let share = zip(all, weights).filter { $0.0.contains(wanted) }.map(\.1).reduce(0, +) / total
            #expect(abs(Double(lattice.probability(of: wanted.tokens, type: wanted.type)) - share) < 1e-3)
        }
        for token in 0..<count {
            let named = zip(all, weights).filter { $0.0.contains { $0.tokens.contains(token) } }.map(\.1).reduce(0, +)
            #expect(abs(Double(lattice.probabilities(token).sum()) - named / total) < 1e-3)
        }
    }

    @Test(arguments: 1...4, 1...8)
    func findsTheBestOfAllLabellings(count: Int, seed: UInt64) throws {
        let (scores, steps) = Self.sample(seed: seed, count: count)
        let best = try #require(
            Self.labellings(count).max { Self.score($0, scores, steps) < Self.score($1, scores, steps) })
        var path = BestPath(Transitions(steps))
        let found = scores.withUnsafeBufferPointer { path.spans($0) }
        #expect(found == best)
    }

    @Test func anEmptySentenceHasNoNames() {
        var path = BestPath(Transitions())
        #expect([LabelVector]().withUnsafeBufferPointer { path.spans($0) }.isEmpty)
    }

    @Test(arguments: [-90, -20, -1.5, 0, 0.3, 1, 19.7, 90] as [Float])
    func exponentialIsExact(value: Float) {
        let expected = exp(Double(min(max(value, -80), 80)))
        #expect(abs(Double(exponential(SIMD8(repeating: value))[0]) / expected - 1) < 1e-6)
    }
}
