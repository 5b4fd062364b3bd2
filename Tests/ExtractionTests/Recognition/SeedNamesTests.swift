import Annotation
import Foundation
import Testing

@testable import Extraction

/// What the shipped model is worth on the samples, scored as `score-gold` does: exact span and type, over the bodies.
@Suite struct SeedNamesTests {
    private struct Gold: Decodable {
        struct Span: Decodable {
            var start: Int?
            var end: Int?
            var part: String?
        }
        struct Entity: Decodable {
            var type: String
            var mentions: [Span]
        }
        var file: String
        var entities: [Entity]
        var borderline: [Span]?
    }

    private struct Name: Hashable {
        var start: Int
        var end: Int
        var type: String
    }

    @Test func theShippedModelFindsTheNamesOfTheSamples() throws {
        let extractor = try Extractor.standard()
        let data = try Data(contentsOf: SeedGoldTests.seeds.appendingPathComponent("gold.json"))
        var (right, found, gold) = (0, 0, 0)
        for document in try JSONDecoder().decode([String: Gold].self, from: data).values {
            let text = try Data(contentsOf: SeedGoldTests.seeds.appendingPathComponent(document.file))
            let expected = Self.names(document)
            let names = Set(
                extractor.annotate(Array(text)).mentions.filter { $0.kind == .name }
                    .map { Name(start: $0.start, end: $0.end, type: Self.type($0.type.rawValue)) })
            right += names.intersection(expected).count
            gold += expected.count
            let edges = (document.borderline ?? []).filter { $0.part == nil || $0.part == "names" }
            found +=
                names.filter { name in
                    expected.contains(name)
                        || !edges.contains { $0.start ?? 0 < name.end && name.start < $0.end ?? 0 }
                }.count
        }
        let f1 = 2 * Double(right) / Double(found + gold)
        #expect(f1 >= 0.92, "\(right) of \(gold), \(found) found")
    }

    private static func names(_ document: Gold) -> Set<Name> {
        Set(
            document.entities.flatMap { entity in
                entity.mentions.compactMap { span in
                    guard let start = span.start, let end = span.end else { return nil }
                    return Name(start: start, end: end, type: type(SeedGoldTests.label(entity.type)))
                }
            })
    }

    /// Facilities count as places.
    private static func type(_ name: String) -> String { name == "FAC" || name == "FACILITY" ? "LOC" : name }
}
