/// Turns the model's probability of a name into how often such a name is right: a curve through a few points, straight
/// between them, that never falls (isotonic regression on texts that were not trained on).
package struct Calibration: Sendable, Equatable {
    /// The curve at 0, 1/20, 2/20, … 1.
    package let points: [Float]

    package static let steps = 20
    package static let identity = Calibration(points: (0...steps).map { Float($0) / Float(steps) })

    package init(points: [Float]) { self.points = points }

    package func confidence(_ probability: Float) -> Double {
        let place = min(max(probability, 0), 1) * Float(Self.steps)
        let step = min(Int(place), Self.steps - 1)
        let rest = place - Float(step)
        return Double(points[step] * (1 - rest) + points[step + 1] * rest)
    }
}
