extension Currency {
    /// Signs by their scalar.
    static func sign(_ mark: UInt32) -> Currency? {
        switch mark {
        case 0x24: .shared(.dollar)
        case 0xA3: .shared(.pound)
        case 0xA5: .shared(.yuanOrYen)
        case 0x20AC: .code("EUR")
        case 0x20A6: .code("NGN")
        case 0x20B9: .code("INR")
        case 0x20A8: .shared(.rupee)
        case 0x20BD: .code("RUB")
        case 0x20B4: .code("UAH")
        case 0x20B1: .code("PHP")
        case 0x20A1: .code("CRC")
        case 0x20A9: .shared(.won)
        case 0x20AA: .code("ILS")
        case 0x20AB: .code("VND")
        case 0x20BA: .code("TRY")
        case 0x20B5: .code("GHS")
        case 0x20AE: .code("MNT")
        case 0x20B8: .code("KZT")
        case 0x20BC: .code("AZN")
        case 0x20BE: .code("GEL")
        default: nil
        }
    }

    /// The letters glued before a dollar sign: `HK$`.
    static let dollarPrefixes = WordTable<Currency>(
        [
            ("us", "USD"), ("hk", "HKD"), ("nt", "TWD"), ("a", "AUD"), ("au", "AUD"), ("aus", "AUD"), ("c", "CAD"),
            ("ca", "CAD"), ("cdn", "CAD"), ("can", "CAD"), ("s", "SGD"), ("sg", "SGD"), ("nz", "NZD"), ("r", "BRL"),
            ("n", "NAD"), ("z", "ZWL"), ("zw", "ZWL"), ("zim", "ZWL"), ("tt", "TTD"), ("j", "JMD"), ("ja", "JMD"),
            ("cop", "COP"), ("col", "COP"), ("mx", "MXN"), ("mex", "MXN"), ("rd", "DOP"), ("g", "GYD"), ("gy", "GYD"),
            ("bz", "BZD"), ("fj", "FJD"), ("u", "UYU"), ("ar", "ARS"), ("ars", "ARS"), ("clp", "CLP"), ("usd", "USD"),
            ("bds", "BBD"), ("b", "BND"),
        ].map { ($0, .code($1)) })

    /// What stands before the number, with a capital: codes and short forms.
    static let prefixes = WordTable<Currency>(
        isoCodes.map { ($0.lowercased(), .code($0)) }
            + [
                ("rs", .shared(.rupee)), ("tk", .code("BDT")), ("ksh", .code("KES")), ("kshs", .code("KES")),
                ("ush", .code("UGX")), ("shs", .shared(.shilling)), ("sh", .shared(.shilling)), ("tsh", .code("TZS")),
                ("rm", .code("MYR")), ("rp", .code("IDR")), ("qr", .code("QAR")), ("sr", .code("SAR")),
                ("dh", .code("AED")), ("dhs", .code("AED")), ("jd", .code("JOD")), ("kd", .code("KWD")),
                ("bd", .code("BHD")), ("le", .code("EGP")), ("nis", .code("ILS")), ("rmb", .code("CNY")),
                ("cfa", .code("XOF")), ("fcfa", .code("XOF")), ("gs", .code("PYG")), ("฿", .code("THB")),
                ("gh", .code("GHS")), ("bs", .code("BOB")), ("lkr", .code("LKR")), ("birr", .code("ETB")),
                ("euro", .code("EUR")),
            ])

    /// Single letters count only glued to an amount that looks like money: `R1.2m`, `N5bn`.
    static let letters = WordTable<Currency>([("r", .code("ZAR")), ("n", .code("NGN"))])

    private static let isoCodes = [
        "USD", "EUR", "GBP", "JPY", "CNY", "CNH", "AUD", "CAD", "CHF", "HKD", "TWD", "SGD", "NZD", "KRW", "INR", "PKR",
        "NPR", "BDT", "MUR", "ZAR", "NGN", "KES", "UGX", "TZS", "GHS", "ETB", "EGP", "MAD", "DZD", "TND", "LYD", "SDG",
        "XOF", "XAF", "RWF", "ZMW", "MWK", "MZN", "AOA", "BWP", "NAD", "MXN", "BRL", "ARS", "CLP", "COP", "PEN", "UYU",
        "BOB", "PYG", "VES", "CRC", "GTQ", "HNL", "NIO", "PAB", "DOP", "CUP", "JMD", "TTD", "GYD", "RUB", "UAH", "PLN",
        "CZK", "HUF", "RON", "BGN", "SEK", "NOK", "DKK", "ISK", "TRY", "ILS", "AED", "SAR", "QAR", "OMR", "KWD", "BHD",
        "JOD", "IQD", "IRR", "LBP", "SYP", "YER", "KZT", "UZS", "AZN", "GEL", "AMD", "MNT", "THB", "MYR", "IDR", "PHP",
        "VND", "KHR", "LAK", "MMK", "BYN", "MDL", "RSD",
    ]

