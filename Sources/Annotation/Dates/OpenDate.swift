/// What a TIMEX3 value leaves open, and the part of the day or the time that it carries along.
struct OpenDate: Sendable, Equatable {
    enum Form: Sendable, Equatable {
        case year, month, week, day, decade, century, quarter
        case weekend
        /// 1 for Monday to 7 for Sunday.
        case weekday(Int)
        case dayOfMonth(Int)
        case monthOfYear(Int)
        case dayOfYear(month: Int, day: Int)
        /// What repeats in each year and is not a month: `SU`, `Q3`, `H1`.
        case partOfYear(String)
    }

    let form: Form
    /// `TMO`, `T10:30`, or nothing.
    let time: String

    /// Reads the values that the reader of dates writes, and nothing else.
    init?(_ value: String) {
        let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let form = Self.form(String(parts[0])) else { return nil }
        self.form = form
        time = parts.count == 2 ? "T" + parts[1] : ""
    }

    private static let whole: [String: Form] = [
        "XX": .century, "XXX": .decade, "XXXX": .year, "XXXX-XX": .month, "XXXX-XX-XX": .day, "XXXX-WXX": .week,
        "XXXX-WXX-WE": .weekend, "XXXX-QX": .quarter,
    ]

    private static func form(_ value: String) -> Form? {
        if let form = whole[value] { return form }
        guard value.hasPrefix("XXXX-") else { return nil }
        let parts = value.dropFirst(5).split(separator: "-", omittingEmptySubsequences: false)
        switch (parts[0], parts.count) {
        case ("WXX", 2): return Int(parts[1]).flatMap { (1...7).contains($0) ? .weekday($0) : nil }
        case ("XX", 2): return Int(parts[1]).map { .dayOfMonth($0) }
        case (let month, 2):
            return Int(month).flatMap { month in Int(parts[1]).map { .dayOfYear(month: month, day: $0) } }
        case (let part, 1):
            guard let month = Int(part) else { return .partOfYear(String(part)) }
            return (1...12).contains(month) ? .monthOfYear(month) : nil
        default: return nil
        }
    }
}
