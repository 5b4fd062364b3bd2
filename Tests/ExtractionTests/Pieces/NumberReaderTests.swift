import Testing

@testable import Extraction

@Suite struct NumberReaderTests {
    static func value(_ string: String) -> Double? {
        let bytes = Array(string.utf8)
        return NumberReader(text: PieceText(bytes: bytes, range: 0..<bytes.count)).number(
            at: 0, scales: .wordsAndLetters)?.value
    }

    @Test func everySpelledNumberBelowAThousandIsRead() {
        let small = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        for number in 1..<1000 {
            let (hundreds, rest) = (number / 100, number % 100)
            var words = hundreds > 0 ? [small[hundreds], "hundred"] : []
            if hundreds > 0, rest > 0 { words.append("and") }
            if rest > 0 {
                words.append(rest < 20 ? small[rest] : tens[rest / 10] + (rest % 10 > 0 ? "-" + small[rest % 10] : ""))
            }
            #expect(Self.value(words.joined(separator: " ")) == Double(number))
        }
    }

    @Test(arguments: [
        ("1,300,000", 1_300_000), ("1.3 million", 1_300_000), ("12,34,567", 1_234_567), ("1.300.000", 1_300_000),
        ("1.300", 1.3), ("35 000", 35_000), ("3½", 3.5), ("8.2 million", 8_200_000), ("5bn", 5e9),
        ("2 lakh crore", 2e12),
        ("two and a half million", 2_500_000), ("half a dozen", 6), ("a thousand", 1000), ("3 hundred", 300),
    ])
    func formsOfNumbers(text: String, value: Double) {
        #expect(Self.value(text) == value)
    }

    @Test(arguments: ["dozens", "hundred", "a", "half", "and", "", "a half"])
    func wordsWithoutANumberAreNone(text: String) {
        #expect(text.isEmpty || Self.value(text) == nil)
    }

    /// Chains without end are no numbers, so that reading on from each part stays linear.
    @Test(arguments: ["one thousand ", "seven hundred and "])
    func endlessChainsAreNone(unit: String) {
        #expect(Self.value(String(repeating: unit, count: 20)) == nil)
    }

    @Test func aRowOfATableIsNotOneNumber() {
        #expect(Self.value(String(repeating: "100 ", count: 20)) == 100)
    }
}
