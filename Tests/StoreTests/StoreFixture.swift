import Annotation
import Foundation
import GRDB
import Store
import Testing
import Wire

import enum Store.Operation

/// A store in a folder of its own, with the words that tests use most.
final class StoreFixture {
    let folder: URL
    private(set) var store: Store
    private var options: StoreOptions
    var now: Int64 = 1_700_000_000_000

    var path: String { folder.appending(path: "test.db").path }

    init(options: StoreOptions = StoreOptions()) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.options = options
        // Tests share the machine: only the test of deadlines is to meet one.
        self.options.deadlineMs = 300_000
        // Their clock is the test's own.
        self.options.clockToleranceMs = .max
        store = try Store(path: folder.appending(path: "test.db").path, options: self.options)
    }

    /// Opens another database as the fixture opens its own.
    static func open(_ path: String) throws -> Store {
        var options = StoreOptions()
        options.deadlineMs = 300_000
        return try Store(path: path, options: options)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func reopen(options: StoreOptions? = nil) throws {
        try store.close()
        if let options { self.options = options }
        self.options.deadlineMs = 300_000
        self.options.clockToleranceMs = .max
        store = try Store(path: path, options: self.options)
    }

    @discardableResult
    func commit(_ operations: Operation...) async throws -> Commit {
        try await store.commit(operations, now: now)
    }

    /// The outcome of one operation alone.
    @discardableResult
    func run(_ operation: Operation) async throws -> Outcome {
        try #require(try await store.commit([operation], now: now).outcomes.first)
    }

    /// Submits a text and leases it once.
    func lease(_ sample: Sample, version: String = "x 1") async throws -> Int {
        try await commit(.pin(extractor: version), sample.submit())
        return try await lease().attempt
    }

    func lease(suspects: Bool = false) async throws -> LeasedJob {
        let outcome = try await run(.lease(count: 1, bytes: 1_000_000, suspects: suspects, worker: "w"))
        guard case .leased(let jobs) = outcome else { throw Unexpected(outcome: outcome) }
        return try #require(jobs.first)
    }

    func state(_ sample: Sample) async throws -> DocumentState {
        try await store.document(DocumentParameters(document: sample.key)).state
    }

    /// Lets FTS5 compare its index with the texts; closes the store.
    func checkIndex(_ sql: String) async throws {
        try store.close()
        try await DatabaseQueue(path: path).write { db in try db.execute(sql: sql) }
    }

    /// Reads the file as another tool would.
    func look<Value: DatabaseValueConvertible & Sendable>(_ type: Value.Type, _ sql: String) throws -> Value? {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            try Value.fetchOne(db, sql: sql)
        }
    }
}

struct Unexpected: Error {
    var outcome: Outcome
}

/// A small text with a person, a place and a quotation, and what an extractor says of it.
struct Sample: Sendable {
    var text: [UInt8]
    var key: String
    var person: String
    var place: String

    init(person: String = "Zoë Kalniņa", place: String = "Riga", tail: String = "") {
        self.person = person
        self.place = place
        text = Array("\(person) came to \(place) on Thursday. “We stay,” \(person) said. \(tail)".utf8)
        key = DocumentKey.of(text)
    }

    func submit(_ submission: Submission = Submission()) -> Operation {
        .submit(document: key, text: text, submission)
    }

    func annotation(extractor: String = "x 1") -> Annotation {
        let points = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        let name = person.unicodeScalars.count
        let placeStart = name + " came to ".count
        let quoteStart = placeStart + place.unicodeScalars.count + " on Thursday. ".count
        let second = quoteStart + "“We stay,” ".count
        let day = placeStart + place.unicodeScalars.count + " on ".count
        var result = Annotation(document: key, extractor: extractor)
        result.sections = [Section(kind: .body, start: 0, end: points.count)]
        result.mentions = [
            Mention(id: "m1", start: 0, end: name, text: person, type: .person, entity: "e1", confidence: 0.98),
            Mention(
                id: "m2", start: placeStart, end: placeStart + place.unicodeScalars.count, text: place, type: .location,
                subtype: "city", entity: "e2", confidence: 0.9),
            Mention(
                id: "m3", start: second, end: second + name, text: person, type: .person, entity: "e1", confidence: 1),
        ]
        result.entities = [
            Entity(id: "e1", type: .person, name: person),
            Entity(id: "e2", type: .location, subtype: "city", name: place, country: "LV"),
        ]
        result.quotes = [
            Quote(
                kind: .direct, start: quoteStart, end: quoteStart + "“We stay,”".count, text: "“We stay,”",
                speaker: "e1", cue: "said")
        ]
        result.dates = [
            DateExpression(start: day, end: day + 8, text: "Thursday", type: .date, value: "XXXX-WXX-4")
        ]
        return result
    }

    func result(attempt: Int, extractor: String = "x 1", worker: String = "w") throws -> Operation {
        let annotation = annotation(extractor: extractor)
        return .result(
            document: key, attempt: attempt, extractor: extractor, annotation,
            json: try CanonicalJSON.encode(annotation), worker: worker)
    }

    func publish(_ submission: Submission = Submission(), extractor: String = "x 1") throws -> Operation {
        let annotation = annotation(extractor: extractor)
        return .publish(
            document: key, text: text, submission, extractor: extractor, annotation,
            json: try CanonicalJSON.encode(annotation))
    }
}
