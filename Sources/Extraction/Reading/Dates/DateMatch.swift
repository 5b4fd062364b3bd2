import Annotation

/// A date expression as a range of pieces with its TIMEX3 value.
struct DateMatch: Sendable, Equatable {
    var pieces: Range<Int>
    var type: DateExpression.Kind
    var value: String

    init(_ pieces: Range<Int>, _ type: DateExpression.Kind, _ value: String) {
        self.pieces = pieces
        self.type = type
        self.value = value
    }
}

/// The parts of a calendar date that a text gives.
struct CalendarDate: Sendable, Equatable {
    var year: Int?
    var month: Int?
    var day: Int?

    /// `2024-02-15`, `XXXX-02-15`, `2024-02`.
    var value: String {
        var value = year.map { DateDigits.padded($0, 4) } ?? "XXXX"
        if let month { value += "-" + DateDigits.padded(month, 2) }
        if let day { value += "-" + DateDigits.padded(day, 2) }
        return value
    }
}

enum DateDigits {
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// A number without a needless fraction: `2`, `1.5`.
    static func plain(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
    }
}
