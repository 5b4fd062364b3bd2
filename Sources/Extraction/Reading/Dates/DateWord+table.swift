extension DateWord {
    static let table = WordTable<DateWord>(
        months + weekdays + units + numbers + ordinals + directions + parts + sets)

    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let months: [(String, DateWord)] =
        zip(monthNames, 1...).map { ($0, .month($1, isPlain: $1 != 3 && $1 != 5)) }
        + zip(monthNames, 1...).map { (String($0.prefix(3)), .month($1, isPlain: false)) }
        + [("sept", .month(9, isPlain: false))]

    private static let weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static let weekdays: [(String, DateWord)] =
        zip(weekdayNames, 1...).map { ($0, .weekday($1, isPlain: true)) }
        + zip(weekdayNames, 1...).map { ($0 + "s", .weekdays($1)) }
        + zip(weekdayNames, 1...).map { (String($0.prefix(3)), .weekday($1, isPlain: false)) }
        + [
            ("tues", .weekday(2, isPlain: false)), ("weds", .weekday(3, isPlain: false)),
            ("thur", .weekday(4, isPlain: false)), ("thurs", .weekday(4, isPlain: false)),
        ]

    private static let unitNames: [(String, DateUnit)] = [
        ("second", .second), ("minute", .minute), ("hour", .hour), ("day", .day), ("night", .night), ("week", .week),
        ("fortnight", .fortnight), ("month", .month), ("quarter", .quarter), ("year", .year), ("decade", .decade),
    ]

    private static let units: [(String, DateWord)] =
        unitNames.map { ($0, .unit($1, isPlural: false)) } + unitNames.map { ($0 + "s", .unit($1, isPlural: true)) }
        + [
            ("century", .unit(.century, isPlural: false)), ("centuries", .unit(.century, isPlural: true)),
            ("minutes", .unit(.minute, isPlural: true)), ("hr", .unit(.hour, isPlural: false)),
            ("hrs", .unit(.hour, isPlural: true)), ("yr", .unit(.year, isPlural: false)),
            ("yrs", .unit(.year, isPlural: true)), ("mins", .unit(.minute, isPlural: true)),
        ]

    private static let numbers: [(String, DateWord)] = [
        "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
        "fifty", "sixty", "seventy", "eighty", "ninety", "half",
    ].map { ($0, .number) }

    private static let ordinalNames = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth",
    ]

    /// "Second" is found among the units; the reader of centuries and quarters knows that it is an ordinal too.
    private static let ordinals: [(String, DateWord)] =
        zip(ordinalNames, 1...).map { ($0, .ordinal($1)) } + [("thirtieth", .ordinal(30))]

    private static let directions: [(String, DateWord)] = [
        ("last", .direction(.last)), ("past", .direction(.past)), ("this", .direction(.this)),
        ("current", .direction(.this)), ("next", .direction(.next)), ("coming", .direction(.next)),
        ("upcoming", .direction(.next)), ("previous", .direction(.previous)), ("preceding", .direction(.previous)),
        ("following", .direction(.following)),
    ]

    private static let parts: [(String, DateWord)] = [
        ("few", .vague), ("several", .vague), ("couple", .vague),
        ("early", .edge), ("late", .edge), ("mid", .edge), ("earlier", .edge), ("later", .edge),
        ("spring", .season(.spring, isPlain: false)), ("fall", .season(.autumn, isPlain: false)),
        ("summer", .season(.summer, isPlain: true)), ("autumn", .season(.autumn, isPlain: true)),
        ("winter", .season(.winter, isPlain: true)),
        ("morning", .dayPart("TMO")), ("afternoon", .dayPart("TAF")), ("evening", .dayPart("TEV")),
        ("weekend", .weekend), ("yesterday", .day), ("today", .day), ("tomorrow", .day), ("tonight", .tonight),
        ("noon", .noon("T12:00")), ("midday", .noon("T12:00")), ("midnight", .noon("T00:00")),
        ("twenties", .decade(2)), ("thirties", .decade(3)), ("forties", .decade(4)), ("fifties", .decade(5)),
        ("sixties", .decade(6)), ("seventies", .decade(7)), ("eighties", .decade(8)), ("nineties", .decade(9)),
        ("fiscal", .yearKind(isFiscal: true)), ("financial", .yearKind(isFiscal: true)),
        ("academic", .yearKind(isFiscal: false)), ("calendar", .yearKind(isFiscal: false)),
        ("school", .yearKind(isFiscal: false)), ("fy", .partLetter("")), ("q", .partLetter("Q")),
    ]

    private static let sets: [(String, DateWord)] = [
        ("every", .each), ("each", .each), ("hourly", .repeated("PT1H")), ("daily", .repeated("P1D")),
        ("nightly", .repeated("P1D")), ("weekly", .repeated("P1W")), ("fortnightly", .repeated("P2W")),
        ("monthly", .repeated("P1M")), ("quarterly", .repeated("P3M")), ("yearly", .repeated("P1Y")),
        ("annually", .repeated("P1Y")),
    ]
}
