import Annotation
import Testing

@testable import Extraction

@Suite struct DateReaderTests {
    /// The expressions of a text as `text|value`, or `text|type|value` where they are no dates.
    static func read(_ string: String, names: [RecognizedName] = []) -> [String] {
        let text = TokenizedText(Array(string.utf8))
        var reading = Reading(
            text: text, sections: [PageSection(kind: .body, bytes: 0..<text.bytes.count)], language: "en", names: names)
        DateReader().read(&reading)
        return reading.dates.map { date in
            let type = date.type == .date ? "" : "\(date.type)|"
            return "\(text.string(of: date.tokens))|\(type)\(date.value)"
        }
    }

    @Test(arguments: [
        ("It began 2025-01-28 at sea.", "2025-01-28|2025-01-28"),
        ("It began on 27 January 2024.", "on 27 January 2024|2024-01-27"),
        ("They met on January 27, 2024, in Riga.", "on January 27, 2024|2024-01-27"),
        ("They met Jan. 27 in Riga.", "Jan. 27|XXXX-01-27"),
        ("They met on January 27th in Riga.", "on January 27th|XXXX-01-27"),
        ("It was the 14th of February.", "the 14th of February|XXXX-02-14"),
        ("On Friday 22nd July, 2022 it rained.", "On Friday 22nd July, 2022|2022-07-22"),
        ("Saturday November 23rd, 2024 was cold.", "Saturday November 23rd, 2024|2024-11-23"),
        ("Due on 31.12.2024 at latest.", "on 31.12.2024|2024-12-31"),
        ("Due on 28/01/2025 at latest.", "on 28/01/2025|2025-01-28"),
        ("Due on 01/28/2025 at latest.", "on 01/28/2025|2025-01-28"),
        ("DAKAR, Jul 25 2022 (IPS) - It rained.", "Jul 25 2022|2022-07-25"),
        ("He came on the 24th day of November, 1954.", "on the 24th day of November, 1954|1954-11-24"),
        ("It ran from 27-29 January 2024.", "27-29 January 2024|2024-01-27/2024-01-29"),
        ("It ran from July 10 to 17.", "July 10 to 17|XXXX-07-10/XXXX-07-17"),
        ("It opens in September 2024.", "in September 2024|2024-09"),
        ("It opened in September.", "in September|XXXX-09"),
        ("Earlier in February, he spoke.", "Earlier in February|XXXX-02"),
        ("It opened in mid-May.", "in mid-May|XXXX-05"),
        ("It opened in April last year.", "in April last year|XXXX-04"),
    ])
    func daysAndMonthsOfTheCalendar(sentence: String, expected: String) {
        #expect(Self.read(sentence) == [expected])
    }

    @Test(arguments: [
        ("He spoke on Thursday in Brussels.", "on Thursday|XXXX-WXX-4"),
        ("He spoke last Thursday in Brussels.", "last Thursday|XXXX-WXX-4"),
        ("He spoke on Friday morning.", "on Friday morning|time|XXXX-WXX-5TMO"),
        ("He spoke on Tuesday last week.", "on Tuesday last week|XXXX-WXX-2"),
        ("He spoke yesterday.", "yesterday|XXXX-XX-XX"),
        ("He spoke the day before yesterday.", "the day before yesterday|XXXX-XX-XX"),
        ("He spoke last night.", "last night|time|XXXX-XX-XXTNI"),
        ("He had spoken the previous day.", "the previous day|XXXX-XX-XX"),
        ("It fell this year.", "this year|XXXX"),
        ("It fell earlier this month.", "earlier this month|XXXX-XX"),
        ("It fell last week.", "last week|XXXX-WXX"),
        ("It fell over the weekend.", "the weekend|XXXX-WXX-WE"),
        ("It fell a few days ago.", "a few days ago|PAST_REF"),
        ("It fell two years ago.", "two years ago|XXXX"),
        ("It fell more than 20 years ago.", "more than 20 years ago|XXXX"),
        ("It fell last summer.", "last summer|XXXX-SU"),
    ])
    func daysCountedFromPublicationStayOpen(sentence: String, expected: String) {
        #expect(Self.read(sentence) == [expected])
    }

