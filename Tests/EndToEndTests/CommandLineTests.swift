import Foundation
import Testing

/// The client as its users meet it: words, tables, exit codes.
@Suite struct CommandLineTests {
    static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("seeds")

    @Test(.timeLimit(.minutes(3)))
    func theMainJobRunsFromTheCommandLine() async throws {
        let deployment = try await Deployment()
        try deployment.startExtractor()
        let submitted = try deployment.client([
            "submit", Self.seeds.path, "--manifest", Self.seeds.appendingPathComponent("manifest.jsonl").path, "--wait",
        ])
        #expect(submitted.code == 0, "\(submitted.errors)")
        #expect(submitted.errors.contains("Accepted 5 · already there 0 · refused 0"), "\(submitted.errors)")

        let again = try deployment.client([
            "submit", Self.seeds.path, "--manifest", Self.seeds.path + "/manifest.jsonl",
        ])
        #expect(again.errors.contains("Accepted 0 · already there 5 · refused 0"), "\(again.errors)")

        let entity = try deployment.client(["entity", "Stoltenberg", "--json"])
        #expect(entity.code == 0, "\(entity.errors)")
        #expect(entity.output.contains("Jens Stoltenberg"))

        let documents = try deployment.client(["documents", "Bydgoszcz", "--json"])
        #expect(documents.output.split(separator: "\n").count == 2, "\(documents.output)")

        let verified = try deployment.client(["verify"])
        #expect(verified.code == 0, "\(verified.output) \(verified.errors)")
        let export = try deployment.client(["export", "annotations"])
        #expect(export.output.split(separator: "\n").count == 5)
        let status = try deployment.client(["status"])
        #expect(status.code == 0 && !status.output.isEmpty)
    }

    @Test(.timeLimit(.minutes(2)))
    func aDeletedDocumentIsGoneAndItsTombstoneStays() async throws {
        let deployment = try await Deployment()
        try deployment.startExtractor()
        _ = try deployment.client(
            ["submit", "-", "--wait"], input: "Anna Example of Oslo met Jean-Luc Moreau in Paris.")
        let list = try deployment.client(["documents", "--json"])
        let key = try #require(list.output.split(separator: "\"").first { $0.count == 64 }).prefix(12)
        #expect(try deployment.client(["delete", String(key)]).code == 0)
        #expect(try deployment.client(["documents", "Oslo"]).code == 1)
        #expect(try deployment.client(["export", "annotations"]).output.isEmpty)
    }

    @Test(
        arguments: [
            (["entity", "Nobody Atall"], 1), (["document", "00000000"], 1), (["documents", "--limit", "none"], 2),
            (["dance"], 2), (["submit", "/does/not/exist.txt"], 3), (["call", "dance"], 3),
        ] as [([String], Int32)])
    func everyKindOfFailureHasItsExitCodeAndASentence(arguments: [String], code: Int32) async throws {
        let deployment = try await Deployment()
        let result = try deployment.client(arguments)
        #expect(result.code == code, "\(result.errors)")
        #expect(!result.errors.isEmpty)
        #expect(result.output.isEmpty)
    }

    @Test func aServiceThatIsNotThereIsExitCode4() throws {
        let process = try RunningProcess("entitywire", ["status", "--query-port", "9", "--timeout", "2"])
        #expect(process.waitForExit() == 4)
        #expect(process.standardError.contains("tcp://127.0.0.1:9"), "\(process.standardError)")
    }
}
