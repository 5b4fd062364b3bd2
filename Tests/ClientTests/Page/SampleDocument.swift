import Annotation
import Foundation

/// A document in which all kinds of facts stand in and across each other.
enum SampleDocument {
    static let text = """
        \u{FEFF}Minister <b>&"Ann\u{1B}[31m"'</b> speaks\r
        \r
        OSLO, May 3 (Agency) - "Ann Ek and two ships came to \u{202E}Oslo.\r
        \r
        "We stay," said the head of Harbour & Sons, Ann Ek.\u{0}\u{9B}\u{2028}<script>alert(1)</script> 船は去った。

        Related: Ann Ek <img src=x onerror=alert(1)>

        """

    static let annotation: Annotation = {
        var annotation = Annotation(document: String(repeating: "ab", count: 32), extractor: "test <1>")
        let title = span("Minister <b>&\"Ann\u{1B}[31m\"'</b> speaks")
        annotation.title = TextSpan(start: title.0, end: title.1, text: string(title))
        let dateline = span("OSLO, May 3 (Agency) - ")
        let related = span("Related").0
        annotation.sections = [
            Section(kind: .title, start: 0, end: title.1 + 2, language: "en"),
            Section(kind: .dateline, start: title.1 + 2, end: dateline.1, language: "en"),
            Section(kind: .body, start: dateline.1, end: related, language: "en\"><script>"),
            Section(kind: .boilerplate, start: related, end: text.unicodeScalars.count),
        ]
        annotation.entities = [
            Entity(id: "e1\"><script>", type: .person, name: "Ann <Ek>", aliases: ["Ann", "\u{202E}kE"]),
            Entity(id: "e2", type: .location, subtype: "city", name: "Oslo", country: "NO"),
            Entity(id: "e3", type: .organization, name: "Harbour & Sons"),
        ]
        let mentions: [(String, Int, EntityType)] = [
            ("OSLO", 1, .location), ("Ann Ek", 0, .person), ("Oslo", 1, .location),
            ("Harbour & Sons", 2, .organization),
        ]
        annotation.mentions = mentions.enumerated().map { index, mention in
            let place = span(mention.0)
            return Mention(
                id: "m\(index + 1)", start: place.0, end: place.1, text: mention.0, type: mention.2,
                entity: annotation.entities[mention.1].id, confidence: 0.9)
        }
        let boilerplate = (related + 9, related + 15)
        annotation.mentions.append(
            Mention(
                id: "m9", start: boilerplate.0, end: boilerplate.1, text: "Ann Ek", type: .person,
                entity: annotation.entities[0].id, confidence: 0.5))
        let role = span("head of Harbour & Sons")
        annotation.roles = [
            Role(
                holder: annotation.entities[0].id, office: "head", organization: "e3", start: role.0, end: role.1,
                text: string(role))
        ]
        let long = (span("\"Ann Ek").0, span("\"We stay,\"").1)
        // Begins within the quotation and ends after it.
        let crossing = (span("We stay").0, span("We stay,\" said").1)
        annotation.quotes = [
            Quote(kind: .direct, start: long.0, end: long.1, text: string(long), speaker: annotation.entities[0].id),
            Quote(kind: .indirect, start: crossing.0, end: crossing.1, text: string(crossing), speakerText: "<she>"),
        ]
        let date = span("May 3")
        annotation.dates = [
            DateExpression(start: date.0, end: date.1, text: "May 3", type: .date, value: "XXXX-05-03")
        ]
        let two = span("two ships")
        annotation.quantities = [
            Quantity(start: two.0, end: two.1, text: "two ships", kind: .count, value: 2, unit: "ships")
        ]
        let agency = span("Agency")
        annotation.sources = [
            Source(start: agency.0, end: agency.1, text: "Agency"),
            // Nothing can be shown for what lies outside the text.
            Source(start: 5_000, end: 5_001, text: "x"),
        ]
        return annotation
    }()

    private static func span(_ words: String) -> (Int, Int) {
        let scalars = Array(text.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        let start = scalars.indices.first { scalars[$0...].starts(with: wanted) }!
        return (start, start + wanted.count)
    }

    private static func string(_ span: (Int, Int)) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: Array(text.unicodeScalars)[span.0..<span.1])
        return String(view)
    }
}