    @Test(arguments: [
        ("In 2020 it fell.", "In 2020|2020"),
        ("It fell by late 2022.", "late 2022|2022"),
        ("It ran from 2014-2020.", "2014-2020|2014/2020"),
        ("It is the 2021/22 season.", "the 2021/22|2021/2022"),
        ("It fell in the 1990s.", "in the 1990s|199X"),
        ("It fell in the '90s.", "in the '90s|199X"),
        ("It is a 19th-century house.", "19th-century|18XX"),
        ("It is of the nineteenth century.", "the nineteenth century|18XX"),
        ("It fell in the third quarter of 2024.", "in the third quarter of 2024|2024-Q3"),
        ("It fell in the first half of 2024.", "in the first half of 2024|2024-H1"),
        ("It fell in the second half of 2024.", "in the second half of 2024|2024-H2"),
        ("It falls in the second quarter of this year.", "in the second quarter of this year|XXXX-Q2"),
        ("It fell in the summer of 2022.", "in the summer of 2022|2022-SU"),
    ])
    func yearsAndLongerTimes(sentence: String, expected: String) {
        #expect(Self.read(sentence) == [expected])
    }

    @Test(arguments: [
        ("It starts at 10:30 GMT.", "10:30 GMT|time|T10:30Z"),
        ("It starts at 3pm.", "3pm|time|T15:00"),
        ("It starts at 10.45 a.m. sharp.", "10.45 a.m.|time|T10:45"),
        ("It starts at 8 p.m. on Thursday.", "8 p.m. on Thursday|time|XXXX-WXX-4T20:00"),
        ("It starts on January 27 at 22:15.", "on January 27 at 22:15|time|XXXX-01-27T22:15"),
        ("It took two weeks.", "two weeks|duration|P2W"),
        ("It took three days.", "three days|duration|P3D"),
        ("It took two to three hours.", "two to three hours|duration|PT2H/PT3H"),
        ("It is a 20-year plan.", "20-year|duration|P20Y"),
        ("It is a one-year plan.", "one-year|duration|P1Y"),
        ("It fell for seven consecutive years.", "seven consecutive years|duration|P7Y"),
        ("It takes three more months.", "three more months|duration|P3M"),
        ("It took half an hour.", "half an hour|duration|PT30M"),
        ("It grew over the past two decades.", "past two decades|duration|P20Y"),
        ("They meet every Friday.", "every Friday|set|XXXX-WXX-5"),
        ("They meet daily.", "daily|set|P1D"),
        ("They meet twice a week.", "twice a week|set|P1W"),
        ("They meet every two years.", "every two years|set|P2Y"),
        ("They meet on Sundays.", "Sundays|set|XXXX-WXX-7"),
    ])
    func timesDurationsAndSets(sentence: String, expected: String) {
        #expect(Self.read(sentence) == [expected])
    }

    @Test(arguments: [
        "It may lead to a war.", "You May Also Like", "The Sunday Telegraph newspaper revealed it.",
        "Train 9/10 is late.", "It is open 24/7.", "They won 10-12 and lost 3:2.", "They march on.",
        "The rocket Long March 5 flew.", "Version 10.12.2 is out.", "Call 555-2014 or +380 44 2020 33.",
        "A 20-year-old man, aged 30 years, fell.", "See https://example.com/2024/01/28 for more.",
        "They bought 2000 tonnes.", "A second term is near.", "Due on 05/08/2021 perhaps.",
        "Pastor Sunday Adelaja spoke.",
        "He has COVID-19.", "Dozens came in the last minute.",
    ])
    func falseDatesAreNone(sentence: String) {
        #expect(Self.read(sentence) == [])
    }

    @Test func aDateInsideANameBelongsToTheName() {
        let name = RecognizedName(tokens: 1..<3, type: .organization, confidence: 0.9)
        #expect(Self.read("The Friday Group met on Monday.", names: [name]) == ["on Monday|XXXX-WXX-1"])
    }

    @Test func twoDatesStayTwo() {
        #expect(
            Self.read("It closed on 27 and 28 January and from 2014 to 2020.")
                == ["on 27|XXXX-01-27", "28 January|XXXX-01-28", "2014|2014", "2020|2020"])
        #expect(Self.read("In January and March 2024 it fell.") == ["In January|2024-01", "March 2024|2024-03"])
    }

    @Test func noLineEndIsCrossed() {
        #expect(
            Self.read("It fell on\nThursday\nJanuary 27\n2024") == ["Thursday|XXXX-WXX-4", "January 27|XXXX-01-27"])
    }

    @Test func everyPrefixOfATextIsReadWithoutATrap() {
        let text = Array(
            "On Friday 22nd July, 2022 at 10:30 p.m. GMT, the '90s, Q3 2024, 27-29 Jan. every two years ago".utf8)
        for length in 0...text.count {
            _ = Self.read(String(decoding: text[..<length], as: UTF8.self))
            _ = Self.read(String(decoding: text[length...], as: UTF8.self))
        }
    }
}
