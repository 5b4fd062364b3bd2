import Annotation
import Testing

@Suite struct CivilDateTests {
    @Test func everyDayOfEightCenturiesFollowsTheOneBefore() throws {
        var date = try #require(CivilDate(year: 1599, month: 12, day: 31))
        for days in date.daysSince1970...(date.daysSince1970 + 292_300) {
            let next = CivilDate(daysSince1970: days + 1)
            #expect(CivilDate(daysSince1970: days) == date && date.daysSince1970 == days)
            let expected =
                CivilDate(year: date.year, month: date.month, day: date.day + 1)
                ?? CivilDate(year: date.year, month: date.month + 1, day: 1)
                ?? CivilDate(year: date.year + 1, month: 1, day: 1)
            guard next == expected, next.weekday == date.weekday % 7 + 1 else {
                Issue.record("\(date) is followed by \(next)")
                return
            }
            date = next
        }
    }

    @Test(arguments: [
        (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2024, 2, 15, 19_768, 4), (1, 1, 1, -719_162, 1),
        (1582, 10, 15, -141_427, 5), (2100, 3, 1, 47_541, 1),
    ])
    func knownDaysHaveTheirNumberAndWeekday(year: Int, month: Int, day: Int, number: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == number)
        #expect(date.weekday == weekday)
    }

    @Test(arguments: [
        (2021, 1, 3, 2020, 53), (2021, 1, 4, 2021, 1), (2024, 12, 30, 2025, 1), (2024, 2, 15, 2024, 7),
        (2026, 12, 31, 2026, 53), (2005, 1, 1, 2004, 53), (2010, 1, 3, 2009, 53),
    ])
    func weeksAreThoseOfISO8601(year: Int, month: Int, day: Int, weekYear: Int, week: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.week.year == weekYear)
        #expect(date.week.number == week)
    }

    @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0)])
    func daysThatNoCalendarHasAreRefused(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
}
