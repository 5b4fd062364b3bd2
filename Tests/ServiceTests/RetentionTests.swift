import Annotation
import Foundation
import Logging
import Testing
import Wire

import enum Store.Operation
import class Store.Store
import struct Store.StoreOptions

@testable import QueryService

/// Deleting by age, with a clock that the test sets.
@Suite struct RetentionTests {
    private static let day: Int64 = 86_400_000
    private static let start: Int64 = 1_700_000_000_000

    private static func publish(_ number: Int) throws -> Operation {
        let text = Array("Report \(number).".utf8)
        let key = DocumentKey.of(text)
        var annotation = Annotation(document: key, extractor: "x 1")
        annotation.sections = [Section(kind: .body, start: 0, end: text.count)]
        return .publish(
            document: key, text: text, Submission(), extractor: "x 1", annotation,
            json: try CanonicalJSON.encode(annotation))
    }

    /// Commits what the queue gives, as the writer does; the sizes of the deleting requests.
    private static func write(_ queue: WriteQueue, _ store: Store) async throws -> [Int] {
        var sizes: [Int] = []
        while let batch = await queue.take() {
            let commit = try await store.commit(batch.map(\.operation), now: start)
            for (request, outcome) in zip(batch, commit.outcomes) {
                if case .told(let tell) = request.origin { tell(outcome) }
                if case .expire(let documents, _) = request.operation { sizes.append(documents.count) }
            }
        }
        return sizes
    }

    @Test func whatIsTooOldGoesInSmallRequestsAndOnlyThat() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "retention-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = StoreOptions()
        // Tests share the machine: none of these is to meet a deadline.
        options.deadlineMs = 300_000
        options.clockToleranceMs = .max
        let store = try Store(path: folder.appending(path: "case.db").path, options: options)
        for number in 0..<20 {
            _ = try await store.commit([try Self.publish(number)], now: Self.start + Int64(number) * Self.day)
        }
        let queue = WriteQueue()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        func sweep(on day: Int64) async throws -> Int {
            let now = Self.start + day * Self.day
            return try await Retention(
                keepMs: 5 * Self.day, store: store, queue: queue, logger: logger, clock: { now }
            ).sweep()
        }
        async let sizes = Self.write(queue, store)
        #expect(try await sweep(on: 5) == 0)
        #expect(try await sweep(on: 16) == 11)
        #expect(try await sweep(on: 16) == 0)
        #expect(try await sweep(on: 100) == 9)
        queue.close()
        #expect(try await sizes == [8, 3, 8, 1])
        #expect(try await store.counts(now: Self.start).documents == 0)
        try store.close()
    }

    @Test func aWriterThatTakesNoMoreEndsTheSweep() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "retention-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = StoreOptions()
        // Tests share the machine: none of these is to meet a deadline.
        options.deadlineMs = 300_000
        let store = try Store(path: folder.appending(path: "case.db").path, options: options)
        _ = try await store.commit([try Self.publish(1)], now: Self.start)
        let queue = WriteQueue()
        queue.close()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let retention = Retention(keepMs: 1, store: store, queue: queue, logger: logger)
        #expect(try await retention.sweep() == 0)
        try store.close()
    }
}
