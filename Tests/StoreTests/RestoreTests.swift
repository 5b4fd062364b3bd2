import Foundation
import GRDB
import Testing
import Wire

@testable import Store

@Suite struct RestoreTests {
    private func failure(_ backup: String, _ path: String) -> StoreError? {
        do {
            _ = try Store.restore(backup, to: path, now: 1_700_000_000_000)
            return nil
        } catch {
            return error
        }
    }

    @Test func theBackupTakesThePlaceAndWhatWasThereIsKeptWithItsLog() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(try Sample().publish())
        let backup = "\(fixture.folder.path)/copy.db"
        _ = try await fixture.store.backUp(to: backup, command: "c1") { _, _ in }
        let later = Sample(person: "Marek Nowak")
        try await fixture.commit(try later.publish())
        try fixture.store.close()
        // As after a kill: the newest commits are in the log alone, and would be played into whatever lies there.
        let held = try DatabaseQueue(path: fixture.path)
        try await held.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0; UPDATE document SET title = 'in the log'")
        }
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: fixture.path + suffix, toPath: "\(fixture.folder.path)/killed.db\(suffix)")
        }
        let place = "\(fixture.folder.path)/killed.db"
        let restored = try Store.restore(backup, to: place, now: 1_700_000_000_000)
        #expect(restored.documents == 1)
        let replaced = try #require(restored.replaced)
        #expect(replaced == place + ".replaced-1700000000")

        let store = try StoreFixture.open(place)
        #expect(store.epoch != fixture.store.epoch)
        #expect(try await store.counts(now: fixture.now).documents == 1)
        #expect(try await store.document(DocumentParameters(document: Sample().key)).annotation != nil)
        try store.close()
        let titles = try await DatabaseQueue(path: replaced).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM document WHERE title = 'in the log'")
        }
        #expect(titles == 2)
        #expect(failure(backup, "\(fixture.folder.path)/new.db") == nil)
    }

    @Test func aCopyMadeWithAnotherToolGetsANewEpochToo() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(Sample().submit())
        let copy = "\(fixture.folder.path)/copy.db"
        let source = try DatabaseQueue(path: fixture.path)
        let target = try DatabaseQueue(path: copy)
        try source.backup(to: target)
        try target.close()
        let place = "\(fixture.folder.path)/new.db"
        _ = try Store.restore(copy, to: place, now: 0)
        let store = try StoreFixture.open(place)
        #expect(store.epoch != fixture.store.epoch)
        #expect(try await store.counts(now: fixture.now).documents == 1)
        try store.close()
    }

    @Test(.enabled(if: geteuid() == 0, "only root gives files away"))
    func whatRootRestoresBelongsToWhoeverOwnedTheDatabase() async throws {
        let fixture = try StoreFixture()
        let backup = "\(fixture.folder.path)/copy.db"
        _ = try await fixture.store.backUp(to: backup, command: "c1") { _, _ in }
        try fixture.store.close()
        chown(fixture.path, 12_345, 12_346)
        _ = try Store.restore(backup, to: fixture.path, now: 0)
        for path in [fixture.path, fixture.path + ".lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.ownerAccountID] as? Int == 12_345)
            #expect(attributes[.groupOwnerAccountID] as? Int == 12_346)
        }
    }

    @Test func nothingIsRestoredOverADatabaseThatAServiceHolds() async throws {
        let fixture = try StoreFixture()
        let backup = "\(fixture.folder.path)/copy.db"
        _ = try await fixture.store.backUp(to: backup, command: "c1") { _, _ in }
        #expect(failure(backup, fixture.path)?.code == .locked)
        try await fixture.commit(Sample().submit())
    }

    @Test func whatIsNoBackupIsRefusedAndTheDatabaseStays() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(Sample().submit())
        let used = try StoreFixture()
        try await used.commit(Sample().submit())
        let notes = "\(fixture.folder.path)/notes.txt"
        try Data(repeating: 65, count: 5_000).write(to: URL(filePath: notes))
        try fixture.store.close()
        let before = try Data(contentsOf: URL(filePath: fixture.path))
        #expect(failure("\(fixture.folder.path)/missing.db", fixture.path)?.code == .unusable)
        #expect(failure(notes, fixture.path)?.code == .foreign)
        #expect(failure(used.path, fixture.path)?.description.contains("-wal") == true)
        #expect(try Data(contentsOf: URL(filePath: fixture.path)) == before)
    }

    @Test func aDamagedBackupIsRefusedAndTheDatabaseStays() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(Sample(tail: String(repeating: "and so on ", count: 40_000)).submit())
        let backup = "\(fixture.folder.path)/copy.db"
        _ = try await fixture.store.backUp(to: backup, command: "c1") { _, _ in }
        try fixture.store.close()
        var bytes = try Data(contentsOf: URL(filePath: backup))
        let page = bytes.count / 4_096 * 2 / 3 * 4_096
        for index in page..<page + 4_096 { bytes[index] = 0x5A }
        try bytes.write(to: URL(filePath: backup))
        let before = try Data(contentsOf: URL(filePath: fixture.path))
        #expect(failure(backup, fixture.path)?.code == .damaged)
        #expect(try Data(contentsOf: URL(filePath: fixture.path)) == before)
    }

    @Test func aRefusedRestoreLeavesNothingBehindAndSaysWhyInWords() async throws {
        let fixture = try StoreFixture()
        let folder = fixture.folder.path
        try fixture.store.close()
        try Data().write(to: URL(filePath: "\(folder)/empty.db"))
        let stranger = try DatabaseQueue(path: "\(folder)/stranger.db")
        try await stranger.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 1") }
        try stranger.close()
        let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        for (backup, words) in [
            ("empty.db", "is empty"), ("stranger.db", "another application"), ("missing.db", "There is no backup"),
            ("", "is no file"),
        ] {
            for place in ["test.db", "new.db"] {
                let error = try #require(failure("\(folder)/\(backup)", "\(folder)/\(place)"))
                #expect(error.description.contains(words), "\(error)")
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
    }

    @Test func twoRestoresWithinASecondKeepBothThatWereReplaced() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(Sample().submit())
        let backup = "\(fixture.folder.path)/copy.db"
        _ = try await fixture.store.backUp(to: backup, command: "c1") { _, _ in }
        try fixture.store.close()
        let names = try (0..<3).map { _ in try Store.restore(backup, to: fixture.path, now: 1_000).replaced }
        #expect(names == ["", "-2", "-3"].map { "\(fixture.path).replaced-1\($0)" })
    }

    /// Somebody removed a database and left the log of a service that was killed.
    @Test func aLogThatWasLeftAloneIsNotPlayedIntoWhatIsRestored() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(Sample().submit())
        let backup = "\(fixture.folder.path)/copy.db"
        _ = try await fixture.store.backUp(to: backup, command: "c1") { _, _ in }
        try await fixture.commit(Sample(tail: "later").submit())
        let place = "\(fixture.folder.path)/killed.db"
        try FileManager.default.copyItem(atPath: fixture.path + "-wal", toPath: place + "-wal")
        #expect(throws: StoreError.self) { try Store(path: place) }
        _ = try Store.restore(backup, to: place, now: 1_000)
        #expect(FileManager.default.fileExists(atPath: place + ".replaced-1-wal"))
        let store = try StoreFixture.open(place)
        #expect(try await store.counts(now: fixture.now).documents == 1)
        try store.close()
    }

    @Test func aRestoreThatWasCutShortIsNotTakenForAnEmptyDatabase() async throws {
        let fixture = try StoreFixture()
        let backup = "\(fixture.folder.path)/copy.db"
        _ = try await fixture.store.backUp(to: backup, command: "c1") { _, _ in }
        let place = "\(fixture.folder.path)/new.db"
        try FileManager.default.copyItem(atPath: backup, toPath: place + ".restoring")
        let error = #expect(throws: StoreError.self) { try Store(path: place) }
        #expect(error?.description.contains("--restore") == true)
        #expect(failure(backup, place) == nil)
        try StoreFixture.open(place).close()
    }
}
