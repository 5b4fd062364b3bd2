import Annotation
import Extraction
import Foundation
import Testing

@testable import entitywire_lab

/// What the whole reading is worth on the samples, and whether the figures are those of the reference scorer.
@Suite struct GoldScoreTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let seeds = root.appending(path: "seeds")
    private static let gold = seeds.appending(path: "gold.json")
    /// A scorer written apart from ours, which is not part of the project.
    private static let reference = root.appending(path: "../shared/tools/score-gold")

    /// The F1 that each part had when it was last raised.
    private static let floors: [GoldScore.Part: Double] = [
        .names: 0.93, .persons: 0.96, .roles: 1, .directQuotes: 1, .speakers: 1, .dateSpans: 1, .openDates: 1,
        .resolvedDates: 1, .numbers: 1, .sources: 1, .boilerplate: 0.99,
    ]

    private static func annotations() throws -> [Annotation] {
        struct Sample: Decodable {
            var file: String
            var published: String
        }
        let extractor = try Extractor.standard()
        let manifest = seeds.appending(path: "manifest.jsonl").path
        return try JSONLines.read(Sample.self, path: manifest).map { sample in
            let text = try Data(contentsOf: seeds.appending(path: sample.file))
            return extractor.annotate(Array(text)).resolvingDates(published: sample.published)
        }
    }

    private static func score(_ annotations: [Annotation]) throws -> GoldScore {
        let found = try annotations.map { annotation in
            try CanonicalJSON.decode(FoundDocument.self, from: try CanonicalJSON.encode(annotation))
        }
        return GoldScore(gold: try GoldDocument.documents(in: [UInt8](Data(contentsOf: gold))), found: found)
    }

    @Test("No part of the reading of the samples falls below its floor, and each floor is as high as it can be")
    func floors() throws {
        let score = try Self.score(Self.annotations())
        #expect(score.missing == [])
        for (part, floor) in Self.floors {
            let f1 = score.tallies[part]?.figures.f1 ?? 0
            #expect(f1 >= floor, "\(part.rawValue)")
            #expect(f1 < floor + 0.02, "raise the floor of \(part.rawValue)")
        }
    }

    @Test("A text without an annotation is missed whole, and named")
    func missing() throws {
        let score = try Self.score([])
        #expect(score.missing.count == 5)
        #expect(score.tallies[.names]?.hit == 0 && score.tallies[.names]?.gold == 166)
    }

    @Test(
        "Our figures are those of the reference scorer, on good annotations and on spoilt ones",
        .enabled(if: FileManager.default.isExecutableFile(atPath: reference.path)))
    func sameAsTheReference() throws {
        let good = try Self.annotations()
        for annotations in [good, good.map(Self.spoilt), Array(good.dropLast(2)), []] {
            let ours = Dictionary(uniqueKeysWithValues: try Self.score(annotations).cells)
            #expect(try Self.referenceCells(annotations) == ours)
        }
    }

    /// Every third fact gone, every fifth moved, some of another entity or value.
    private static func spoilt(_ annotation: Annotation) -> Annotation {
        var result = annotation
        result.mentions = annotation.mentions.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
        for index in result.mentions.indices where index % 5 == 0 { result.mentions[index].start += 1 }
        for index in result.mentions.indices where index % 4 == 0 { result.mentions[index].entity = "e1" }
        result.roles = annotation.roles.enumerated().filter { $0.offset % 3 != 1 }.map(\.element)
        for index in result.quotes.indices { result.quotes[index].end -= index }
        for index in result.dates.indices where index % 3 == 0 { result.dates[index].value = "2024-02" }
        result.sections = annotation.sections.filter { $0.kind == .body }
        result.sources = []
        return result
    }

    private static func referenceCells(_ annotations: [Annotation]) throws -> [String: GoldScore.Cell] {
        let file = FileManager.default.temporaryDirectory.appending(path: "score-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let lines = try annotations.map { String(decoding: try CanonicalJSON.encode($0), as: UTF8.self) }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        let process = Process()
        process.executableURL = reference
        process.arguments = [gold.path, file.path, "--json"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let json = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode([String: GoldScore.Cell].self, from: json)
    }
}
