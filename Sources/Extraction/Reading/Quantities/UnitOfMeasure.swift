/// The units of measure that news give, with their signs.
enum UnitOfMeasure {
    /// One word behind a number, in any case; spans of time are dates.
    static let words = WordTable<String>(
        [
            (["km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"], "km"),
            (["metre", "metres", "meter", "meters"], "m"),
            (["cm", "centimetre", "centimetres", "centimeter", "centimeters"], "cm"),
            (["mm", "millimetre", "millimetres", "millimeter", "millimeters"], "mm"), (["mile", "miles"], "mi"),
            (["yard", "yards"], "yd"), (["foot", "feet", "ft"], "ft"), (["inch", "inches"], "in"),
            (["kg", "kgs", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos"], "kg"),
            (["gram", "grams", "grammes"], "g"), (["mg", "milligrams"], "mg"), (["ton", "tons"], "tons"),
            (["tonne", "tonnes", "mt"], "t"), (["litre", "litres", "liter", "liters"], "l"),
            (["ml", "millilitres"], "ml"),
            (["gallon", "gallons"], "gal"), (["barrel", "barrels", "bpd"], "bbl"),
            (["hectare", "hectares", "ha"], "ha"),
            (["acre", "acres"], "acres"), (["mph"], "mph"), (["kph", "kmh"], "km/h"), (["knots"], "kn"),
            (["kw", "kilowatt", "kilowatts"], "kW"), (["mw", "megawatt", "megawatts"], "MW"),
            (["gw", "gigawatt", "gigawatts"], "GW"), (["watt", "watts"], "W"), (["kwh"], "kWh"), (["mwh"], "MWh"),
            (["gwh"], "GWh"), (["twh"], "TWh"), (["volts"], "V"), (["carat", "carats"], "ct"), (["bushels"], "bu"),
            (["ounce", "ounces", "oz"], "oz"), (["degree", "degrees"], "°"), (["sqm"], "m²"), (["sqkm"], "km²"),
            (["quintals"], "quintals"), (["ghz"], "GHz"), (["mhz"], "MHz"), (["gb"], "GB"), (["tb"], "TB"),
        ].flatMap { words, unit in words.map { ($0, unit) } })

    /// `square kilometres`, `cubic metres`, `nautical miles`.
    static let modifiers = WordTable<Modifier>([
        ("square", .square), ("sq", .square), ("cubic", .cubic), ("nautical", .nautical), ("metric", .metric),
    ])

    enum Modifier: Sendable {
        case square, cubic, nautical, metric

        func applied(to unit: String) -> String {
            switch self {
            case .square: unit + "²"
            case .cubic: unit + "³"
            case .nautical: "nmi"
            case .metric: "t"
            }
        }
    }

    /// The letter glued to a number of metres.
    static let metre = WordTable<Bool>([("m", true)])

    static let scales = WordTable<String>([
        ("celsius", "°C"), ("centigrade", "°C"), ("c", "°C"), ("fahrenheit", "°F"), ("f", "°F"),
    ])
}
