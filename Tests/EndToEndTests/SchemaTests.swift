import Foundation
import Testing

/// The published schemas, by a validator of the field, against what the programs write.
@Suite final class SchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let python = ProcessInfo.processInfo.environment["ENTITYWIRE_PYTHON"]

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entitywire-schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ name: String, _ content: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(content.utf8).write(to: url)
        return url.path
    }

    /// What the validator says of lines.
    private func check(_ lines: String, against schema: String) throws -> (code: Int32, words: String) {
        let path = try file("lines.jsonl", lines)
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        process.arguments = [
            Self.root.appending(path: "Tests/EndToEndTests/Python/schema_check.py").path,
            Self.root.appending(path: "Sources/Wire/Wire.docc/\(schema)").path, path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, words)
    }

    @Test(.enabled(if: python != nil, "deploy/test sets ENTITYWIRE_PYTHON"), .timeLimit(.minutes(2)))
    func whatTheExtractorWritesHasThePublishedForm() throws {
        let seeds = Self.root.appending(path: "seeds")
        let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path).filter { $0.hasSuffix(".txt") }
        let files = names.map { seeds.appending(path: $0).path }
        let extract = try RunningProcess("entitywire", ["extract"] + files + ["--json", "--published", "2024-02-15"])
        #expect(extract.waitForExit() == 0, "\(extract.standardError)")
        let annotations = try check(extract.standardOutput, against: "annotation.schema.json")
        #expect(annotations.code == 0, "\(annotations.words)")
        #expect(annotations.words.contains("5 lines, 0 faults"))

        let lines = try names.map { name in
            let text = try String(contentsOf: seeds.appending(path: name), encoding: .utf8)
            let line = try JSONSerialization.data(withJSONObject: ["id": name, "text": text, "published": "2024-02"])
            return String(decoding: line, as: UTF8.self)
        }
        let input = try file("in.jsonl", (lines + ["no", "", #"{"id":1}"#]).joined(separator: "\n"))
        let stream = try RunningProcess("entitywire", ["extract", "--stream", input, "--jobs", "2"])
        #expect(stream.waitForExit() == 0, "\(stream.standardError)")
        let outputs = try check(stream.standardOutput, against: "stream.schema.json")
        #expect(outputs.code == 0, "\(outputs.words)")
        #expect(outputs.words.contains("8 lines, 0 faults"))
    }

    @Test(.enabled(if: python != nil, "deploy/test sets ENTITYWIRE_PYTHON"), .timeLimit(.minutes(1)))
    func aDepartureIsFound() throws {
        let wrong = try check(#"{"id":5,"error":{"code":"odd","message":"m"},"more":1}"#, against: "stream.schema.json")
        #expect(wrong.code == 1)
        #expect(wrong.words.contains("3 faults"), "\(wrong.words)")
    }
}
