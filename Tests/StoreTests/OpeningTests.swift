import Foundation
import GRDB
import Testing
import Wire

@testable import Store

@Suite struct OpeningTests {
    private func failure(_ path: String) -> StoreError? {
        do {
            _ = try Store(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func aSecondServiceIsRefusedAndTheFileNamed() throws {
        let fixture = try StoreFixture()
        let error = try #require(failure(fixture.path))
        #expect(error.code == .locked)
        #expect(error.description.contains(fixture.path + ".lock"))
        try fixture.store.close()
        #expect(failure(fixture.path) == nil)
    }

    @Test func aLinkToAnOpenDatabaseIsRefusedToo() throws {
        let fixture = try StoreFixture()
        let link = fixture.path + ".link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: fixture.path)
        let error = try #require(throws: StoreError.self) { try Store(path: link) }
        #expect(error.code == .locked)
    }

    @Test func aNewerLayoutIsRefusedUntouched() throws {
        let fixture = try StoreFixture()
        try fixture.store.close()
        try DatabaseQueue(path: fixture.path).write { db in try db.execute(sql: "PRAGMA user_version = 99") }
        let error = try #require(failure(fixture.path))
        #expect(error.code == .newer)
        #expect(error.description.contains("99"))
    }

    @Test func theDatabaseOfAnotherApplicationIsRefusedUntouched() throws {
        let fixture = try StoreFixture()
        let other = fixture.folder.appending(path: "other.db").path
        try DatabaseQueue(path: other).write { db in try db.execute(sql: "CREATE TABLE theirs (id)") }
        let before = try Data(contentsOf: URL(filePath: other))
        #expect(failure(other)?.code == .foreign)
        #expect(try Data(contentsOf: URL(filePath: other)) == before)
    }

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        let fixture = try StoreFixture()
        let other = fixture.folder.appending(path: "notes.txt").path
        try Data(repeating: 65, count: 5_000).write(to: URL(filePath: other))
        #expect(failure(other)?.code == .foreign)
    }

    @Test func aPathThatCannotBeWrittenIsNamed() throws {
        let error = try #require(failure("/nonexistent/folder/x.db"))
        #expect(error.code == .unusable)
        #expect(error.description.contains("/nonexistent/folder/x.db"))
    }

    @Test(arguments: ["", ":memory:", "file:x.db", "/dev/null", "/tmp", "/tmp/"])
    func whatIsNoPlaceForAFileIsRefusedAndNothingMade(_ path: String) throws {
        let before = FileManager.default.fileExists(atPath: path)
        #expect(failure(path)?.code == .unusable)
        for made in [path + ".lock", path + "-wal"] { #expect(!FileManager.default.fileExists(atPath: made)) }
        #expect(FileManager.default.fileExists(atPath: path) == before)
    }

    @Test func aRefusedFileGetsNoLockBesideIt() throws {
        let fixture = try StoreFixture()
        let other = fixture.folder.appending(path: "other.db").path
        try DatabaseQueue(path: other).write { db in try db.execute(sql: "CREATE TABLE theirs (id)") }
        #expect(failure(other)?.code == .foreign)
        #expect(!FileManager.default.fileExists(atPath: other + ".lock"))
    }

    @Test func damageAfterAnUncleanEndIsFound() throws {
        let fixture = try StoreFixture()
        try fixture.store.close()
        try DatabaseQueue(path: fixture.path).write { db in
            try db.execute(sql: "UPDATE meta SET value = '0' WHERE name = 'clean'")
        }
        var bytes = try Data(contentsOf: URL(filePath: fixture.path))
        for index in (bytes.count / 2)..<bytes.count - 100 { bytes[index] = 0x5A }
        try bytes.write(to: URL(filePath: fixture.path))
        let error = try #require(failure(fixture.path))
        #expect(error.code == .damaged || error.code == .unusable)
    }

    @Test func commitsAreSyncedAndReadersCannotWrite() async throws {
        let fixture = try StoreFixture()
        let settings = try await fixture.store.settings()
        #expect(settings == ["synchronous": 2, "foreign_keys": 1, "journal": 1, "readerWrites": 0])
    }

    @Test func theEpochStays() throws {
        let fixture = try StoreFixture()
        let epoch = fixture.store.epoch
        #expect(epoch.utf8.count == 16)
        try fixture.reopen()
        #expect(fixture.store.epoch == epoch)
        #expect(try StoreFixture().store.epoch != epoch)
    }
}

extension Store {
    /// What the connections really run with.
    fileprivate func settings() async throws -> [String: Int] {
        var settings = try await writing { db in
            [
                "synchronous": try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1,
                "foreign_keys": try Int.fetchOne(db, sql: "PRAGMA foreign_keys") ?? -1,
                "journal": try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" ? 1 : 0,
            ]
        }
        settings["readerWrites"] = try await read(deadlineMs: 300_000) { db in
            (try? db.execute(sql: "INSERT INTO meta VALUES ('x', 'y')")) == nil ? 0 : 1
        }
        return settings
    }
}
