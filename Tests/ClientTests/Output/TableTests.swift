import CommandSupport
import Testing

@testable import entitywire

@Suite struct TableTests {
    static let columns: [Table.Column] = [
        .init(title: "KEY"), .init(title: "COUNT", isNumber: true), .init(title: "SOURCE", gives: 1),
        .init(title: "TITLE", gives: 1),
    ]

    static func table() -> Table {
        var table = Table(columns)
        table.add(["0123456789ab", "1,234", "Reuters", "A short one"])
        table.add(["ba9876543210", "7", "Українська правда", String(repeating: "long ", count: 60)])
        table.add(["aaaaaaaaaaaa", "12", "朝日新聞", "首相がワルシャワを訪問し、ウクライナへの支援を約束した。" + String(repeating: "長", count: 80)])
        return table
    }

    @Test(arguments: [80, 100, 160])
    func noLineIsWiderThanTheTerminal(width: Int) {
        let lines = Self.table().lines(width: width)
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(lines)")
        #expect(lines.contains { DisplayWidth.of($0) == width })
    }

    @Test func numbersStandOnTheRightAndColumnsUnderTheirTitles() {
        let lines = Self.table().lines(width: 160)
        #expect(lines[0].hasPrefix("KEY           COUNT  SOURCE             TITLE"))
        #expect(lines[1].hasPrefix("0123456789ab  1,234  Reuters            A short one"))
        #expect(lines[2].hasPrefix("ba9876543210      7  Українська правда  long"))
        #expect(lines[3].hasPrefix("aaaaaaaaaaaa     12  朝日新聞           首相"))
    }

    @Test func columnsThatGiveNothingKeepTheirWidthEvenWhereTheLineIsTooLong() {
        let lines = Self.table().lines(width: 20)
        #expect(lines[1].hasPrefix("0123456789ab  1,234  Reuters"))
        #expect(lines[2].contains("…"))
    }

    @Test func whatIsBeforeAMentionIsCutAtItsBeginning() {
        var table = Table([.init(title: "BEFORE", isNumber: true, keepsEnd: true, gives: 1), .init(title: "MENTION")])
        table.add(["the words that stand a long way before the minister", "Umerov"])
        #expect(table.lines(width: 30)[1] == " …before the minister  Umerov")
    }

    @Test func cellsFromStrangersCannotSpeakToTheTerminal() {
        var table = Table([.init(title: "A")])
        table.add(["red \u{1B}[31m\nnext"])
        #expect(table.lines(width: 80)[1] == "red ␛[31m next")
    }

    @Test func aHeadingIsBoldOnlyWhereColourIsWanted() {
        #expect(Self.table().lines(width: 80, style: TextStyle(isColoured: true))[0].hasPrefix("\u{1B}[1mKEY"))
        #expect(!Self.table().lines(width: 80).joined().contains("\u{1B}"))
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("Kukuła", 6), ("e\u{301}", 1), ("й", 1), ("и\u{306}", 1), ("日本", 4), ("한국", 4),
        ("ｆｕｌｌ", 8),
        ("🇺🇦", 2), ("👩‍👩‍👧", 2), ("☎\u{FE0F}", 2), ("\u{200B}", 0), ("שלום", 4), ("…", 1),
    ])
    func widthIsWhatATerminalShows(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("Warsaw", 6, "Warsaw"), ("Warsaw", 5, "Wars…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("a b c", 3, "a…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
    func textIsCutBetweenWholeCharacters(text: String, width: Int, expected: String) {
        #expect(DisplayWidth.truncate(text, to: width) == expected)
    }

    @Test(arguments: [
        ("plain – żółw 日本 🇺🇦", "plain – żółw 日本 🇺🇦"), ("a\tb\nc\r\nd", "a b c d"), ("\u{1B}]0;title\u{7}", "␛]0;title␇"),
        ("\u{9B}31m", "\u{FFFD}31m"), ("abc\u{202E}def\u{2066}", "abcdef"), ("\u{7F}\u{0}\r", "␡␀␍"),
    ])
    func aLineHasNoControlCharacters(text: String, expected: String) {
        #expect(Sanitised.line(text) == expected)
    }

    @Test func linesKeepTheirEnds() {
        #expect(Sanitised.lines("a\r\nb\tc\u{1B}[2J\n\rd") == "a\nb\tc␛[2J\n␍d")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (9_981, "9,981"), (-1_234_567, "-1,234,567")])
    func numbersAreGrouped(number: Int, expected: String) {
        #expect(Numbers.grouped(number) == expected)
    }

    @Test func quantitiesAreReadable() {
        #expect(Numbers.count(1, "document") == "1 document")
        #expect(Numbers.count(2_000, "entity", "entities") == "2,000 entities")
        #expect([999, 1_500, 12_400_000].map(Numbers.bytes) == ["999 B", "1.5 kB", "12.4 MB"])
        #expect([5, 180, 9_000, 400_000].map { Numbers.age(seconds: $0) } == ["5 s", "3 min", "2.5 h", "4 days"])
        #expect([0.25, 3.44, 1_234.4].map(Numbers.rate) == ["0.3", "3.4", "1,234"])
    }

    @Test func resultsComeOutInOrder() {
        var results = InOrder<String>()
        #expect(results.add("b", at: 1).isEmpty)
        #expect(results.add("a", at: 0) == ["a", "b"])
        #expect(results.add("d", at: 3).isEmpty)
        #expect(results.add("c", at: 2) == ["c", "d"])
    }
}
