/// Pauses between attempts to connect: they double from 0.2 s to 10 s, each made up to a fifth shorter or longer by
/// chance so that clients do not come back in step.
struct Backoff {
    private var exponent = 0

    mutating func next() -> Duration { next(chance: .random(in: -0.2...0.2)) }

    mutating func next(chance: Double) -> Duration {
        let pause = Duration.milliseconds(200) * (1 << exponent)
        exponent = min(exponent + 1, 6)
        return min(pause, .seconds(10)) * (1 + chance)
    }

    mutating func reset() { exponent = 0 }
}
