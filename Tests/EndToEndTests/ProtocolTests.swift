import Foundation
import Testing

/// The specification is enough to write a program in another language.
@Suite struct ProtocolTests {
    /// Set by deploy/test to a Python that has pyzmq.
    static let python = ProcessInfo.processInfo.environment["ENTITYWIRE_PYTHON"]
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    @Test(.enabled(if: python != nil, "deploy/test sets ENTITYWIRE_PYTHON"), .timeLimit(.minutes(2)))
    func aPythonProgramSpeaksEveryMessageOfTheSpecification() async throws {
        let deployment = try await Deployment(lease: 30)
        let (code, output) = try Self.run(
            Self.folder.appendingPathComponent("Python/protocol_check.py").path,
            ["work", "query", "feed"].map { "\(deployment.ports[$0] ?? 0)" })
        #expect(code == 0, "\(output)")
        #expect(output.contains("checks passed"))
        #expect(deployment.service.isRunning)
    }

    @Test(.enabled(if: python != nil, "deploy/test sets ENTITYWIRE_PYTHON"), .timeLimit(.minutes(2)))
    func theProgramOfTheReadmeRuns() async throws {
        let readme = try String(
            contentsOf: Self.folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "README.md"),
            encoding: .utf8)
        let block = try #require(
            readme.split(separator: "<!-- python-client -->").dropFirst().first?.split(
                separator: "<!-- /python-client -->"
            ).first)
        let code = block.split(separator: "\n").filter { !$0.hasPrefix("```") }
        #expect(code.count <= 16, "the README promises a short program")
        let deployment = try await Deployment()
        try deployment.startExtractor()
        let script = deployment.folder.appendingPathComponent("client.py")
        let ports = ["WORK", "QUERY"].map { name in
            "import os; os.environ[\"ENTITYWIRE_\(name)_PORT\"] = \"\(deployment.ports[name.lowercased()] ?? 0)\""
        }
        try (ports + code.map(String.init)).joined(separator: "\n").write(to: script, atomically: true, encoding: .utf8)
        let (status, output) = try Self.run(script.path, ["Amina Okafor visited Norway on Friday."])
        #expect(status == 0, "\(output)")
        #expect(output.contains("PERSON Amina Okafor") && output.contains("LOC Norway"), "\(output)")
    }

    static func run(_ script: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python ?? "")
        process.arguments = [script] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
