import Foundation
import Testing
import Wire

@testable import Store

/// What a wrong clock does to what is deleted by age; the moments are those of the machine.
@Suite struct ClockTests {
    private static let day: Int64 = 86_400_000

    private static func open(_ folder: URL, confirms: Bool = false) throws -> Store {
        var options = StoreOptions()
        options.deadlineMs = 300_000
        options.confirmsClock = confirms
        return try Store(path: folder.appending(path: "test.db").path, options: options)
    }

    @Test func aDoubtOutlivesARestartAndWhatHappensMeanwhileAndEndsWithTheOperatorsWord() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "clock-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let now = Store.wallMs
        // The last service that ran here did so 400 days ago: or the clock is wrong.
        var store = try Self.open(folder)
        _ = try await store.commit([.pin(extractor: "x 1"), Sample().publish()], now: now - 400 * Self.day)
        try store.close()
        store = try Self.open(folder)
        #expect(store.trustedTime(wall: now).isDoubted)
        let commit = try await store.commit([Sample(tail: "meanwhile").submit()], now: now)
        #expect(commit.failure == nil)
        // The events of then are kept.
        #expect(try await store.since(Since(epoch: nil, sequence: 0)).events.first?.sequence == 1)
        try await store.tend()
        try store.close()
        store = try Self.open(folder)
        let (time, isDoubted) = store.trustedTime(wall: now)
        #expect(isDoubted)
        #expect(abs(time - (now - 400 * Self.day)) < Self.day)
        try store.close()
        store = try Self.open(folder, confirms: true)
        #expect(!store.trustedTime(wall: now).isDoubted)
        try store.close()
        store = try Self.open(folder)
        #expect(!store.trustedTime(wall: now).isDoubted)
        try store.close()
    }
}
