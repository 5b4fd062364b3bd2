import Foundation
import GRDB
import Testing
import Wire

@testable import Store

/// The write-ahead log beside the file.
@Suite struct LogTests {
    @Test func aLogThatReadersLetGrowIsEmptiedWhenTheyAreGone() async throws {
        var options = StoreOptions()
        options.maximumLogBytes = 256 * 1024
        let fixture = try StoreFixture(options: options)
        var configuration = Configuration()
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: fixture.path, configuration: configuration)
        try await reader.writeWithoutTransaction { db in
            try db.beginTransaction()
            _ = try Row.fetchOne(db, sql: "SELECT * FROM meta")
        }
        var number = 0
        func submit() async throws {
            number += 1
            try await fixture.commit(Sample(tail: String(repeating: "\(number) ", count: 20_000)).submit())
        }
        while fixture.store.logBytes < 2 * options.maximumLogBytes { try await submit() }
        try await reader.writeWithoutTransaction { db in try db.commit() }
        // It tries again after each quarter of the bound.
        for _ in 0..<4 where fixture.store.logBytes > options.maximumLogBytes { try await submit() }
        #expect(fixture.store.logBytes <= options.maximumLogBytes)
    }

    @Test func aLogThatAReaderPinsIsToldAndEmptiedWithoutAnotherCommitWhenTheReaderHasGone() async throws {
        var options = StoreOptions()
        options.idleLogBytes = 64 * 1024
        let fixture = try StoreFixture(options: options)
        var configuration = Configuration()
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: fixture.path, configuration: configuration)
        try await reader.writeWithoutTransaction { db in
            try db.beginTransaction()
            _ = try Row.fetchOne(db, sql: "SELECT * FROM meta")
        }
        while fixture.store.logBytes < 4 * options.idleLogBytes {
            try await fixture.commit(
                Sample(tail: String(repeating: "\(fixture.store.logBytes) ", count: 9_000)).submit())
        }
        try await fixture.store.tend()
        #expect(fixture.store.pinnedLogMs != nil)
        #expect(fixture.store.logBytes > options.idleLogBytes)
        try await reader.writeWithoutTransaction { db in try db.commit() }
        try await fixture.store.tend()
        #expect(fixture.store.pinnedLogMs == nil)
        #expect(fixture.store.logBytes == 0)
    }
}
