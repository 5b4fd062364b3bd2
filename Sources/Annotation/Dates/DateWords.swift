/// The words of a date expression that say where it lies from the day of publication.
struct DateWords: Sendable {
    /// Which of a row of like units is meant.
    enum Direction: Sendable { case last, this, next }

    private let words: [Substring]

    init(_ text: String) {
        words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    }

    /// Whether the expression is counted from another date of the text: `the previous day`.
    var isRelativeToText: Bool { words.contains { $0 == "previous" || $0 == "preceding" || $0 == "following" } }

    func contains(_ word: String) -> Bool { words.contains { $0 == word } }

    /// The direction that stands before the word at an index, `very` and the like between them.
    private func direction(before index: Int) -> Direction? {
        guard index > 0 else { return nil }
        return Self.directions[words[index - 1]]
    }

    private static let directions: [Substring: Direction] = [
        "last": .last, "past": .last, "this": .this, "current": .this, "next": .next, "coming": .next,
        "upcoming": .next,
    ]

    /// The direction of a named unit: of the year in `January 27 last year`.
    func direction(of unit: Substring) -> Direction? {
        words.indices.first { words[$0] == unit && direction(before: $0) != nil }.flatMap { direction(before: $0) }
    }

    /// The first direction in the expression: that of `last Thursday`.
    var direction: Direction? {
        words.lazy.compactMap { Self.directions[$0] }.first
    }

    /// The weekday that the expression names, from 1 for Monday.
    var weekday: Int? {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        return words.lazy.compactMap { word in
            names.firstIndex {
                word.hasPrefix($0) && (word.count < 6 || word.hasSuffix("day")) && word.hasPrefix("month") == false
            }
        }.first.map { $0 + 1 }
    }

    /// No text counts further back than this; a larger number would leave the calendar.
    private static let largestCount = 10_000

    /// The number of units in `three weeks ago`; nil where the text gives no number, or one above 10,000.
    func count(of units: [Substring]) -> Int? {
        guard let index = words.firstIndex(where: { units.contains($0) }), index > 0 else { return nil }
        var value = 0
        var found = false
        for word in words[..<index] {
            if let number = Int(word) ?? Self.numbers[word] {
                guard number <= Self.largestCount else { return nil }
                value = number == 100 && found ? max(1, value) * 100 : value + number
                guard value <= Self.largestCount else { return nil }
                found = true
            } else if !Self.fillers.contains(word) {
                return nil
            }
        }
        return found ? value : nil
    }

    private static let fillers: Set<Substring> = [
        "about", "almost", "around", "exactly", "just", "and", "some", "nearly",
    ]

    private static let numbers: [Substring: Int] = {
        let small: [Substring] = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens: [Substring] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var result: [Substring: Int] = ["a": 1, "an": 1, "hundred": 100, "dozen": 12]
        for (index, word) in small.enumerated() { result[word] = index + 1 }
        for (index, word) in tens.enumerated() { result[word] = (index + 2) * 10 }
        return result
    }()
}
