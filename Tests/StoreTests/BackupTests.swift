import Foundation
import GRDB
import Synchronization
import Testing
import Wire

@testable import Store

@Suite struct BackupTests {
    /// A text large enough for a few of them to take several steps.
    private static func large(_ number: Int) -> Sample {
        Sample(tail: String(repeating: "Nothing else was said in hall \(number). ", count: 4_000))
    }

    private static func filled(_ options: StoreOptions = StoreOptions()) async throws -> StoreFixture {
        let fixture = try StoreFixture(options: options)
        try await fixture.commit(try Sample(tail: "published").publish())
        for number in 0..<24 { try await fixture.commit(large(number).submit()) }
        return fixture
    }

    private static func error(_ body: () async throws -> Void) async -> WireError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? WireError
        }
    }

    @Test func aBackupHoldsWhatWasThereBeforeAndItsStepsGoOnWhileOthersWrite() async throws {
        let fixture = try await Self.filled()
        let path = fixture.folder.appending(path: "copy.db").path
        let steps = Mutex<[Int]>([])
        let store = fixture.store
        let made = try await withThrowingTaskGroup(of: Void.self) { group in
            // Enough for some between the steps; more than the copy takes does no harm.
            group.addTask {
                for number in 100..<160 {
                    _ = try await store.commit([Sample(tail: "\(number)").submit()], now: 1_700_000_000_000)
                }
            }
            let made = try await store.backUp(to: path, command: "c1") { done, _ in steps.withLock { $0.append(done) } }
            try await group.waitForAll()
            return made
        }
        let seen = steps.withLock { $0 }
        #expect(seen.count > 2)
        #expect(seen == seen.sorted(), "a write began the copy again")
        #expect(made.file == path)
        #expect(made.documents >= 25)
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path).sorted().first == "copy.db")

        let copy = try StoreFixture.open(path)
        let counts = try await copy.counts(now: fixture.now)
        #expect(counts.documents == made.documents)
        #expect(counts.queue.done == 1)
        for number in 0..<24 {
            let document = try await copy.document(DocumentParameters(document: Self.large(number).key))
            #expect(document.text.utf8.count == Self.large(number).text.count)
        }
        #expect(try await copy.since(Since(epoch: nil, sequence: 0)).answer.last == made.last)
        try copy.close()
    }

    @Test func aCopyHasAnotherEpochAndDrawsANewOneWheneverItIsPutInPlace() async throws {
        let fixture = try await Self.filled()
        let path = fixture.folder.appending(path: "copy.db").path
        _ = try await fixture.store.backUp(to: path, command: "c1") { _, _ in }
        let inCopy = try await DatabaseQueue(path: path).read { db in
            try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'epoch'")
        }
        var epochs = [fixture.store.epoch, try #require(inCopy)]
        for name in ["first.db", "second.db"] {
            let place = fixture.folder.appending(path: name).path
            try FileManager.default.copyItem(atPath: path, toPath: place)
            let store = try StoreFixture.open(place)
            epochs.append(store.epoch)
            try store.close()
            // From then on it is a database like any other.
            let again = try StoreFixture.open(place)
            #expect(again.epoch == epochs.last)
            try again.close()
        }
        #expect(Set(epochs).count == 4)
    }

    @Test func nothingIsOverwrittenAndTheSameCommandIsToldTheSame() async throws {
        let fixture = try await Self.filled()
        let path = fixture.folder.appending(path: "copy.db").path
        let first = try await fixture.store.backUp(to: path, command: "c1") { _, _ in }
        try await fixture.commit(Sample().submit())
        #expect(try await fixture.store.backUp(to: path, command: "c1") { _, _ in } == first)
        let refused = await Self.error { _ = try await fixture.store.backUp(to: path, command: "c2") { _, _ in } }
        #expect(refused?.code == .badField)
        #expect(refused?.message.contains(path) == true)
        let other = fixture.folder.appending(path: "notes.txt").path
        try Data("mine".utf8).write(to: URL(filePath: other))
        #expect(await Self.error { _ = try await fixture.store.backUp(to: other, command: "c3") { _, _ in } } != nil)
        #expect(try Data(contentsOf: URL(filePath: other)) == Data("mine".utf8))
    }

    @Test func aBackupThatFindsNoRoomSaysSoAndLeavesNothing() async throws {
        var options = StoreOptions()
        options.minimumFreeBytes = 0
        let fixture = try await Self.filled(options)
        options.minimumFreeBytes = .max / 2
        try fixture.reopen(options: options)
        let path = fixture.folder.appending(path: "copy.db").path
        let refused = await Self.error { _ = try await fixture.store.backUp(to: path, command: "c1") { _, _ in } }
        #expect(refused?.code == .storageFull)
        #expect(refused?.retry == .never)
        #expect(try Self.leftovers(fixture).isEmpty)
    }

    @Test func aBackupThatIsGivenUpLeavesNothingAndTheStoreGoesOn() async throws {
        let fixture = try await Self.filled()
        let path = fixture.folder.appending(path: "copy.db").path
        let store = fixture.store
        let task = Task {
            try await store.backUp(to: path, command: "c1") { _, _ in withUnsafeCurrentTask { $0?.cancel() } }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try Self.leftovers(fixture).isEmpty)
        try await fixture.commit(Sample().submit())
        #expect(try await store.backUp(to: path, command: "c2") { _, _ in }.documents == 26)
    }

    @Test func aCopyOfADamagedDatabaseIsNoBackup() async throws {
        let fixture = try await Self.filled()
        try fixture.store.close()
        var bytes = try Data(contentsOf: URL(filePath: fixture.path))
        let page = bytes.count / 4_096 * 2 / 3 * 4_096
        for index in page..<page + 4_096 { bytes[index] = 0x5A }
        try bytes.write(to: URL(filePath: fixture.path))
        let store = try StoreFixture.open(fixture.path)
        let path = fixture.folder.appending(path: "copy.db").path
        let refused = await Self.error { _ = try await store.backUp(to: path, command: "c1") { _, _ in } }
        #expect(refused?.code == .notStored)
        #expect(refused?.message.contains("damaged") == true)
        #expect(try Self.leftovers(fixture).isEmpty)
        try store.close()
    }

    private static func leftovers(_ fixture: StoreFixture) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path).filter { !$0.hasPrefix("test.db") }
    }
}

