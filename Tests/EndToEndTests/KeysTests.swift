import Foundation
import Testing

/// Keys from the command line to the running programs.
@Suite struct KeysTests {
    @Test(.timeLimit(.minutes(2)))
    func aHangupMakesTheServiceReadItsKeysAndGoOn() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func keys(_ arguments: String...) throws {
            let process = try RunningProcess("entitywire", ["keys"] + arguments + ["--keys", folder])
            #expect(process.waitForExit() == 0, "\(process.standardError)")
        }
        try keys("server")
        try keys("new", "late", "--output", folder)
        let deployment = try await Deployment(
            environment: ["ENTITYWIRE_KEYS": folder], options: ["--log-level", "info"])
        let status = ["status", "--quiet", "--key", "\(folder)/late.secret"]
        #expect(try deployment.client(status).code == 3)
        try keys("authorise", "\(folder)/late.public", "--permission", "query")
        deployment.service.signal(SIGHUP)
        while try deployment.client(status).code != 0 {}
        try keys("revoke", "late")
        deployment.service.signal(SIGHUP)
        while try deployment.client(status).code != 3 {}
        #expect(deployment.service.isRunning)
        deployment.service.signal(SIGTERM)
        #expect(deployment.service.waitForExit() == 0)
        let changes = deployment.service.standardError.split(separator: "\n").filter { $0.contains("list of keys") }
        #expect(changes.count == 2, "\(deployment.service.standardError)")
    }

    @Test(.timeLimit(.minutes(3)))
    func whoeverHasTheRightKeyWorksAndAsksAndNobodyElse() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let keys = ["--keys", folder]
        func run(_ arguments: String...) throws -> (code: Int32, errors: String) {
            let process = try RunningProcess("entitywire", arguments)
            return (process.waitForExit(), process.standardError)
        }
        #expect(try run("keys", "server", "--keys", folder).code == 0)
        for (name, permissions) in [("extractor", ["work"]), ("reader", ["submit", "query"]), ("operator", ["admin"])] {
            #expect(try run("keys", "new", name, "--keys", folder, "--output", folder).code == 0)
            let authorise = ["keys", "authorise", "\(folder)/\(name).public", "--permission"] + permissions + keys
            #expect(try RunningProcess("entitywire", authorise).waitForExit() == 0)
        }
        #expect(try run("keys", "new", "stranger", "--keys", folder, "--output", folder).code == 0)

        let deployment = try await Deployment(environment: ["ENTITYWIRE_KEYS": folder])
        try deployment.startExtractor(["--key", "\(folder)/extractor.secret"])
        func client(_ name: String, _ arguments: [String], input: String? = nil) throws -> (
            code: Int32, output: String, errors: String
        ) {
            try deployment.client(arguments + ["--key", "\(folder)/\(name).secret"], input: input)
        }
        let submitted = try client("reader", ["submit", "-", "--wait"], input: "Anna Example of Oslo met Jean Moreau.")
        #expect(submitted.code == 0, "\(submitted.errors)")
        let documents = try client("reader", ["documents", "Oslo", "--json"])
        #expect(documents.code == 0, "\(documents.errors)")
        let key = try #require(documents.output.split(separator: "\"").first { $0.count == 64 })
        #expect(try client("reader", ["delete", String(key)]).code == 3)
        #expect(try client("operator", ["delete", String(key)]).code == 0)
        for failed in [try client("stranger", ["status"]), try deployment.client(["status"])] {
            #expect(failed.code == 3)
            #expect(failed.errors.contains("key"), "\(failed.errors)")
        }

        #expect(try run("keys", "revoke", "reader", "--keys", folder).code == 0)
        while try client("reader", ["status"]).code == 0 {}
        let revoked = try client("reader", ["status"])
        #expect(revoked.code == 3)
        #expect(revoked.errors.contains("authorise"), "\(revoked.errors)")
    }
}
