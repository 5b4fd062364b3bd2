/// A word that numbers are made of.
enum NumberWord: Sendable, Equatable {
    case article
    case small(Double)
    case tens(Double)
    case half
    case scale(Double)

    /// Whether the word continues a number that ended with another: `twenty one`, `three hundred`, `hundred and five`.
    func mayFollow(_ last: NumberWord, hasAnd: Bool) -> Bool {
        switch (last, self) {
        case (.tens, .small(let value)): !hasAnd && value < 10
        case (.scale(let factor), .small), (.scale(let factor), .tens): factor >= 100 && (hasAnd || factor >= 100)
        case (.scale, .scale(let factor)): !hasAnd && factor >= 1000
        case (.article, .scale), (.small, .scale), (.tens, .scale), (.half, .scale): !hasAnd
        default: false
        }
    }

    static let table = WordTable<NumberWord>(
        zip(smallWords, 0...).map { ($0, .small(Double($1))) }
            + zip(tensWords, 2...).map { ($0, .tens(Double($1 * 10))) }
            + [
                ("a", .article), ("an", .article), ("half", .half), ("dozen", .scale(12)), ("hundred", .scale(100)),
                ("thousand", .scale(1e3)), ("lakh", .scale(1e5)), ("lakhs", .scale(1e5)), ("million", .scale(1e6)),
                ("mln", .scale(1e6)), ("crore", .scale(1e7)), ("crores", .scale(1e7)), ("billion", .scale(1e9)),
                ("bln", .scale(1e9)), ("bn", .scale(1e9)), ("trillion", .scale(1e12)), ("trn", .scale(1e12)),
            ])

    /// Letters glued to digits behind a currency.
    static let letters = WordTable<Double>([
        ("k", 1e3), ("m", 1e6), ("mn", 1e6), ("b", 1e9), ("tn", 1e12), ("t", 1e12), ("cr", 1e7), ("mm", 1e6),
    ])

    static let and = WordTable<Bool>([("and", true)])

    private static let smallWords = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tensWords = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
}
