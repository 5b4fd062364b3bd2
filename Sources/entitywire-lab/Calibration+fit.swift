import Extraction

extension Calibration {
    /// The curve that never falls and comes closest to how often names were right (pool adjacent violators), read off at
    /// the steps.
    init(isotonic sureness: [(probability: Float, isRight: Bool)]) {
        let sorted = sureness.sorted { ($0.probability, $0.isRight ? 1 : 0) < ($1.probability, $1.isRight ? 1 : 0) }
        var pools: [(probability: Float, right: Float, count: Float)] = []
        for item in sorted {
            pools.append((item.probability, item.isRight ? 1 : 0, 1))
            while pools.count > 1, let last = pools.last {
                let before = pools[pools.count - 2]
                // Pools of few say little: a curve of twenty steps needs no finer.
                guard before.right * last.count >= last.right * before.count || before.count < 40 else { break }
                pools.removeLast(2)
                let count = before.count + last.count
                let mean = (before.probability * before.count + last.probability * last.count) / count
                pools.append((mean, before.right + last.right, count))
            }
        }
        guard let first = pools.first, let last = pools.last else {
            self = .identity
            return
        }
        var knots: [(Float, Float)] = [(0, 0)]
        knots += pools.map { ($0.probability, $0.right / $0.count) }
        knots.append((1, max(last.right / last.count, first.right / first.count)))
        self.init(points: (0...Self.steps).map { Self.read(knots, at: Float($0) / Float(Self.steps)) })
    }

    private static func read(_ knots: [(Float, Float)], at place: Float) -> Float {
        for (low, high) in zip(knots, knots.dropFirst()) where place <= high.0 {
            let width = high.0 - low.0
            let part = width > 0 ? (place - low.0) / width : 1
            return low.1 + (high.1 - low.1) * part
        }
        return knots.last?.1 ?? place
    }

    /// The mean distance of confidence and truth in ten bins, for a curve fitted on every other name and judged on the
    /// rest.
    static func crossedError(_ sureness: [(probability: Float, isRight: Bool)]) -> Double {
        let halves = (0..<2).map { half in sureness.enumerated().filter { $0.offset % 2 == half }.map(\.element) }
        let errors = (0..<2).map { Calibration(isotonic: halves[$0]).error(on: halves[1 - $0]) }
        return (errors[0] + errors[1]) / 2
    }

    private func error(on sureness: [(probability: Float, isRight: Bool)]) -> Double {
        var bins = [(sum: Double, right: Double, count: Double)](repeating: (0, 0, 0), count: 10)
        for item in sureness {
            let confidence = confidence(item.probability)
            let bin = min(9, Int(confidence * 10))
            bins[bin].sum += confidence
            bins[bin].right += item.isRight ? 1 : 0
            bins[bin].count += 1
        }
        return bins.reduce(0) { $0 + abs($1.sum - $1.right) } / Double(max(1, sureness.count))
    }
}
