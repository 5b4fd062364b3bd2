/// What a word or sign says of a currency.
enum Currency: Sendable, Equatable {
    /// An ISO 4217 code.
    case code(String)
    /// A name that several countries share: which one, the words around must say.
    case shared(Family)

    enum Family: Sendable, Hashable {
        case dollar, pound, peso, rupee, shilling, dinar, dirham, riyal, franc, krone, kwacha, yuanOrYen, won, lira
    }

    /// The code of a shared name for a country; the default of the family for none; nil where it stays open.
    func code(country: String?) -> String? {
        switch self {
        case .code(let code): code
        case .shared(let family):
            country.flatMap { country in Self.families[family]?.first { $0.country == country }?.code }
                ?? Self.defaults[family]
        }
    }

    /// The countries that share the name.
    var countries: [String] {
        if case .shared(let family) = self { return (Self.families[family] ?? []).map(\.country) }
        return []
    }

    /// Names that stand for one currency wherever nothing else is said.
    private static let defaults: [Family: String] = [
        .dollar: "USD", .pound: "GBP", .yuanOrYen: "JPY", .won: "KRW", .lira: "TRY",
    ]

    /// Countries (ISO 3166-1 alpha-2) and codes (ISO 4217).
    private static let families: [Family: [(country: String, code: String)]] = [
        .dollar: [
            ("US", "USD"), ("AU", "AUD"), ("CA", "CAD"), ("NZ", "NZD"), ("HK", "HKD"), ("TW", "TWD"), ("SG", "SGD"),
            ("ZW", "ZWL"), ("NA", "NAD"), ("JM", "JMD"), ("TT", "TTD"), ("BB", "BBD"), ("GY", "GYD"), ("FJ", "FJD"),
            ("LR", "LRD"), ("BZ", "BZD"), ("BN", "BND"), ("BS", "BSD"),
        ],
        .pound: [("GB", "GBP"), ("EG", "EGP"), ("LB", "LBP"), ("SY", "SYP"), ("SD", "SDG"), ("SS", "SSP")],
        .peso: [
            ("MX", "MXN"), ("PH", "PHP"), ("AR", "ARS"), ("CO", "COP"), ("CL", "CLP"), ("DO", "DOP"), ("CU", "CUP"),
            ("UY", "UYU"),
        ],
        .rupee: [("IN", "INR"), ("PK", "PKR"), ("LK", "LKR"), ("NP", "NPR"), ("MU", "MUR"), ("SC", "SCR")],
        .shilling: [("KE", "KES"), ("UG", "UGX"), ("TZ", "TZS"), ("SO", "SOS")],
        .dinar: [
            ("KW", "KWD"), ("JO", "JOD"), ("IQ", "IQD"), ("RS", "RSD"), ("DZ", "DZD"), ("BH", "BHD"), ("LY", "LYD"),
            ("TN", "TND"), ("MK", "MKD"),
        ],
        .dirham: [("AE", "AED"), ("MA", "MAD")],
        .riyal: [("SA", "SAR"), ("QA", "QAR"), ("OM", "OMR"), ("YE", "YER"), ("IR", "IRR"), ("BR", "BRL")],
        .franc: [
            ("CH", "CHF"), ("CD", "CDF"), ("RW", "RWF"), ("BI", "BIF"), ("SN", "XOF"), ("ML", "XOF"), ("CI", "XOF"),
            ("BF", "XOF"), ("NE", "XOF"), ("CM", "XAF"), ("GA", "XAF"), ("TD", "XAF"),
        ],
        .krone: [("SE", "SEK"), ("NO", "NOK"), ("DK", "DKK"), ("IS", "ISK"), ("CZ", "CZK")],
        .kwacha: [("ZM", "ZMW"), ("MW", "MWK")],
        .yuanOrYen: [("JP", "JPY"), ("CN", "CNY")],
        .won: [("KR", "KRW"), ("KP", "KPW")],
        .lira: [("TR", "TRY"), ("LB", "LBP"), ("SY", "SYP")],
    ]
}
