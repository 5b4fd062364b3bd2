import Annotation
import Foundation
import Testing

@testable import Extraction

/// The stages on the samples, with the names of the gold answer in place of a recogniser's.
@Suite struct SeedGoldTests {
    struct Gold: Decodable {
        struct Mention: Decodable {
            var start: Int
            var end: Int
        }
        struct Entity: Decodable {
            var canonical: String
            var type: String
            var mentions: [Mention]
        }
        struct Role: Decodable {
            var holder: String
            var start: Int
            var end: Int
        }
        var file: String
        var body: [[Int]]
        var entities: [Entity]
        var roles: [Role]
    }

    static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds")

    static func documents() throws -> [Gold] {
        let data = try Data(contentsOf: seeds.appendingPathComponent("gold.json"))
        return try JSONDecoder().decode([String: Gold].self, from: data).sorted { $0.key < $1.key }.map(\.value)
    }

    static func annotation(of gold: Gold) throws -> Annotation {
        let bytes = Array(try Data(contentsOf: seeds.appendingPathComponent(gold.file)))
        let offsets = CodePointOffsets(bytes)
        let body = gold.body.map { offsets.byte(atCodePoint: $0[0])..<offsets.byte(atCodePoint: $0[1]) }
        let text = TokenizedText(bytes).keeping(body)
        let names = gold.entities.flatMap { entity in
            entity.mentions.map { mention in
                let range = offsets.byte(atCodePoint: mention.start)..<offsets.byte(atCodePoint: mention.end)
                return MarkedText.name(range, label(entity.type), in: text)
            }
        }
        var reading = Reading(
            text: text, sections: [], language: "en",
            names: names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
        for stage in [EntityReader(), OfficeReader(), QuoteReader(), RoleReader()] as [any ReadingStage] {
            stage.read(&reading)
        }
        return reading.annotation(document: "key", extractor: "test")
    }

    static func label(_ type: String) -> String {
        switch type.split(separator: "/")[0] {
        case "NATIONALITY": "NORP"
        case "DESIGNATION": "MISC"
        default: String(type.split(separator: "/")[0])
        }
    }

    /// The entities that the gold's entity came out as.
    static func found(_ entity: Gold.Entity, in annotation: Annotation) -> Set<String> {
        let starts = Set(entity.mentions.map(\.start))
        return Set(annotation.mentions.filter { $0.kind == .name && starts.contains($0.start) }.map(\.entity))
    }

    @Test("each role of the samples goes to its holder, and there is no other")
    func roles() throws {
        for gold in try Self.documents() {
            let annotation = try Self.annotation(of: gold)
            let named = gold.roles.filter { role in gold.entities.contains { $0.canonical == role.holder } }
            #expect(annotation.roles.count == named.count, "\(gold.file)")
            for role in named {
                let holder = try #require(gold.entities.first { $0.canonical == role.holder })
                let holders = Self.found(holder, in: annotation)
                #expect(
                    annotation.roles.contains {
                        $0.start < role.end && role.start < $0.end && holders.contains($0.holder)
                    }, "\(gold.file) \(role.holder)")
            }
        }
    }

    @Test("no two entities of the samples are mixed, and at most one name among all stays apart from its own")
    func clusters() throws {
        var split = 0
        for gold in try Self.documents() {
            let annotation = try Self.annotation(of: gold)
            var owners: [String: String] = [:]
            for entity in gold.entities {
                let found = Self.found(entity, in: annotation)
                split += entity.type == "NATIONALITY" ? 0 : found.count - 1
                for one in found { #expect(owners.updateValue(entity.canonical, forKey: one) == nil, "\(gold.file)") }
            }
        }
        #expect(split <= 1)
    }
}
