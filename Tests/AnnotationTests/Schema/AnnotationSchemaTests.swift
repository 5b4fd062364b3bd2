import Foundation
import Testing

@testable import Annotation

/// The schema says what the type has, no more and no less.
@Suite struct AnnotationSchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// An annotation in which nothing is absent.
    private static var full: Annotation {
        var annotation = Annotation(document: String(repeating: "0a", count: 32), extractor: "x")
        annotation.language = "en"
        annotation.unsupported = true
        annotation.title = TextSpan(start: 0, end: 3, text: "Zoë")
        annotation.published = Published(value: "2024-02-15", basis: .given)
        annotation.sections = [Section(kind: .title, start: 0, end: 5, language: "en")]
        annotation.mentions = [
            Mention(
                id: "m1", start: 0, end: 3, text: "Zoë", type: .person, subtype: "s", entity: "e1", confidence: 0.97)
        ]
        var entity = Entity(
            id: "e1", type: .person, subtype: "s", name: "Zoë", aliases: ["Z"], country: "LV", wikidata: "Q1",
            gazetteer: "g")
        entity.globalId = "E0123456789abcdef"
        annotation.entities = [entity]
        annotation.roles = [
            Role(holder: "e1", office: "o", organization: "e1", country: "LV", start: 0, end: 1, text: "o")
        ]
        annotation.quotes = [
            Quote(
                kind: .direct, start: 0, end: 1, text: "q", speaker: "e1", speakerText: "the minister",
                speakerBasis: .described, confidence: 0.8, cue: "said", source: "e1")
        ]
        annotation.dates = [
            DateExpression(start: 0, end: 1, text: "d", type: .set, value: "XXXX", resolved: "2024")
        ]
        annotation.quantities = [Quantity(start: 0, end: 1, text: "1", kind: .count, value: 1.5, unit: "ships")]
        annotation.sources = [Source(start: 0, end: 1, text: "s", entity: "e1")]
        return annotation
    }

    @Test func theSampleLeavesNothingOut() {
        func search(_ value: Any, _ path: String) {
            for child in Mirror(reflecting: value).children {
                let place = "\(path).\(child.label ?? "")"
                let isAbsent = Mirror(reflecting: child.value).displayStyle == .optional && "\(child.value)" == "nil"
                #expect(!isAbsent, "Give \(place) a value in the sample, and a member in AnnotationSchema.")
                search(child.value, place)
            }
        }
        search(Self.full, "annotation")
    }

    @Test func everyFieldThatIsWrittenHasItsMemberAndTheOtherWayRound() throws {
        let json = try CanonicalJSON.encode(Self.full)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        Self.compare(object, AnnotationSchema.annotation, "annotation")
    }

    private static func compare(_ object: [String: Any], _ shape: ObjectShape, _ path: String) {
        #expect(Set(object.keys) == Set(shape.members.map(\.name)), "\(path)")
        for member in shape.members {
            let value = object[member.name]
            switch member.shape {
            case .object(let inner): compare(value as? [String: Any] ?? [:], inner, "\(path).\(member.name)")
            case .list(.object(let inner), _):
                for item in value as? [[String: Any]] ?? [[:]] { compare(item, inner, "\(path).\(member.name)") }
            default: break
            }
        }
    }

    @Test func aFullAnnotationHasTheShapeAndSoHasAnEmptyOne() throws {
        #expect(AnnotationSchema.annotation.faults(in: try CanonicalJSON.encode(Self.full), limit: 9) == [])
        let empty = Annotation(document: Self.full.document, extractor: "x")
        #expect(AnnotationSchema.annotation.faults(in: try CanonicalJSON.encode(empty), limit: 9) == [])
    }

    @Test func whatIsRequiredCannotBeReadWithoutAndTheRestCan() throws {
        let json = try CanonicalJSON.encode(Self.full)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        try Self.remove(from: object, AnnotationSchema.annotation) { $0 }
    }

    /// Takes each member away in turn, in the first object of each list too.
    private static func remove(
        from object: [String: Any], _ shape: ObjectShape, _ whole: ([String: Any]) -> [String: Any]
    ) throws {
        for member in shape.members {
            let without = whole(object.filter { $0.key != member.name })
            let data = try JSONSerialization.data(withJSONObject: without)
            let isRead = (try? CanonicalJSON.decode(Annotation.self, from: data)) != nil
            #expect(isRead != member.isRequired, "\(member.name)")
            let faults = AnnotationSchema.annotation.faults(in: Array(data), limit: 9)
            #expect(faults.isEmpty != member.isRequired, "\(member.name): \(faults)")
            switch (member.shape, object[member.name]) {
            case (.object(let inner), let value as [String: Any]):
                try remove(from: value, inner) { whole(object.merging([member.name: $0]) { $1 }) }
            case (.list(.object(let inner), _), let items as [[String: Any]]):
                try remove(from: items[0], inner) { whole(object.merging([member.name: [$0]]) { $1 }) }
            default: break
            }
        }
    }

    @Test(
        arguments: [
            (#""language":"en""#, #""language":7"#, "language is not a string."),
            (#""unsupported":true"#, #""unsupported":"yes""#, "unsupported is not true or false."),
            (#""schema":"entitywire/1""#, #""schema":"2""#, "schema is none of entitywire/1."),
            (#""confidence":0.97"#, #""confidence":1.5"#, "mentions[0].confidence lies outside 0.0 to 1.0."),
            (#""country":"LV""#, #""country":"lv""#, "entities[0].country does not match [A-Z]{2}."),
            (#""aliases":["Z"]"#, #""aliases":[""]"#, "entities[0].aliases[0] has 0 characters, not 1 to 4194304."),
            (#""aliases":["Z"]"#, #""aliases":"Z""#, "entities[0].aliases is not a list."),
            (#""sources":[{"#, #""sources":[1,{"#, "sources[0] is not an object."),
            (#""end":5,"kind":"title""#, #""end":0.5,"kind":"title""#, "sections[0].end is not a whole number from 1."),
            (
                #""kind":"title""#, #""kind":"footer""#,
                "sections[0].kind is none of title, dateline, heading, body, boilerplate."
            ),
            (#""holder":"e1","#, "", "roles[0].holder is missing."),
        ])
    func aDepartureIsNamedByItsPlace(old: String, new: String, fault: String) throws {
        let json = String(decoding: try CanonicalJSON.encode(Self.full), as: UTF8.self)
        let changed = json.replacingOccurrences(of: old, with: new)
        #expect(changed != json)
        #expect(AnnotationSchema.annotation.faults(in: Array(changed.utf8), limit: 9).contains(fault))
    }

    @Test func allFaultsAreNamedUpToTheLimit() throws {
        let json = #"{"schema":1,"document":"x","sections":[{},{}]}"#
        let faults = AnnotationSchema.annotation.faults(in: Array(json.utf8), limit: 100)
        for field in ["schema", "document", "textSha256", "extractor", "sections[0].kind", "sections[1].end", "quotes"]
        {
            #expect(faults.contains { $0.hasPrefix("\(field) ") }, "\(field)")
        }
        #expect(AnnotationSchema.annotation.faults(in: Array(json.utf8), limit: 3) == Array(faults.prefix(3)))
        #expect(AnnotationSchema.annotation.faults(in: Array("[1]".utf8), limit: 3) == ["It is not an object."])
        #expect(AnnotationSchema.annotation.faults(in: Array("{".utf8), limit: 3) == ["It is not valid JSON."])
    }

    /// `ENTITYWIRE_WRITE_SCHEMAS=1 swift test --filter Schema` writes the files anew after a change.
    @Test func thePublishedSchemaIsThisOne() throws {
        let file = Self.root.appending(path: "Sources/Wire/Wire.docc/annotation.schema.json")
        let schema = try AnnotationSchema.annotation.jsonSchema(title: "EntityWire annotation")
        if ProcessInfo.processInfo.environment["ENTITYWIRE_WRITE_SCHEMAS"] != nil {
            try Data(schema.utf8).write(to: file)
        }
        let published = try? String(contentsOf: file, encoding: .utf8)
        #expect(published == schema)
    }

    @Test func theSpecificationDescribesEveryField() throws {
        let file = Self.root.appending(path: "Sources/Wire/Wire.docc/Protocol.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let chapter = try #require(text.components(separatedBy: "\n## The annotation\n").dropFirst().first)
            .components(separatedBy: "\n## ")[0]
        func search(_ shape: ObjectShape) {
            for member in shape.members {
                #expect(chapter.contains("`\(member.name)`"), "\(member.name)")
                switch member.shape {
                case .object(let inner), .list(.object(let inner), _): search(inner)
                case .choice(let values):
                    for value in values { #expect(chapter.contains("`\(value)`"), "\(member.name): \(value)") }
                default: break
                }
            }
        }
        search(AnnotationSchema.annotation)
    }
}
