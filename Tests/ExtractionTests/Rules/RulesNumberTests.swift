import Annotation
import Extraction
import Foundation
import Testing

/// Results of other rules are another version: no annotation of a known text changes without a new number.
///
/// `Annotations.txt` has the version on its first line, then a line for each text: the beginning of its key, and of the
/// hash of its annotation. Where a rule has changed: raise `Extractor.rules` by one, then write the file anew with
/// `ENTITYWIRE_RECORD=1 swift test --filter RulesNumberTests`. A text that is new to the file needs no new number.
@Suite struct RulesNumberTests {
    private struct Record: Equatable {
        var version: String
        /// By the beginning of the document's key.
        var hashes: [String: String]
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let file = root.appending(path: "Tests/ExtractionTests/Rules/Annotations.txt")

    @Test func noAnnotationChangesWithoutANewNumber() throws {
        let known = try Self.known()
        let present = try Self.present()
        if known.version == present.version {
            let changed = present.hashes.filter { text, hash in known.hashes[text] != hash && known.hashes[text] != nil
            }
            #expect(changed.isEmpty, "annotations changed under \(known.version): raise Extractor.rules, record anew")
            guard changed.isEmpty else { return }
        }
        if ProcessInfo.processInfo.environment["ENTITYWIRE_RECORD"] != nil {
            try Self.write(present)
        } else {
            #expect(known == present, "record the annotations of \(present.version), see RulesNumberTests")
        }
    }

    /// The samples, and the texts of the cases.
    private static func texts() throws -> [[UInt8]] {
        struct Case: Decodable { var text: String }
        let files = FileManager.default
        let seeds = root.appending(path: "seeds")
        let samples = try files.contentsOfDirectory(atPath: seeds.path).filter { $0.hasSuffix(".txt") }.sorted()
            .map { [UInt8](try Data(contentsOf: seeds.appending(path: $0))) }
        let cases = root.appending(path: "Tests/ExtractionTests/Cases")
        let lines = try files.contentsOfDirectory(atPath: cases.path).filter { $0.hasSuffix(".jsonl") }.sorted()
            .flatMap { try Data(contentsOf: cases.appending(path: $0)).split(separator: 0x0A) }
        return samples + (try lines.map { Array(try JSONDecoder().decode(Case.self, from: $0).text.utf8) })
    }

    private static func present() throws -> Record {
        let extractor = try Extractor.standard()
        var hashes: [String: String] = [:]
        for text in try texts() {
            var annotation = extractor.annotate(text)
            annotation.extractor = ""
            hashes[short(DocumentKey.of(text))] = short(DocumentKey.of([UInt8](try CanonicalJSON.encode(annotation))))
        }
        return Record(version: extractor.version, hashes: hashes)
    }

    private static func short(_ key: String) -> String { String(key.prefix(12)) }

    private static func known() throws -> Record {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let pairs = lines.dropFirst().map { $0.split(separator: " ") }.filter { $0.count == 2 }
        return Record(
            version: String(lines.first ?? ""),
            hashes: Dictionary(pairs.map { (String($0[0]), String($0[1])) }) { $1 })
    }

    private static func write(_ record: Record) throws {
        let lines = [record.version] + record.hashes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
}
