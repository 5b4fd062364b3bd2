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
    case yearKind
    /// What stands before digits: the `Q` of `Q3 2024`, the `FY` of `FY2024`.
    case partLetter(String)

    enum Direction: Sendable, Equatable { case last, past, this, next, previous, following }
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
