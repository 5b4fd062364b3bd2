import Annotation

/// TIMEX3 values as people say them: `XXXX-WXX-4` is a Thursday, `PT40M` 40 minutes.
///
/// Only a rendering: the value stands beside it wherever it is shown. What is no value of the reader of dates has no words.
struct DateInWords {
    /// Whether the value says what repeats: every Thursday, not a Thursday.
    private let isRepeated: Bool

    /// The words for a value, or nil where there are none.
    static func of(_ value: String, repeated: Bool = false) -> String? {
        let ends = value.split(separator: "/", omittingEmptySubsequences: false)
        let words = ends.compactMap { DateInWords(isRepeated: repeated).point($0) }
        return words.count == ends.count ? words.joined(separator: " to ") : nil
    }

    private var article: String { isRepeated ? "every" : "a" }

    private func point(_ value: Substring) -> String? {
        switch value {
        case "PAST_REF": return "in the past"
        case "PRESENT_REF": return "now"
        case "FUTURE_REF": return "in the future"
        default: break
        }
        if value.hasPrefix("P") { return duration(value.dropFirst()) }
        let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let time = parts.count == 2 ? Self.time(parts[1]) : ""
        guard let time else { return nil }
        if parts[0].isEmpty { return time.isEmpty ? nil : time }
        guard let day = date(parts[0]) else { return nil }
        return time.isEmpty ? day : "\(day), \(time)"
    }

    // MARK: Dates

    private func date(_ value: Substring) -> String? {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = Year(parts[0], article: article) else { return nil }
        switch parts.count {
        case 1: return year.words
        case 2: return year.number != nil || parts[0] == "XXXX" ? part(parts[1], of: year) : nil
        case 3 where parts[1].hasPrefix("W"): return week(parts[1].dropFirst(), parts[2], of: year)
        case 3: return day(parts[1], parts[2], of: year)
        default: return nil
        }
    }

    private func part(_ part: Substring, of year: Year) -> String? {
        if part == "XX" { return year.number == nil ? "\(article) month" : nil }
        if part == "WXX" { return year.number == nil ? "\(article) week" : nil }
        if part == "QX" { return "\(article) quarter" }
        if let month = Int(part), let name = Self.month(month) {
            return year.number.map { "\(name) \($0)" } ?? "\(article) \(name)"
        }
        if let season = Self.seasons[part] { return year.number.map { "\(season) \($0)" } ?? "\(article) \(season)" }
        if part.hasPrefix("W"), let number = Int(part.dropFirst()) { return "week \(number)\(year.after)" }
        guard let unit = part.first.flatMap({ ["Q": "quarter", "H": "half"][$0] }), let number = Int(part.dropFirst()),
            let ordinal = Self.ordinals[number]
        else { return nil }
        return "\(ordinal) \(unit)\(year.after)"
    }

    private func week(_ week: Substring, _ day: Substring, of year: Year) -> String? {
        let name = day == "WE" ? "weekend" : Int(day).flatMap { (1...7).contains($0) ? Self.weekdays[$0 - 1] : nil }
        guard let name else { return nil }
        if week == "XX" { return "\(article) \(name)" }
        return Int(week).map { "\(name) of week \($0)\(year.after)" }
    }

    private func day(_ month: Substring, _ day: Substring, of year: Year) -> String? {
        if month == "XX" {
            if day == "XX" { return "\(article) day" }
            return Int(day).map { "day \($0) of \(article) month" }
        }
        guard let number = Int(month), let name = Self.month(number), let day = Int(day) else { return nil }
        guard let year = year.number else { return "\(day) \(name), \(isRepeated ? "every year" : "year open")" }
        guard let date = CivilDate(year: year, month: number, day: day) else { return nil }
        return "\(Self.weekdays[date.weekday - 1]), \(day) \(name) \(year)"
    }

    // MARK: Times and durations

    private static func time(_ value: Substring) -> String? {
        if let part = ["MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"][value] {
            return part
        }
        let isClock = value.contains(":") && value.allSatisfy { $0.isNumber || $0 == ":" }
        return isClock ? String(value) : nil
    }

    private func duration(_ value: Substring) -> String? {
        var words: [String] = []
        var number = ""
        var units = Self.units
        for character in value {
            if character == "T" {
                guard number.isEmpty else { return nil }
                units = Self.timeUnits
            } else if character.isNumber || character == "." || character == "X" {
                number.append(character)
            } else if let unit = units[character], !number.isEmpty {
                words.append(count(number, unit))
                number = ""
            } else {
                return nil
            }
        }
        return words.isEmpty || !number.isEmpty ? nil : words.joined(separator: " ")
    }

    private func count(_ number: String, _ unit: String) -> String {
        let counted =
            switch number {
            case "X": "some \(unit)s"
            case "1": isRepeated ? unit : "1 \(unit)"
            default: "\(Double(number).map(Numbers.value) ?? number) \(unit)s"
            }
        return isRepeated ? "every \(counted)" : counted
    }

    private static let units: [Character: String] = ["Y": "year", "M": "month", "W": "week", "D": "day"]
    private static let timeUnits: [Character: String] = ["H": "hour", "M": "minute", "S": "second"]
    private static let ordinals = [1: "first", 2: "second", 3: "third", 4: "fourth"]
    private static let seasons: [Substring: String] = [
        "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
    ]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The name of a month from 1 to 12.
    static func month(_ number: Int) -> String? { (1...12).contains(number) ? months[number - 1] : nil }
}

/// The year of a TIMEX3 value, which may be open, a decade or a century.
private struct Year {
    /// Nil where it is open, or more than one year.
    let number: Int?
    let words: String

    /// Nil where the digits are those of no year.
    init?(_ value: Substring, article: String) {
        number = value.count == 4 ? Int(value) : nil
        let known = value.prefix { $0 != "X" }
        let open = value.dropFirst(known.count)
        guard open.allSatisfy({ $0 == "X" }), known.allSatisfy(\.isNumber) else { return nil }
        switch (known.count, open.count) {
        case (4, 0): words = String(known)
        case (3, 1), (3, 0): words = "the \(known)0s"
        case (2, 2), (2, 0): words = Int(known).map { "the \(Self.ordinal($0 + 1)) century" } ?? ""
        case (0, 4): words = "\(article) year"
        case (0, 3): words = "\(article) decade"
        case (0, 2): words = "\(article) century"
        default: return nil
        }
    }

    /// What follows the part of a year: ` of 2024`.
    var after: String { number.map { " of \($0)" } ?? " of a year" }

    private static func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (1, let last) where last != 11: "\(number)st"
        case (2, let last) where last != 12: "\(number)nd"
        case (3, let last) where last != 13: "\(number)rd"
        default: "\(number)th"
        }
    }
}
