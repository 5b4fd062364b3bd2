/// The date of publication that open dates are counted from, possibly known to the month or the year alone.
struct DateAnchor: Sendable, Equatable {
    let year: Int
    let month: Int?
    /// Nil where only the month or the year is known.
    let date: CivilDate?

    /// Reads ISO 8601, `2024-02-15` or `2024-02` or `2024`, whatever time of day follows; nil for anything else.
    init?(_ text: String) {
        let head = text.utf8.prefix { $0 != 0x54 && $0 != 0x20 }
        let parts = head.split(separator: 0x2D, omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count), zip(parts, widths).allSatisfy({ $0.count == $1 }) else { return nil }
        let numbers = parts.compactMap { Int(Substring($0)) }
        guard numbers.count == parts.count, numbers[0] > 0 else { return nil }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        date = numbers.count == 3 ? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
        if let month, !(1...12).contains(month) || (numbers.count == 3 && date == nil) { return nil }
    }
}
