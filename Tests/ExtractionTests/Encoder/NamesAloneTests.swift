import Annotation
import Testing

@testable import Extraction

/// Texts in languages that are read by names alone.
@Suite struct NamesAloneTests {
    private static let extractor = Result { try Extractor.standard(model: "accurate") }

    @Test func namesCountriesAndDatesAreReadAndTheRestIsLeftOut() throws {
        let text = """
            Президент України Олена Коваленко зустрілася з міністром оборони у Харкові 15 лютого 2024 року.

            «Ми разом захистимо наші міста», – сказала Коваленко. Вона вдячна Україні та партнерам з Німеччини.
            """
        let annotation = try Self.extractor.get().annotate(Array(text.utf8))
        #expect(annotation.language == "uk" && annotation.reads == .names && annotation.unsupported == nil)
        #expect(annotation.mentions.contains { $0.text == "Олена Коваленко" && $0.type == .person })
        #expect(annotation.entities.filter { $0.country == "UA" }.count == 1)
        #expect(annotation.entities.contains { $0.country == "DE" })
        #expect(annotation.dates.map(\.value) == ["2024-02-15"])
        #expect(annotation.roles.isEmpty && annotation.quotes.isEmpty && annotation.sources.isEmpty)
    }

    @Test func englishIsReadWhole() throws {
        let text = "\u{201C}We will win,\u{201D} Defence Minister Anna Ek said on Monday in Oslo, the capital of Norway."
        let annotation = try Self.extractor.get().annotate(Array(text.utf8))
        #expect(annotation.reads == nil && annotation.quotes.count == 1 && annotation.roles.count == 1)
    }

    @Test(arguments: [
        ("uk", "Угоду підписали 3 червня 2023 року.", "2023-06-03"), ("uk", "У липні 2022 вони пішли.", "2022-07"),
        ("de", "Sie kam am 15. März 2024 an.", "2024-03-15"), ("es", "Llegó el 5 de mayo de 2021 a casa.", "2021-05-05"),
        ("pl", "To było 11 listopada w mieście.", "XXXX-11-11"), ("hu", "Ez 2024. február 15. volt.", "2024-02-15"),
        ("pl", "Data: 15.02.2024 oraz nic.", "2024-02-15"), ("fr", "Le 2024-02-15 il partit.", "2024-02-15"),
        ("de", "Version 15.02.20245 und 1.2.3 und 32.01.2024", ""), ("de", "Am 32. Mai war nichts.", ""),
    ])
    func datesOfTheCalendar(language: String, text: String, value: String) {
        let pieces = PieceText(TokenizedText(Array(text.utf8)))
        let matches = CalendarParser(text: pieces, language: language).matches()
        #expect(matches.map(\.value).joined(separator: " ") == value)
    }

    @Test(arguments: [
        ("uk", "України", "UA"), ("uk", "США", "US"), ("uk", "Нігеру", "NE"), ("uk", "Нігерії", "NG"),
        ("pl", "Polsce", "PL"), ("pl", "Niemczech", "DE"), ("ru", "Китаем", "CN"), ("de", "Deutschland", "DE"),
        ("es", "Alemania", "DE"), ("fi", "Venäjän", "RU"), ("de", "Deutschlandsberg", nil), ("uk", "Київ", nil),
    ])
    func countriesByTheirNames(language: String, name: String, code: String?) {
        #expect(LanguageNames.shipped.country(name, in: language) == code)
    }
}
