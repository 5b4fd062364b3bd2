/// How an open date lies from the day of publication, as the words around it say: what TIMEX3 calls a temporal function,
/// in numbers, so that resolving is arithmetic and no language is read twice.
///
/// `three weeks ago` is −3 weeks, `Thursday last week` −1 week, `next Monday` is after, `will rule on Thursday` in the
/// future. A date without one is counted back: the last such day, month or quarter.
public struct DateOffset: Sendable, Equatable, Codable {
    public enum Unit: String, Sendable, Codable { case day, week, month, quarter, year, decade, century }

    /// On which side of the day of publication the date lies.
    public enum Direction: String, Sendable, Codable {
        /// On the day or before it; on the day or behind it.
        case past, future
        /// Before the day; behind it.
        case before, after
        /// In the same week, month or year.
        case within
        /// Counted from another date of the text: `the previous day`.
        case elsewhere
        /// The words leave it open: `was due on Monday`.
        case unknown
    }

    /// What `count` counts; the date's own unit, or a larger one that it lies in.
    public var unit: Unit?
    /// So many units from the present one: −1 for the last, 0 for this, 1 for the next.
    public var count: Int?
    public var direction: Direction?
    /// The weekday that the text gives beside a day: 1 for Monday.
    public var weekday: Int?

    public init(unit: Unit? = nil, count: Int? = nil, direction: Direction? = nil, weekday: Int? = nil) {
        self.unit = unit
        self.count = count
        self.direction = direction
        self.weekday = weekday
    }

    /// No text counts further than this; a larger number would leave the calendar.
    static let largestCount = 10_000

    /// The steps in a unit, where that is what is counted.
    func steps(_ wanted: Unit) -> Int? {
        guard unit == wanted, let count, count.magnitude <= Self.largestCount else { return nil }
        return count
    }
}
