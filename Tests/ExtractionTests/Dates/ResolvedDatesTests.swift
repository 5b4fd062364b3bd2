import Annotation
import Foundation
import Testing

@testable import Extraction

/// What expressions resolve to, from their words to the day.
@Suite struct ResolvedDatesTests {
    /// The value and the resolution of the first expression of a text.
    private static func resolved(_ text: String, _ value: String, _ published: String) -> String? {
        let bytes = Array(text.utf8)
        var reading = Reading(
            text: TokenizedText(bytes), sections: [PageSection(kind: .body, bytes: 0..<bytes.count)], language: "en",
            names: [])
        DateReader().read(&reading)
        let annotation = reading.annotation(document: "key", extractor: "test").resolvingDates(published: published)
        #expect(annotation.dates.first?.value == value, "\(text)")
        return annotation.dates.first?.resolved
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

    @Test(arguments: [
        ("on January 27", "XXXX-01-27", "2024-01-28", "2024-01-27"),
        ("on December 30", "XXXX-12-30", "2024-01-28", "2023-12-30"),
        ("on March 1", "XXXX-03-01", "2024-02-15", "2024-03-01"),
        ("January 27 last year", "XXXX-01-27", "2024-01-28", "2023-01-27"),
        ("Wednesday, February 14", "XXXX-02-14", "2025-02-10", "2024-02-14"),
        ("on the 15th", "XXXX-XX-15", "2024-02-10", "2024-01-15"),
        ("27-29 January", "XXXX-01-27/XXXX-01-29", "2024-02-10", "2024-01-27/2024-01-29"),
        ("December 30 to January 2", "XXXX-12-30", "2024-02-10", "2023-12-30"),
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
        ("Profit fell in the third quarter", "XXXX-Q3", "2024-02-14", "2023-Q3"),
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

    @Test(arguments: [
        ("the previous day", "XXXX-XX-XX"), ("the previous year", "XXXX"), ("at 10:30", "T10:30"),
        ("in several days", "PXD"),
        ("in the summer", "XXXX-SU"), ("It was due on Monday.", "XXXX-WXX-1"),
    ])
    func whatDoesNotFollowStaysOpen(text: String, value: String) {
        #expect(Self.resolved(text, value, "2024-02-15") == nil)
    }
}
