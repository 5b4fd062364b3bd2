import Annotation
import Testing

@testable import Extraction

/// The rules on names, over names that a test gives them: `{PERSON:Ann Lee}`.
@Suite("Rules on names")
struct NameReaderTests {
    private func names(_ marked: String) -> [String] {
        let text = MarkedText(marked)
        var reading = text.reading
        NameReader().read(&reading)
        return reading.names.map { "\($0.type.rawValue) \(reading.text.string(of: $0.tokens))" }
    }

    @Test(arguments: [
        ("{LOC:Marlow}, {PERSON:Finch} & {PERSON:Dray} LLP closed.", "ORG Marlow, Finch & Dray LLP"),
        ("It hired Marlow, {PERSON:Finch} and Dray Ltd. in May.", "ORG Marlow, Finch and Dray Ltd."),
        ("It hired {PERSON:Harvey}, {PERSON:Finch} and {ORG:Dray Ltd.} in May.", "ORG Harvey, Finch and Dray Ltd."),
        ("{PERSON:Marlow}, Penn, Tull & Dray paid.", "ORG Marlow, Penn, Tull & Dray"),
    ])
    func aFirmOfPartnersIsOneName(marked: String, name: String) {
        #expect(names(marked) == [name])
    }

    @Test(arguments: [
        "{PERSON:Anna} & {PERSON:Peter Marlow} came.", "{LOC:Leeds} & {LOC:York} voted.",
        "{ORG:Acme Vue Ltd} and {ORG:Bolt Agro Ltd} merged.",
    ])
    func namesThatOnlyStandSideBySideStayApart(marked: String) {
        #expect(names(marked).count == 2)
    }

    @Test(arguments: [
        ("{PERSON:Dwight} “The Pike” {PERSON:Moran} won.", "PERSON Dwight “The Pike” Moran"),
        ("{PERSON:Elizabeth} ({PERSON:Liz}) {PERSON:Farrow} won.", "PERSON Elizabeth (Liz) Farrow"),
        ("{PERSON:Farrow}, {PERSON:Emma}, 34, won.", "PERSON Farrow, Emma"),
    ])
    func aMarkInsideAPersonsNameDoesNotCutIt(marked: String, name: String) {
        #expect(names(marked) == [name])
    }

    @Test(arguments: [
        ("The tanker {ORG:Grey Gull} sank.", "PRODUCT Grey Gull"), ("HMS Gannet sailed.", "PRODUCT HMS Gannet"),
        ("Typhoon {PERSON:Marla} hit.", "EVENT Typhoon Marla"), ("He met {PERSON:Kremlin} aides.", "ORG Kremlin"),
        ("The {PERSON:Sandinista} leader left.", "NORP Sandinista"),
        ("It was the 2022 {EVENT:Coast Cup}.", "EVENT 2022 Coast Cup"),
        ("The {ORG:Lakeland Union College} ({PERSON:Luco}) shut.", "ORG Lakeland Union College"),
    ])
    func aWordBesideANameTellsWhatItIs(marked: String, name: String) {
        #expect(names(marked).contains(name))
    }

    @Test func aMinistryOfSeveralFieldsIsOneName() {
        #expect(
            names("The {ORG:Ministry of Labour}, Employment and Social Security said so.")
                == ["ORG Ministry of Labour, Employment and Social Security"])
        #expect(names("The {ORG:Ministry of Labour}, police and firms met.") == ["ORG Ministry of Labour"])
    }

    @Test func aWeekdayIsNoName() {
        #expect(names("On {MISC:Monday} it rained, {MISC:Dec 5} too.").isEmpty)
    }

    @Test func aHeadlineInCapitalsEndsANameBeforeTheVerbAndNamesThePeopleOfTheBody() {
        let found = names("MINISTER {PERSON:OTTO RESIGNS} AS FARROW WAITS\n\n{PERSON:Emma Farrow} spoke.")
        #expect(found == ["PERSON OTTO", "PERSON FARROW", "PERSON Emma Farrow"])
    }

    @Test func aGroupWithASmallFirstLetterIsNamedEachTime() {
        let found = names("The group al-Nuraq fought. Police said al-Nuraq fled. They saw al-Bahir.")
        #expect(found == ["ORG al-Nuraq", "ORG al-Nuraq"])
    }
}
