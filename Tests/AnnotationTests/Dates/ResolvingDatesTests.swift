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

    @Test(arguments: [
        ("on Thursday", "XXXX-WXX-4", "2024-02-15", "2024-02-15"),
        ("on Thursday", "XXXX-WXX-4", "2024-02-16", "2024-02-15"),
        ("on Friday", "XXXX-WXX-5", "2024-02-15", "2024-02-09"),
        ("last Thursday", "XXXX-WXX-4", "2024-02-15", "2024-02-08"),
        ("next Monday", "XXXX-WXX-1", "2024-02-15", "2024-02-19"),
        ("this Friday", "XXXX-WXX-5", "2024-02-14", "2024-02-16"),
        ("Thursday last week", "XXXX-WXX-4", "2024-02-14", "2024-02-08"),
        ("on Friday morning", "XXXX-WXX-5TMO", "2024-02-17", "2024-02-16TMO"),
        ("yesterday", "XXXX-XX-XX", "2024-03-01", "2024-02-29"),
        ("the day before yesterday", "XXXX-XX-XX", "2024-03-01", "2024-02-28"),
        ("tomorrow", "XXXX-XX-XX", "2024-12-31", "2025-01-01"),
        ("last night", "XXXX-XX-XXTNI", "2024-02-15", "2024-02-14TNI"),
        ("this morning", "XXXX-XX-XXTMO", "2024-02-15", "2024-02-15TMO"),
        ("three days ago", "XXXX-XX-XX", "2024-02-15", "2024-02-12"),
        ("twenty-one days ago", "XXXX-XX-XX", "2024-02-22", "2024-02-01"),
    ])
    func daysAreCountedFromPublication(text: String, value: String, published: String, expected: String) {
        #expect(Self.resolved(text, value, published) == expected)
    }

    @Test(
        arguments: [
            "9223372036854775807 weeks ago", "9223372036854775807 fortnight ago", "99 9223372036854775807 days ago",
            "10000 hundred years ago", "9000 hundred hundred months ago", "9000 years ago", "9999 quarters ago",
            "9000 decades ago", "900 centuries ago",
        ],
        [
            "XX", "XXX", "XXXX", "XXXX-XX", "XXXX-WXX", "XXXX-WXX-WE", "XXXX-WXX-4", "XXXX-XX-XX", "XXXX-QX", "XXXX-Q3",
            "XXXX-99", "XXXX-9223372036854775807", "XXXX-9223372036854775807-9223372036854775807",
            "XXXX-XX-9223372036854775807", "XXXX-02-29/XXXX-9223372036854775807",
        ])
    func numbersBeyondTheCalendarResolveToNothing(text: String, value: String) {
        let resolved = Self.resolved(text, value, "2024-02-15")
        #expect(resolved?.utf8.contains { $0 == UInt8(ascii: "9") } != true, "\(resolved ?? "")")
        #expect(resolved?.contains("--") != true && resolved?.hasPrefix("-") != true, "\(resolved ?? "")")
    }

    @Test(arguments: [
        ("on January 27", "XXXX-01-27", "2024-01-28", "2024-01-27"),
        ("on December 30", "XXXX-12-30", "2024-01-28", "2023-12-30"),
        ("on March 1", "XXXX-03-01", "2024-02-15", "2024-03-01"),
        ("January 27 last year", "XXXX-01-27", "2024-01-28", "2023-01-27"),
        ("Wednesday, February 14", "XXXX-02-14", "2025-02-10", "2024-02-14"),
        ("on the 15th", "XXXX-XX-15", "2024-02-10", "2024-01-15"),
        ("27-29 January", "XXXX-01-27/XXXX-01-29", "2024-02-10", "2024-01-27/2024-01-29"),
        ("December 30 to January 2", "XXXX-12-30/XXXX-01-02", "2024-02-10", "2023-12-30/2024-01-02"),
    ])
    func daysWithoutAYearGetTheNearest(text: String, value: String, published: String, expected: String) {
        #expect(Self.resolved(text, value, published) == expected)
    }

    @Test(arguments: [
        ("in September", "XXXX-09", "2023-11-30", "2023-09"),
        ("in December", "XXXX-12", "2023-11-30", "2022-12"),
        ("in November", "XXXX-11", "2023-11-30", "2023-11"),
        ("last November", "XXXX-11", "2023-11-30", "2022-11"),
        ("next March", "XXXX-03", "2023-11-30", "2024-03"),
        ("September last year", "XXXX-09", "2023-11-30", "2022-09"),
        ("last month", "XXXX-XX", "2024-01-28", "2023-12"),
        ("two months ago", "XXXX-XX", "2024-01-28", "2023-11"),
        ("this year", "XXXX", "2024-02-16", "2024"),
        ("earlier this year", "XXXX", "2024-02-16", "2024"),
        ("ten years ago", "XXXX", "2024-02-16", "2014"),
        ("last week", "XXXX-WXX", "2024-01-03", "2023-W52"),
        ("over the weekend", "XXXX-WXX-WE", "2024-02-14", "2024-W06-WE"),
        ("this summer", "XXXX-SU", "2024-02-14", "2024-SU"),
        ("the third quarter", "XXXX-Q3", "2024-02-14", "2023-Q3"),
        ("last quarter", "XXXX-QX", "2024-02-14", "2023-Q4"),
        ("this decade", "XXX", "2024-02-14", "202X"),
    ])
    func longerUnitsKeepTheirPrecision(text: String, value: String, published: String, expected: String) {
        #expect(Self.resolved(text, value, published) == expected)
    }

    @Test func aFewDaysAgoIsAnIntervalAndLongerVagueUnitsStayVague() {
        #expect(Self.resolved("a few days ago", "PAST_REF", "2024-01-28") == "2024-01-21/2024-01-27")
        #expect(Self.resolved("a few years ago", "PAST_REF", "2024-01-28") == nil)
    }

    @Test(arguments: ["2020", "2024-02", "2024-02-15", "199X", "18XX", "2014/2020", "P2W", "2024-02-15T22:30Z"])
    func aClosedValueIsItsOwnResolution(value: String) {
        #expect(Self.resolved("text", value, "2024-02-15") == value)
        #expect(Self.resolved("text", value, nil) == nil)
    }

    @Test(arguments: [
        ("the previous day", "XXXX-XX-XX"), ("the previous year", "XXXX"), ("at 10:30", "T10:30"),
        ("several days", "PXD"),
        ("summer", "XXXX-SU"),
    ])
    func whatDoesNotFollowStaysOpen(text: String, value: String) {
        #expect(Self.resolved(text, value, "2024-02-15") == nil)
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

    @Test(arguments: [("2024-02", "in September", "XXXX-09", "2023-09"), ("2024", "this year", "XXXX", "2024")])
    func anAnchorOfLowPrecisionResolvesWhatItCan(published: String, text: String, value: String, expected: String) {
        #expect(Self.resolved(text, value, published) == expected)
        #expect(Self.resolved("on Thursday", "XXXX-WXX-4", published) == nil)
    }

    @Test func resolvingAgainWithoutAnAnchorTakesTheOldResolutionAway() {
        let once = Self.annotation("on Thursday", "XXXX-WXX-4").resolvingDates(published: "2024-02-15")
        #expect(once.resolvingDates(published: nil) == Self.annotation("on Thursday", "XXXX-WXX-4"))
    }
}
