import Annotation
import Foundation
import GRDB
import Testing
import Wire

@testable import Store

@Suite struct MigrationTests {
    private static let layouts = Schema.migrator.migrations.dropLast()

    private static let samples = [Sample(), Sample(tail: "waits")]

    private static func insert(_ sample: Sample, _ number: Int, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO document (id, key, accepted, length, searchable) VALUES (?, ?, 5, 4, ?)",
            arguments: [number, KeyBytes.bytes(sample.key), number == 1])
        try db.execute(
            sql: "INSERT INTO text (document, body) VALUES (?, ?)",
            arguments: [number, String(decoding: sample.text, as: UTF8.self)])
    }

    /// A database as a program of an earlier layout left it, with a document that is done and one that waits.
    private static func make(_ path: String, upTo migration: String) throws {
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: migration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA application_id = \(DatabaseCheck.applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(migration.prefix { $0 != " " })")
            for (number, sample) in samples.enumerated() { try insert(sample, number + 1, db) }
            try db.execute(
                sql: """
                    INSERT INTO extractor (id, version) VALUES (1, 'x 1');
                    INSERT INTO meta (name, value) VALUES ('pinned', 'x 1');
                    INSERT INTO job (document, extractor, state, due, since) VALUES (1, 1, 2, 5, 5), (2, 1, 0, 5, 5);
                    INSERT INTO submission (document, digest, name, source, title) VALUES (2, x'01', 'n', 'Paper', 'Title');
                    """)
            let annotation = AnnotationPacking.pack(try CanonicalJSON.encode(samples[0].annotation()))
            try db.execute(
                sql: "INSERT INTO result (document, extractor, stored, annotation) VALUES (1, 1, 5, ?)",
                arguments: [Data(annotation)])
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
        #expect(counts.documents == 2 && counts.entities == 2)
        #expect(counts.queue == StatusAnswer.Queue(ready: 1, leased: 0, done: 1, dead: 0, oldestSeconds: 7))
        try await Self.ask(store)
        let commit = try await store.commit([.lease(count: 9, bytes: 9, suspects: false, worker: "w")], now: 10)
        guard case .leased(let jobs) = commit.outcomes[0] else { throw Unexpected(outcome: commit.outcomes[0]) }
        #expect(jobs.count == 1 && !commit.queue.ordinaryReady)
        #expect(try await store.leasedJobs().map(\.document) == jobs.map(\.document))
        try store.close()
        #expect(try Self.layout(copy) == before)
        #expect(try Self.layout(path) == Self.layout(fixture.path))

        // The copy can be put in place, and is brought up to date itself then.
        let place = "\(fixture.folder.path)/place.db"
        #expect(try Store.restore(copy, to: place, now: 0).documents == 2)
        let restored = try StoreFixture.open(place)
        #expect(restored.olderCopy == "\(fixture.folder.path)/place.before-\(copy.split(separator: "-").last ?? "")")
        #expect(try await restored.counts(now: 0, deadlineMs: 300_000).documents == 2)
        #expect(restored.epoch != store.epoch)
        try restored.close()
    }

    /// Each kind of question finds what the older layout held.
    private static func ask(_ store: Store) async throws {
        let words = try await store.documents(DocumentsParameters(text: "came", entity: "zoe kalnina"))
        #expect(words.page.items.map(\.document) == [samples[0].key])
        let titles = try await store.documents(DocumentsParameters(text: "title", source: "Paper"))
        #expect(titles.page.items.map(\.document) == [samples[1].key])
        let document = try await store.document(DocumentParameters(document: String(samples[0].key.prefix(12))))
        #expect(document.annotation?.mentions.count == 3)
        let entity = try await store.entity(EntityParameters(entity: "Zoë Kalniņa"))
        #expect(entity.quotes.count == 1 && entity.related.map(\.name) == ["Riga"])
        #expect(try await store.entities(EntitiesParameters(name: "alnin", type: .person)).page.items.count == 1)
        #expect(try await store.mentions(EntityParameters(entity: entity.entity.id)).page.items.count == 2)
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
