import Extraction
import Foundation
import Testing

@Suite struct CountriesTests {
    @Test(arguments: [
        ("Ukraine", "UA"), ("the United States", "US"), ("U.S.", "US"), ("US", "US"), ("UNITED KINGDOM", "GB"),
        ("Côte d’Ivoire", "CI"), ("Türkiye", "TR"), ("Turkey", "TR"), ("DRC", "CD"), ("south korea", "KR"),
    ])
    func findsANameInAnySpelling(name: String, code: String) {
        #expect(Countries.code(forName: name) == code)
    }

    @Test(arguments: ["us", "Us", "Atlantis", "", "the", "can", "car", "Korea"])
    func findsNoCountry(name: String) {
        #expect(Countries.code(forName: name) == nil)
    }

    @Test(arguments: [
        ("Ukrainian", "UA"), ("Ukrainians", "UA"), ("POLISH", "PL"), ("Poles", "PL"), ("Saudi", "SA"), ("Dutch", "NL"),
        ("South Koreans", "KR"), ("Swiss", "CH"),
    ])
    func findsACountryByItsPeople(word: String, code: String) {
        #expect(Countries.code(forDemonym: word) == code)
    }

    @Test func peopleOfSeveralCountriesHaveNoCode() {
        #expect(Countries.code(forDemonym: "Congolese") == nil)
        #expect(Countries.code(forDemonym: "European") == nil)
    }

    /// The table is a copy of the locale data of Foundation, with aliases: no country of that data is missing.
    @Test func knowsEveryNameOfTheLocaleData() {
        let locale = Locale(identifier: "en")
        let noCountries: Set = ["CP", "CQ", "DG", "EA", "IC", "TA", "AC"]
        for region in Locale.Region.isoRegions where region.identifier.count == 2 && region.subRegions.isEmpty {
            guard !noCountries.contains(region.identifier) else { continue }
            let name = locale.localizedString(forRegionCode: region.identifier) ?? ""
            #expect(Countries.code(forName: name) == region.identifier, "\(name)")
        }
    }
}
