/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Short news texts with people, offices, places, quotations and dates, all made up.
enum MadeUpNews {
    private static let people = [
        "Amina Okafor", "Tomasz Zieliński", "Lars Ødegård", "Chen Wei", "María José Quiroga", "Oksana Hnatiuk",
        "John Whitfield",
        "Fatima al-Sayed", "Jean-Luc Moreau", "Ngozi Adeyemi",
    ]
    private static let offices = [
        "Defence Minister", "Mayor", "Foreign Minister", "spokesperson", "General", "President",
    ]
    private static let places = [
        "Kenya", "Poland", "Norway", "China", "Argentina", "Ukraine", "Canada", "Egypt", "France", "Nigeria",
    ]
    private static let topics = [
        "a bridge", "the harvest", "new rules for ferries", "a joint exercise", "the flood relief fund", "a railway",
    ]

    /// The text with a number; each number gives another text.
    static func text(_ number: Int, using generator: inout SeededGenerator) -> String {
        func pick(_ list: [String]) -> String { list[Int(generator.next() % UInt64(list.count))] }
        let (person, place, topic) = (pick(people), pick(places), pick(topics))
        var paragraphs = [
            "\(place) decides on \(topic)", "\(pick(offices)) \(person) spoke about \(topic) in \(place) on Thursday.",
        ]
        for _ in 0..<Int(generator.next() % 6) {
            paragraphs.append(
                "“We expect \(Int(generator.next() % 900) + 2) guests from \(pick(places)),” \(person) said on 4 March 2024."
            )
        }
        return (paragraphs + ["This is report number \(number)."]).joined(separator: "\n\n")
    }
}