    /// What stands behind the number.
    static let words = WordTable<Currency>(
        [
            ("dollar", .shared(.dollar)), ("dollars", .shared(.dollar)), ("pound", .shared(.pound)),
            ("pounds", .shared(.pound)), ("peso", .shared(.peso)), ("pesos", .shared(.peso)),
            ("rupee", .shared(.rupee)),
            ("rupees", .shared(.rupee)), ("shilling", .shared(.shilling)), ("shillings", .shared(.shilling)),
            ("dinar", .shared(.dinar)), ("dinars", .shared(.dinar)), ("dirham", .shared(.dirham)),
            ("dirhams", .shared(.dirham)), ("riyal", .shared(.riyal)), ("riyals", .shared(.riyal)),
            ("rial", .shared(.riyal)), ("rials", .shared(.riyal)), ("franc", .shared(.franc)),
            ("francs", .shared(.franc)),
            ("krona", .shared(.krone)), ("kronor", .shared(.krone)), ("krone", .shared(.krone)),
            ("kroner", .shared(.krone)), ("crowns", .shared(.krone)), ("kwacha", .shared(.kwacha)),
            ("lira", .shared(.lira)), ("won", .shared(.won)),
        ] + single.map { ($0, .code($1)) })

    private static let single: [(String, String)] = [
        ("euro", "EUR"), ("euros", "EUR"), ("yen", "JPY"), ("yuan", "CNY"), ("renminbi", "CNY"), ("naira", "NGN"),
        ("rand", "ZAR"), ("rands", "ZAR"), ("cedi", "GHS"), ("cedis", "GHS"), ("birr", "ETB"), ("pula", "BWP"),
        ("kwanza", "AOA"), ("kwanzas", "AOA"), ("metical", "MZN"), ("meticais", "MZN"), ("dalasi", "GMD"),
        ("leones", "SLE"), ("taka", "BDT"), ("baht", "THB"), ("ringgit", "MYR"), ("rupiah", "IDR"), ("dong", "VND"),
        ("riel", "KHR"), ("kip", "LAK"), ("kyat", "MMK"), ("kyats", "MMK"), ("tugrik", "MNT"), ("tugriks", "MNT"),
        ("hryvnia", "UAH"), ("hryvnias", "UAH"), ("hryvnya", "UAH"), ("hryvnyas", "UAH"), ("ruble", "RUB"),
        ("rubles", "RUB"), ("rouble", "RUB"), ("roubles", "RUB"), ("zloty", "PLN"), ("zlotys", "PLN"),
        ("zlotych", "PLN"),
        ("forint", "HUF"), ("forints", "HUF"), ("lei", "RON"), ("leva", "BGN"), ("shekel", "ILS"), ("shekels", "ILS"),
        ("tenge", "KZT"), ("manat", "AZN"), ("manats", "AZN"), ("lari", "GEL"), ("reais", "BRL"), ("reals", "BRL"),
        ("soles", "PEN"), ("bolivares", "VES"), ("bolívares", "VES"), ("bolivars", "VES"), ("bolivianos", "BOB"),
        ("guaranies", "PYG"), ("guaraníes", "PYG"), ("guaranis", "PYG"), ("lempiras", "HNL"), ("quetzals", "GTQ"),
        ("quetzales", "GTQ"), ("colones", "CRC"), ("córdobas", "NIO"), ("cordobas", "NIO"), ("balboas", "PAB"),
        ("gourdes", "HTG"), ("afghanis", "AFN"),
    ]

    /// The country that a word before the name of a currency means: `Kenyan shillings`.
    static let countries = WordTable<String>([
        ("us", "US"), ("american", "US"), ("australian", "AU"), ("canadian", "CA"), ("zealand", "NZ"), ("kong", "HK"),
        ("taiwan", "TW"), ("taiwanese", "TW"), ("singapore", "SG"), ("singaporean", "SG"), ("zimbabwean", "ZW"),
        ("zimbabwe", "ZW"), ("namibian", "NA"), ("namibia", "NA"), ("jamaican", "JM"), ("guyanese", "GY"),
        ("fijian", "FJ"),
        ("liberian", "LR"), ("british", "GB"), ("sterling", "GB"), ("egyptian", "EG"), ("lebanese", "LB"),
        ("syrian", "SY"), ("sudanese", "SD"), ("mexican", "MX"), ("philippine", "PH"), ("argentine", "AR"),
        ("colombian", "CO"), ("chilean", "CL"), ("dominican", "DO"), ("cuban", "CU"), ("uruguayan", "UY"),
        ("indian", "IN"), ("pakistani", "PK"), ("lankan", "LK"), ("nepali", "NP"), ("nepalese", "NP"),
        ("mauritian", "MU"), ("kenyan", "KE"), ("kenya", "KE"), ("ugandan", "UG"), ("uganda", "UG"),
        ("tanzanian", "TZ"),
        ("tanzania", "TZ"), ("somali", "SO"), ("kuwaiti", "KW"), ("jordanian", "JO"), ("iraqi", "IQ"),
        ("serbian", "RS"),
        ("algerian", "DZ"), ("bahraini", "BH"), ("libyan", "LY"), ("tunisian", "TN"), ("emirati", "AE"), ("uae", "AE"),
        ("moroccan", "MA"), ("saudi", "SA"), ("qatari", "QA"), ("omani", "OM"), ("yemeni", "YE"), ("iranian", "IR"),
        ("swiss", "CH"), ("congolese", "CD"), ("rwandan", "RW"), ("burundian", "BI"), ("cfa", "SN"), ("swedish", "SE"),
        ("norwegian", "NO"), ("danish", "DK"), ("icelandic", "IS"), ("czech", "CZ"), ("zambian", "ZM"),
        ("malawian", "MW"), ("turkish", "TR"), ("korean", "KR"),
    ])
}
