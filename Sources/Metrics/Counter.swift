import Synchronization

/// A number that only grows, or several told apart by one label.
package final class Counter: Sendable {
    private let name: String
    private let help: String
    private let label: String?
    private let counts: Mutex<[String: Int]>

    /// - Parameters:
    ///   - label: tells the numbers apart; nil for one number.
    ///   - values: what the label may be, as far as it is known: each is shown with 0 from the start.
    package init(_ name: String, _ help: String, label: String? = nil, values: [String] = []) {
        self.name = name
        self.help = help
        self.label = label
        counts = Mutex(Dictionary(uniqueKeysWithValues: (label == nil ? [""] : values).map { ($0, 0) }))
    }

    /// - Parameter value: of the label, where there is one; from a small set.
    package func add(_ count: Int = 1, _ value: String = "") { counts.withLock { $0[value, default: 0] += count } }

    package var family: MetricFamily {
        let counts = counts.withLock { $0.sorted { $0.key < $1.key } }
        return MetricFamily(
            .counter, name, help,
            counts.map { value, count in
                MetricFamily.Sample(labels: label.map { [($0, value)] } ?? [], value: Double(count))
            })
    }
}
