import Foundation
import GRDB
import Testing
import Wire

@testable import Store

@Suite struct MigrationTests {
    private static let layouts = Schema.migrator.migrations.dropLast()

    /// A database as a program of an earlier layout left it, with one document.
    private static func make(_ path: String, upTo migration: String) throws {
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: migration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = \(DatabaseCheck.applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(migration.prefix { $0 != " " })")
            try db.execute(
                sql: "INSERT INTO document (key, accepted, length) VALUES (?, 5, 4)",
                arguments: [Data(repeating: 7, count: 32)])
            try db.execute(
                sql: """
                    INSERT INTO text (document, body) VALUES (1, 'text');
                    INSERT INTO extractor (id, version) VALUES (1, 'x 1');
                    INSERT INTO meta (name, value) VALUES ('pinned', 'x 1');
                    INSERT INTO job (document, extractor, state, due, since) VALUES (1, 1, 0, 5, 5);
                    INSERT INTO entity (global, type, folded, documents, mentions) VALUES (1, 0, 'a', 1, 1);
                    INSERT INTO entity (global, type, folded, documents, mentions) VALUES (2, 0, 'b', 0, 0);
                    """)
        }
        try queue.close()
    }

    private static func layout(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_master ORDER BY name")
        }
    }

    @Test(arguments: layouts)
    func aDatabaseOfAnOlderLayoutIsCopiedBeforeItIsChanged(_ layout: String) async throws {
        let fixture = try StoreFixture()
        let path = "\(fixture.folder.path)/old.db"
        try Self.make(path, upTo: layout)
        let before = try Self.layout(path)
        let store = try StoreFixture.open(path)
        let copy = try #require(store.olderCopy)
        #expect(copy.hasPrefix("\(fixture.folder.path)/old.before-"))
        let counts = try await store.counts(now: 7_005, deadlineMs: 300_000)
        #expect(counts.documents == 1 && counts.entities == 1)
        #expect(counts.queue == StatusAnswer.Queue(ready: 1, leased: 0, done: 0, dead: 0, oldestSeconds: 7))
        let commit = try await store.commit([.lease(count: 9, bytes: 9, suspects: false, worker: "w")], now: 10)
        guard case .leased(let jobs) = commit.outcomes[0] else { throw Unexpected(outcome: commit.outcomes[0]) }
        #expect(jobs.count == 1 && !commit.queue.ordinaryReady)
        #expect(try await store.leasedJobs().map(\.document) == jobs.map(\.document))
        try store.close()
        #expect(try Self.layout(copy) == before)
        #expect(try Self.layout(path) == Self.layout(fixture.path))

        // The copy can be put in place, and is brought up to date itself then.
        let place = "\(fixture.folder.path)/place.db"
        #expect(try Store.restore(copy, to: place, now: 0).documents == 1)
        let restored = try StoreFixture.open(place)
        #expect(restored.olderCopy == "\(fixture.folder.path)/place.before-\(copy.split(separator: "-").last ?? "")")
        #expect(try await restored.counts(now: 0, deadlineMs: 300_000).documents == 1)
        #expect(restored.epoch != store.epoch)
        try restored.close()
    }

    @Test func theNewestLayoutAndANewFileAreNotCopied() throws {
        let fixture = try StoreFixture()
        #expect(fixture.store.olderCopy == nil)
        try fixture.reopen()
        #expect(fixture.store.olderCopy == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        #expect(!names.contains { $0.contains("before") })
    }

    @Test func aCopyOfAStartThatWasCutShortIsReplaced() throws {
        let fixture = try StoreFixture()
        let path = "\(fixture.folder.path)/old.db"
        try Self.make(path, upTo: try #require(Self.layouts.last))
        let number = Schema.version
        try Data("half".utf8).write(to: URL(filePath: "\(fixture.folder.path)/old.before-\(number).db"))
        let store = try StoreFixture.open(path)
        #expect(try Self.layout(try #require(store.olderCopy)).isEmpty == false)
        try store.close()
    }

    @Test func withoutRoomForTheCopyNothingIsChanged() throws {
        let fixture = try StoreFixture()
        let path = "\(fixture.folder.path)/old.db"
        try Self.make(path, upTo: try #require(Self.layouts.last))
        let before = try Self.layout(path)
        var options = StoreOptions()
        options.minimumFreeBytes = .max / 2
        let error = #expect(throws: StoreError.self) { try Store(path: path, options: options) }
        #expect(error?.description.contains("make room") == true, "\(String(describing: error))")
        #expect(try Self.layout(path) == before)
    }
}
