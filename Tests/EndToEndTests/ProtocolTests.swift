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

    /// `worker`: the package's own worker, in place of an extractor of ours.
    @Test(
        .enabled(if: python != nil, "deploy/test sets ENTITYWIRE_PYTHON"), .timeLimit(.minutes(3)),
        arguments: [false, true])
    func thePythonPackagePassesItsTests(worker: Bool) async throws {
        let deployment = try await Deployment(lease: 30)
        if !worker { try deployment.startExtractor() }
        var environment = ["PYTHONPATH": Self.package.path]
        if worker { environment["ENTITYWIRE_TEST_WORKER"] = "1" }
        for name in ["work", "query", "feed"] {
            environment["ENTITYWIRE_\(name.uppercased())_PORT"] = "\(deployment.ports[name] ?? 0)"
        }
        let script = Self.folder.appendingPathComponent("Python/test_package.py").path
        let (code, output) = try Self.run(script, [], environment: environment)
        #expect(code == 0, "\(output)")
        #expect(output.contains("OK (skipped=\(worker ? 7 : 1))"), "\(output)")
    }

    static let package = folder.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/entitywire-python/src")

    static func run(
        _ script: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python ?? "")
        process.arguments = [script] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
