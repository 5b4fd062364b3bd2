import Annotation
import Testing

@Suite struct ResolvingDatesTests {
    static func annotation(_ text: String, _ value: String, _ type: DateExpression.Kind = .date) -> Annotation {
        var annotation = Annotation(document: String(repeating: "0", count: 64), extractor: "test")
        annotation.dates = [
            DateExpression(start: 0, end: text.unicodeScalars.count, text: text, type: type, value: value)
        ]
        return annotation
    }

    static func resolved(_ text: String, _ value: String, _ published: String?) -> String? {
        annotation(text, value).resolvingDates(published: published).dates[0].resolved
    }

    @Test(
        arguments: [Int.min, -10_001, -9_999, -9_000, 9_999, Int.max].flatMap { count in
            [DateOffset.Unit.day, .week, .month, .quarter, .year, .decade, .century, nil].map {
                DateOffset(unit: $0, count: count, direction: .before)
            }
        },
        [
            "XX", "XXX", "XXXX", "XXXX-XX", "XXXX-WXX", "XXXX-WXX-WE", "XXXX-WXX-4", "XXXX-XX-XX", "XXXX-QX", "XXXX-Q3",
            "XXXX-99", "XXXX-9223372036854775807", "XXXX-9223372036854775807-9223372036854775807",
            "XXXX-XX-9223372036854775807", "XXXX-02-29/XXXX-9223372036854775807",
        ])
    func numbersBeyondTheCalendarResolveToNothing(offset: DateOffset, value: String) {
        var annotation = Self.annotation("text", value)
        annotation.dates[0].offset = offset
        let resolved = annotation.resolvingDates(published: "2024-02-15").dates[0].resolved
        #expect(resolved?.contains("9223372036854775807") != true, "\(resolved ?? "")")
        #expect(resolved?.contains("--") != true && resolved?.hasPrefix("-") != true, "\(resolved ?? "")")
    }

    @Test(arguments: ["2020", "2024-02", "2024-02-15", "199X", "18XX", "2014/2020", "P2W", "2024-02-15T22:30Z"])
    func aClosedValueIsItsOwnResolution(value: String) {
        #expect(Self.resolved("text", value, "2024-02-15") == value)
        #expect(Self.resolved("text", value, nil) == nil)
    }

    @Test func aSetIsNeverOneDay() {
        let annotation = Self.annotation("every Friday", "XXXX-WXX-5", .set).resolvingDates(published: "2024-02-15")
        #expect(annotation.dates[0].resolved == nil)
    }

    @Test func theTextsOwnDateServesWhereNoneIsGiven() {
        var annotation = Self.annotation("on Thursday", "XXXX-WXX-4")
        annotation.published = Published(value: "2024-02-16", basis: .stated)
        #expect(annotation.resolvingDates(published: nil).dates[0].resolved == "2024-02-15")
        #expect(annotation.resolvingDates(published: "2024-01-20T08:00:00Z").dates[0].resolved == "2024-01-18")
        #expect(annotation.resolvingDates(published: "not a date").dates[0].resolved == "2024-02-15")
    }

    @Test(arguments: [("2024-02", "in September", "XXXX-09", "2023-09"), ("2024", "text", "1999", "1999")])
    func anAnchorOfLowPrecisionResolvesWhatItCan(published: String, text: String, value: String, expected: String) {
        #expect(Self.resolved(text, value, published) == expected)
        #expect(Self.resolved("on Thursday", "XXXX-WXX-4", published) == nil)
    }

    @Test(arguments: [
        (DateOffset(unit: .week, count: -1), "XXXX-WXX-4", "2024-02-08"),
        (DateOffset(direction: .future), "XXXX-WXX-4", "2024-02-15"),
        (DateOffset(direction: .after), "XXXX-WXX-4", "2024-02-22"),
        (DateOffset(count: -2, direction: .before), "XXXX-WXX-4", "2024-02-01"),
        (DateOffset(direction: .future), "XXXX-01", "2025-01"), (DateOffset(direction: .future), "XXXX-Q1", "2024-Q1"),
        (DateOffset(direction: .future), "XXXX-12-30/XXXX-01-02", "2024-12-30/2025-01-02"),
        (nil, "XXXX-12-30/XXXX-01-02", "2023-12-30/2024-01-02"),
        (DateOffset(direction: .future), "XXXX-WXX-3/XXXX-WXX-1", "2024-02-21/2024-02-26"),
        (nil, "XXXX-WXX-3/XXXX-WXX-7", "2024-02-07/2024-02-11"), (DateOffset(unit: .year, count: 0), "XXXX", "2024"),
        (DateOffset(direction: .unknown), "XXXX-WXX-4", nil), (DateOffset(direction: .elsewhere), "XXXX-XX-XX", nil),
        (nil, "XXXX-XX-XX", nil), (nil, "FY2023", nil), (nil, "XXXX", nil),
    ])
    func anOffsetIsArithmetic(offset: DateOffset?, value: String, expected: String?) {
        var annotation = Self.annotation("text", value)
        annotation.dates[0].offset = offset
        #expect(annotation.resolvingDates(published: "2024-02-15").dates[0].resolved == expected)
    }

    @Test func resolvingAgainWithoutAnAnchorTakesTheOldResolutionAway() {
        let once = Self.annotation("on Thursday", "XXXX-WXX-4").resolvingDates(published: "2024-02-15")
        #expect(once.resolvingDates(published: nil) == Self.annotation("on Thursday", "XXXX-WXX-4"))
    }
}
