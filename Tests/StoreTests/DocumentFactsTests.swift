import Annotation
import Testing

@testable import Store

@Suite struct DocumentFactsTests {
    @Test func formsAreToldApartByTheirBytesAndCounted() {
        var item = DocumentFacts.Item(global: 1, type: .person, folded: "zoe")
        item.add(form: "Zoë", mentions: 0)
        item.add(form: "Zoe\u{308}", mentions: 1)
        item.add(form: "Zoë", mentions: 2)
        item.add(country: "LV")
        item.add(country: "LT")
        item.add(country: "LV")
        #expect(item.forms.map(\.mentions) == [2, 1])
        #expect(item.countries == ["LV", "LT"])
    }

    /// Looked for one by one, these would take minutes.
    @Test(.timeLimit(.minutes(1))) func manyFormsTakeTimeInProportion() {
        var item = DocumentFacts.Item(global: 1, type: .person, folded: "a")
        for number in 0..<100_000 { item.add(form: "A \(number)", mentions: 1) }
        #expect(item.forms.count == 100_000)
    }
}