@Suite struct BackupFolderTests {
    @Test(arguments: ["monday.db", "2026-11-21T02-00.db", "a", String(repeating: "x", count: 100)])
    func aPlainNameIsAPlaceInTheFolder(_ name: String) throws {
        let fixture = try StoreFixture()
        let folder = BackupFolder(nil, beside: fixture.path)
        #expect(try folder.place(for: name) == "\(fixture.folder.path)/backups/\(name)")
        #expect(folder.exists && !folder.isMissing)
    }

    @Test(arguments: [
        "", ".", "..", "../x.db", "/etc/passwd", "a/b.db", ".hidden", "-rf", "tab\t.db", "é.db", "case.db-wal",
        "case.db-shm", "case.db-journal", "case.db.lock", "x.partial", "x.restoring",
        String(repeating: "x", count: 101),
    ])
    func nothingElseIs(_ name: String) throws {
        let fixture = try StoreFixture()
        #expect(throws: WireError.self) { try BackupFolder(nil, beside: fixture.path).place(for: name) }
        #expect(!FileManager.default.fileExists(atPath: "\(fixture.folder.path)/backups"))
    }

    @Test func aFolderThatTheOperatorChoseIsNotMade() throws {
        let fixture = try StoreFixture()
        let chosen = "\(fixture.folder.path)/disk"
        #expect(BackupFolder(chosen, beside: fixture.path).isMissing)
        let error = #expect(throws: WireError.self) {
            try BackupFolder(chosen, beside: fixture.path).place(for: "a.db")
        }
        #expect(error?.code == .badField)
        #expect(error?.message.contains(chosen) == true)
        #expect(!FileManager.default.fileExists(atPath: chosen))
    }

    @Test func onlyTheUnfinishedFilesOfThisDatabaseAreRemoved() throws {
        let fixture = try StoreFixture()
        let folder = BackupFolder(nil, beside: fixture.path)
        _ = try folder.place(for: "a.db")
        for name in ["a.db", "b.db.test.db.partial", "b.db.test.db.partial-journal", "c.db.other.db.partial"] {
            try Data("x".utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
        }
        folder.removeUnfinished()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "a.db", "c.db.other.db.partial",
            ])
    }
}
