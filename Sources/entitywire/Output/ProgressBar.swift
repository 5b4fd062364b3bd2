/// A line that shows how far the work is; made anew at most ten times a second.
struct ProgressBar {
    private static let cells = 24

    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    /// The line to show now; nil where the last one is too fresh.
    ///
    /// - Parameters:
    ///   - share: from 0 to 1, where it is known.
    ///   - done: what the rate counts.
    mutating func line(share: Double?, done: Int, words: String, force: Bool) -> String? {
        let now = ContinuousClock.now
        if !force, let last, now - last < .milliseconds(100) { return nil }
        last = now
        let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
        let rate = seconds > 0.5 ? " · \(Numbers.rate(Double(done) / seconds))/s" : ""
        return Self.bar(share) + words + rate
    }

    static func bar(_ share: Double?) -> String {
        guard let share else { return "" }
        let full = min(cells, max(0, Int(share * Double(cells))))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
        return "\(bar) \(min(100, Int(share * 100))) % · "
    }
}
