/// The annotation member by member: what its JSON Schema, its columns in a table and the faults of a bad one come from.
package enum AnnotationSchema {
    /// The whole annotation.
    package static let annotation = ObjectShape(
        "What an extractor found in one document. Offsets count Unicode code points from 0, half-open, in the text as "
            + "submitted.",
        [
            .always("schema", .choice([Annotation.schema]), "The version of this layout."),
            .always("document", key, "The key of the document: the SHA-256 of its bytes."),
            .always("textSha256", key, "The SHA-256 of the text; equals document."),
            .always("extractor", .string(length: 1...256), "The version of the program and model that made this."),
            .maybe("language", .string(length: 1...64), "The language of the body, a BCP 47 tag, where it is certain."),
            .maybe("unsupported", .boolean, "True for a language that the model does not read: sections only."),
            .maybe("title", .object(title), "The title, where the text has one."),
            .maybe("published", .object(published), "When the document was published."),
            .always(
                "sections", .list(.object(section)), "The parts of the text; they cover it without gap or overlap."),
            .always("mentions", .list(.object(mention)), "The places that speak of an entity."),
            .always("entities", .list(.object(entity)), "What the mentions stand for, in order of the first one."),
            .always("roles", .list(.object(role)), "The offices and ranks that the text gives."),
            .always("quotes", .list(.object(quote)), "What somebody said."),
            .always("dates", .list(.object(date)), "Dates, times, durations and sets."),
            .always("quantities", .list(.object(quantity)), "Numbers with what they count or measure."),
            .always("sources", .list(.object(source)), "The outlets and agencies that the text cites."),
        ])

    private static let key = Shape.string(pattern: "[0-9a-f]{64}")
    private static let country = Shape.string(pattern: "[A-Z]{2}")
    private static let reference = Shape.string(length: 1...64)
    private static let name = Shape.string(length: 1...Entity.longestName)
    private static let types = Shape.choice(EntityType.allCases.map(\.rawValue))

    /// Start and end, and the string between them where there is one.
    private static func span(text: String? = nil) -> [ObjectShape.Member] {
        let offsets: [ObjectShape.Member] = [
            .always("start", .integer(minimum: 0), "The first code point."),
            .always("end", .integer(minimum: 1), "The code point after the last."),
        ]
        return text.map { offsets + [.always("text", .string(length: 1...Entity.longestName), $0)] } ?? offsets
    }

    private static let exact = "The exact string from start to end."
    private static let title = ObjectShape("The title.", span(text: exact))

    private static let published = ObjectShape(
        "A date of publication.",
        [
            .always("value", .string(pattern: "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"), "ISO 8601: a day, month or year."),
            .always(
                "basis", .choice(["stated", "inferred", "given"]),
                "The text states it, it follows from the text, or a submission gave it (added by the service)."),
        ])

    private static let section = ObjectShape(
        "A part of the text.",
        [
            .always("kind", .choice(["title", "dateline", "heading", "body", "boilerplate"]), "What the part is.")
        ] + span() + [.maybe("language", .string(length: 1...64), "A BCP 47 tag, where it is certain.")])

    private static let mention = ObjectShape(
        "One place that speaks of an entity.",
        [.always("id", reference, "Unique in the document: m1, m2, … in order of start.")] + span(text: exact) + [
            .always("type", types, "The type of the name."),
            .maybe("subtype", .string(), "country, city or region for places, where it is certain."),
            .always("kind", .choice(["name", "nominal", "pronoun"]), "How it speaks."),
            .always("entity", reference, "The id of an entity of this document."),
            .always("confidence", .number(0...1), "A calibrated probability, to two decimals."),
        ])

    private static let entity = ObjectShape(
        "What mentions that mean the same thing stand for.",
        [
            .always("id", reference, "Unique in the document: e1, e2, …"),
            .always("type", types, "The type."),
            .maybe("subtype", .string(), "country, city or region for places, where it is certain."),
            .always("name", name, "The best form that the text has."),
            .always(
                "aliases", .list(name, maximum: Entity.maximumAliases), "The other forms, in order of appearance."),
            .maybe("country", country, "ISO 3166-1 alpha-2, for countries and what is theirs."),
            .maybe("wikidata", .string(), "The item of Wikidata."),
            .maybe("gazetteer", .string(), "The identifier that a user's gazetteer gives."),
            .maybe(
                "globalId", .string(pattern: "E[0-9a-f]{16}"),
                "The entity across documents; added by the service and by extract --stream, never by an extractor."),
        ])

    private static let role = ObjectShape(
        "An office or rank. The span is that of its words.",
        [
            .always("holder", reference, "The id of the entity that holds it."),
            .always("office", .string(), "The office."),
            .maybe("organization", reference, "The id of the entity of its organisation."),
            .maybe("country", country, "ISO 3166-1 alpha-2."),
        ] + span(text: exact))

    private static let quote = ObjectShape(
        "What somebody said, in their words or in the writer's.",
        [.always("kind", .choice(["direct", "indirect"]), "In their words (the span has the marks), or reported.")]
            + span(text: exact) + [
                .maybe("speaker", reference, "The id of the entity that speaks."),
                .maybe("speakerText", .string(), "The words by which the text names the speaker, known or not."),
                .maybe(
                    "speakerBasis", .choice(Quote.SpeakerBasis.allCases.map(\.rawValue)),
                    "How the speaker is known: the words name, point to or describe the speaker, or go on from before."),
                .maybe("confidence", .number(0...1), "The probability of the statement and its speaker."),
                .maybe("cue", .string(), "The verb or phrase that introduces the words."),
                .maybe("source", reference, "The id of the entity that reported them, where that is not the speaker."),
            ])

    private static let date = ObjectShape(
        "A date, time, duration or set.",
        span(text: exact) + [
            .always("type", .choice(["date", "time", "duration", "set"]), "What the value is."),
            .always("value", .string(length: 1...Entity.longestName), "The TIMEX3 value that the text alone gives."),
            .maybe("resolved", .string(), "What follows with the date of publication; absent without one."),
        ])

    private static let quantity = ObjectShape(
        "A number.",
        span(text: exact) + [
            .always("kind", .choice(["count", "money", "percent", "measure", "ordinal"]), "What the number is."),
            .maybe("value", .number(), "The number."),
            .maybe("unit", .string(), "What is counted, an ISO 4217 code, or a unit of measure."),
        ])

    private static let source = ObjectShape(
        "An outlet, agency or press service.",
        span(text: exact) + [.maybe("entity", reference, "The id of its entity.")])
}
