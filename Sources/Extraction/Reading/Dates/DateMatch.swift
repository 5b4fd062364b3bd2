import Annotation

/// A date expression as a range of pieces with its TIMEX3 value.
struct DateMatch: Sendable, Equatable {
    var pieces: Range<Int>
    var type: DateExpression.Kind
    var value: String
    /// How an open value lies from the day of publication, where the expression itself says so.
    var offset: DateOffset?
    /// What looks like a date and is none: a day that no calendar has, a holiday. Nothing is read inside it.
    var isVoid = false

    init(_ pieces: Range<Int>, _ type: DateExpression.Kind, _ value: String, _ offset: DateOffset? = nil) {
        self.pieces = pieces
        self.type = type
        self.value = value
        self.offset = offset
    }

    static func void(_ pieces: Range<Int>) -> DateMatch {
        var match = DateMatch(pieces, .date, "")
        match.isVoid = true
        return match
    }

    /// The same expression over more pieces, perhaps of another value.
    func with(_ pieces: Range<Int>? = nil, type: DateExpression.Kind? = nil, value: String? = nil) -> DateMatch {
        var match = self
        match.pieces = pieces ?? self.pieces
        match.type = type ?? self.type
        match.value = value ?? self.value
        return match
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
