/// Stand-in until the gazetteer's table is there.
enum Countries {
    private static let names: [String: String] = [
        "ukraine": "UA", "poland": "PL", "russia": "RU", "germany": "DE", "lithuania": "LT", "latvia": "LV",
        "estonia": "EE", "united states": "US", "us": "US",
    ]
    private static let demonyms: [String: String] = [
        "ukrainian": "UA", "polish": "PL", "russian": "RU", "german": "DE", "lithuanian": "LT", "latvian": "LV",
        "estonian": "EE", "american": "US",
    ]
    static func code(forName name: String) -> String? { names[name] }
    static func code(forDemonym name: String) -> String? { demonyms[name] }
}
