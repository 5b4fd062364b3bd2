import Annotation

/// What a word means for dates.
enum DateWord: Sendable, Equatable {
    /// A month from 1; `isPlain` is false for words that have another use: May, March, abbreviations.
    case month(Int, isPlain: Bool)
    /// 1 for Monday; `isPlain` is false for abbreviations.
    case weekday(Int, isPlain: Bool)
    /// `Sundays`
    case weekdays(Int)
    case unit(DateUnit, isPlural: Bool)
    case number
    /// `first`, `twentieth`
    case ordinal(Int)
    case direction(Direction)
    /// `few`, `several`, `couple`, `some`
    case vague
    /// `early`, `late`, `mid`, `earlier`, `later`
    case edge
    case season(Season, isPlain: Bool)
    case dayPart(String)
    case weekend
    /// `yesterday`, `today`, `tomorrow`
    case day
    case tonight
    case each
    /// `daily`: the period as a duration.
    case repeated(String)
    case noon(String)
    case decade(Int)
    /// `fiscal`, `financial`: the year that follows need not be that of the calendar.
    case yearKind(isFiscal: Bool)
    /// What stands before digits: the `Q` of `Q3 2024`, the `FY` of `FY2024`.
    case partLetter(String)

    enum Direction: Sendable, Equatable {
        case last, past, this, next, previous, following

        /// The steps that it makes from the present unit.
        var steps: Int? {
            switch self {
            case .last, .past: -1
            case .this: 0
            case .next: 1
            case .previous, .following: nil
            }
        }

        /// On which side a day or month lies that it stands before.
        var side: DateOffset.Direction {
            switch self {
            case .last, .past: .before
            case .this: .within
            case .next: .after
            case .previous, .following: .elsewhere
            }
        }
    }
    enum Season: String, Sendable {
        case spring = "SP"
        case summer = "SU"
        case autumn = "FA"
        case winter = "WI"
    }
}

/// A unit of the calendar or the clock.
enum DateUnit: Sendable, Equatable {
    case second, minute, hour, day, night, week, fortnight, month, quarter, year, decade, century

    /// An open date of this precision.
    var openValue: String {
        switch self {
        case .second, .minute, .hour: "PAST_REF"
        case .day: "XXXX-XX-XX"
        case .night: "XXXX-XX-XXTNI"
        case .week, .fortnight: "XXXX-WXX"
        case .month: "XXXX-XX"
        case .quarter: "XXXX-QX"
        case .year: "XXXX"
        case .decade: "XXX"
        case .century: "XX"
        }
    }

    /// What is counted from publication, so many of these units away; a negative number is past.
    func offset(_ count: Int?) -> DateOffset {
        guard let count else { return DateOffset(direction: .elsewhere) }
        switch self {
        case .second, .minute, .hour: return DateOffset()
        case .day, .night: return DateOffset(unit: .day, count: count)
        case .week: return DateOffset(unit: .week, count: count)
        case .fortnight: return DateOffset(unit: .week, count: count * 2)
        case .month: return DateOffset(unit: .month, count: count)
        case .quarter: return DateOffset(unit: .quarter, count: count)
        case .year: return DateOffset(unit: .year, count: count)
        case .decade: return DateOffset(unit: .decade, count: count)
        case .century: return DateOffset(unit: .century, count: count)
        }
    }

    /// The ISO 8601 duration of a number of these units; the number may be `X`.
    func duration(_ count: String, times: (Double) -> String?) -> String {
        switch self {
        case .second: "PT\(count)S"
        case .minute: "PT\(count)M"
        case .hour: "PT\(count)H"
        case .day, .night: "P\(count)D"
        case .week: "P\(count)W"
        case .fortnight: "P\(times(2) ?? count)W"
        case .month: "P\(count)M"
        case .quarter: "P\(times(3) ?? count)M"
        case .year: "P\(count)Y"
        case .decade: "P\(times(10) ?? count)Y"
        case .century: "P\(times(100) ?? count)Y"
        }
    }
}
