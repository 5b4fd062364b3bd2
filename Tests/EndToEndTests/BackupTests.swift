import ClientKit
import Foundation
import GRDB
import Testing
import Wire

/// Backup while the service works, and restore, with the real programs.
@Suite struct BackupTests {
    private static func text(_ number: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(number))
        return MadeUpNews.text(number, using: &generator)
    }

    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test(.timeLimit(.minutes(5)))
    func aBackupUnderLoadIsPutInPlaceAndSubscribersAreToldOfTheNewEpoch() async throws {
        let deployment = try await Deployment()
        try deployment.startExtractor()
        let (before, position) = try await deployment.withClient { client in
            var before: [String] = []
            for number in 0..<60 { before.append(try await client.submit(Self.text(number)).document) }
            let backup = try RunningProcess(
                "entitywire", ["backup", "monday.db", "--json"] + deployment.connection)
            var number = 1_000
            repeat {
                _ = try await client.submit(Self.text(number))
                number += 1
            } while backup.isRunning
            #expect(backup.waitForExit() == 0, "\(backup.standardError)")
            #expect(backup.standardOutput.contains("\(deployment.backups)/monday.db"), "\(backup.standardOutput)")
            #expect(try Self.names(in: deployment.backups) == ["monday.db"])
            _ = try await deployment.waitUntilDone(client)
            return (before, try await client.position())
        }
        deployment.service.signal(SIGTERM)
        #expect(deployment.service.waitForExit() == 0)
        let restore = try RunningProcess(
            "entitywire-service", ["--database", deployment.database, "--restore", "monday.db"])
        #expect(restore.waitForExit() == 0, "\(restore.standardError)")
        #expect(restore.standardOutput.contains("Start the service"))
        #expect(try Self.names(in: deployment.folder.path).contains { $0.hasPrefix("case.db.replaced-") })

        try await deployment.restart()
        try await deployment.withClient { client in
            let status = try await deployment.waitUntilDone(client)
            #expect(status.epoch != position.epoch)
            #expect(status.queue.dead == 0)
            #expect(status.documents >= 60)
            for key in before { #expect(try await client.document(key).state == .done) }
            // Whoever comes with a position of before is told of the whole new history, from its start.
            var first: FeedRecord?
            for try await record in client.events(from: position) {
                first = record
                break
            }
            #expect(first?.epoch == status.epoch)
            #expect(first?.event.sequence == 1)
        }
        let verified = try deployment.client(["verify"])
        #expect(verified.code == 0, "\(verified.output) \(verified.errors)")
    }

    @Test(.timeLimit(.minutes(2)))
    func aBackupThatAKillCutShortIsMadeOnceTheServiceIsBack() async throws {
        let deployment = try await Deployment(environment: ["ENTITYWIRE_CRASH_AT": "during-backup:1"])
        _ = try deployment.client(["submit", "-"], input: "Report one from Oslo.")
        let backup = try RunningProcess("entitywire", ["backup", "night.db"] + deployment.connection)
        #expect(deployment.service.waitForExit() == 128 + SIGKILL)
        #expect(try Self.names(in: deployment.backups).contains("night.db.case.db.partial"))
        try await deployment.restart()
        #expect(backup.waitForExit() == 0, "\(backup.standardError)")
        #expect(try Self.names(in: deployment.backups) == ["night.db"])
        let documents = try await DatabaseQueue(path: "\(deployment.backups)/night.db").read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM documents")
        }
        #expect(documents == 1)
    }

    @Test(.timeLimit(.minutes(2)))
    func whatCannotBeBackedUpOrRestoredIsSaidAndNothingIsWritten() async throws {
        let deployment = try await Deployment()
        let first = try deployment.client(["backup", "a.db"])
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.errors.contains("at the service's host"))
        for (name, words) in [("a.db", "there already"), ("../b.db", "without a folder"), ("/tmp/c.db", "folder")] {
            let refused = try deployment.client(["backup", name])
            #expect(refused.code == 3, "\(name)")
            #expect(refused.errors.contains(words), "\(refused.errors)")
        }
        #expect(try Self.names(in: deployment.backups) == ["a.db"])
        let held = try RunningProcess("entitywire-service", ["--database", deployment.database, "--restore", "a.db"])
        #expect(held.waitForExit() != 0)
        #expect(held.standardError.contains("stop that one"), "\(held.standardError)")
    }

    @Test(.timeLimit(.minutes(2)))
    func aFolderThatIsNotThereIsNamed() async throws {
        let deployment = try await Deployment(environment: ["ENTITYWIRE_BACKUPS": "/does/not/exist"])
        let refused = try deployment.client(["backup", "a.db"])
        #expect(refused.code == 3)
        #expect(refused.errors.contains("/does/not/exist"), "\(refused.errors)")
    }
}
