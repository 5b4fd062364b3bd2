import Synchronization

/// How long something took: counts in buckets, told apart by one label if need be.
package final class Histogram: Sendable {
    /// From 0.1 ms to 10 s.
    package static let secondsBounds = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    private struct Buckets {
        /// One for each bound, and one for what is above all.
        var counts: [Int]
        var sum = 0.0
    }

    private let name: String
    private let help: String
    private let label: String?
    private let bounds: [Double]
    private let buckets: Mutex<[String: Buckets]>

    /// - Parameters:
    ///   - label: tells several histograms apart; nil for one.
    ///   - values: what the label may be, as far as it is known.
    ///   - bounds: ascending, finite.
    package init(
        _ name: String, _ help: String, label: String? = nil, values: [String] = [],
        bounds: [Double] = Histogram.secondsBounds
    ) {
        self.name = name
        self.help = help
        self.label = label
        self.bounds = bounds
        let empty = Buckets(counts: [Int](repeating: 0, count: bounds.count + 1))
        buckets = Mutex(Dictionary(uniqueKeysWithValues: (label == nil ? [""] : values).map { ($0, empty) }))
    }

    /// - Parameter value: of the label, where there is one; from a small set.
    package func observe(_ seconds: Double, _ value: String = "") {
        let bucket = bounds.firstIndex { seconds <= $0 } ?? bounds.count
        buckets.withLock { buckets in
            var own = buckets[value] ?? Buckets(counts: [Int](repeating: 0, count: bounds.count + 1))
            own.counts[bucket] += 1
            own.sum += seconds
            buckets[value] = own
        }
    }

    package var family: MetricFamily {
        let all = buckets.withLock { $0.sorted { $0.key < $1.key } }
        return MetricFamily(.histogram, name, help, all.flatMap { samples(of: $1, labelled: $0) })
    }

    /// Each bucket counts what is below its bound, those before it included.
    private func samples(of buckets: Buckets, labelled value: String) -> [MetricFamily.Sample] {
        let labels = label.map { [(name: $0, value: value)] } ?? []
        var total = 0
        var samples: [MetricFamily.Sample] = []
        for (bound, count) in zip(bounds + [.infinity], buckets.counts) {
            total += count
            samples.append(
                MetricFamily.Sample(
                    suffix: "_bucket", labels: labels + [("le", MetricFamily.number(bound))], value: Double(total)))
        }
        return samples + [
            MetricFamily.Sample(suffix: "_sum", labels: labels, value: buckets.sum),
            MetricFamily.Sample(suffix: "_count", labels: labels, value: Double(total)),
        ]
    }
}
