/// Tells how far the wall clock can be trusted where time deletes something: a clock that is wrong by a year must not delete
/// what is a day old.
///
/// The trusted time follows the wall clock as long as that goes on from where it was; where it is far beyond, the trusted
/// time goes on by what has really passed, until the operator confirms the clock or it comes back.
package struct TrustedClock: Sendable, Equatable {
    /// What a service may have been off, or a clock may be corrected by, without a doubt: three days.
    package static let tolerance: Int64 = 3 * 86_400_000

    /// The trusted time when it was last read, and the steady clock at that moment; milliseconds.
    private(set) var trusted: Int64
    private var steady: Int64
    private let tolerance: Int64
    /// Whether the wall clock is doubted.
    private(set) var isDoubted: Bool

    /// - Parameters:
    ///   - last: the latest time that is known to have been right, in Unix milliseconds; nil where nothing is known.
    ///   - wall: the wall clock, in Unix milliseconds.
    ///   - steady: a clock that settings of the time of day leave alone, in milliseconds.
    ///   - tolerance: how far ahead the wall clock may be, in milliseconds.
    init(last: Int64?, wall: Int64, steady: Int64, tolerance: Int64 = TrustedClock.tolerance) {
        self.tolerance = tolerance
        trusted = last ?? wall
        self.steady = steady
        isDoubted = false
        _ = read(wall: wall, steady: steady)
    }

    /// The time to be used where something is deleted by age: never later than the wall clock.
    mutating func read(wall: Int64, steady: Int64) -> Int64 {
        let expected = trusted + max(0, steady - self.steady)
        isDoubted = wall.subtractingReportingOverflow(expected).partialValue > tolerance
        trusted = isDoubted ? expected : wall
        self.steady = steady
        return min(trusted, wall)
    }

    /// The operator says that the clock is right.
    mutating func confirm(wall: Int64, steady: Int64) {
        (trusted, self.steady, isDoubted) = (wall, steady, false)
    }
}
