import Annotation
import Foundation
import GRDB
import Synchronization
import Testing
import Wire

import enum Store.Operation

@testable import Store

@Suite struct DurabilityTests {
    /// Copies the file and its log, as they are on the disk now, and opens the copy as after a kill.
    private static func copy(_ path: String, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: folder.path + "/copy.db" + suffix)
        }
    }

    @Test func aKillBeforeCommitLosesThatBatchAloneAndOneAfterItNothing() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "copy-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = Mutex<String?>(nil)
        let commits = Mutex(0)
        var options = StoreOptions()
        options.hooks.beforeCommit = {
            let number = commits.withLock { count in
                count += 1
                return count
            }
            guard let path = path.withLock({ $0 }) else { return }
            try? Self.copy(path, to: folder.appending(path: "before-\(number)"))
        }
        let fixture = try StoreFixture(options: options)
        path.withLock { $0 = fixture.path }
        let samples = (0..<6).map { Sample(tail: "\($0)") }
        try await fixture.commit(.pin(extractor: "x 1"))
        for (number, sample) in samples.enumerated() {
            let commit = try await fixture.commit(try sample.publish())
            try Self.copy(fixture.path, to: folder.appending(path: "after-\(number + 2)"))
            guard case .stored = try #require(commit.outcomes.first) else {
                throw Unexpected(outcome: commit.outcomes[0])
            }
        }
        for number in 2...7 {
            for (moment, expected) in [("before", number - 2), ("after", number - 1)] {
                var options = StoreOptions()
                options.deadlineMs = 300_000
                let copy = try Store(path: folder.appending(path: "\(moment)-\(number)/copy.db").path, options: options)
                let counts = try await copy.counts(now: fixture.now)
                #expect(counts.documents == expected, "\(moment) \(number)")
                #expect(counts.queue.done == expected)
                #expect(try await copy.since(Since(epoch: nil, sequence: 0)).answer.last == 2 * expected)
                let words = try await copy.documents(DocumentsParameters(text: "came"))
                #expect(words.page.items.count == expected)
                try copy.close()
            }
        }
    }

    @Test func aLeasedJobIsStillLeasedAfterARestart() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let attempt = try await fixture.lease(sample)
        try fixture.reopen()
        let held = try await fixture.store.leasedJobs()
        #expect(held == [LeasedJob(document: sample.key, attempt: attempt, text: [], worker: "w", suspect: false)])
        let late = try await fixture.run(try sample.result(attempt: attempt))
        guard case .stored(let stored) = late else { throw Unexpected(outcome: late) }
        #expect(!stored.duplicate)
    }

    @Test func aFullDiskRefusesAllAndHarmsNothing() async throws {
        var options = StoreOptions()
        options.maximumPages = 150
        let fixture = try StoreFixture(options: options)
        try await fixture.commit(.pin(extractor: "x 1"))
        var stored = 0
        var refused = 0
        for seed in 0..<400 where refused == 0 {
            let sample = Sample(tail: String(decoding: Synthetic.madeUp(seed: UInt64(seed)), as: UTF8.self))
            let commit = try await fixture.commit(sample.submit(), .pin(extractor: "x 1"))
            for outcome in commit.outcomes {
                guard case .refused(let error) = outcome else { continue }
                #expect(error.code == .storageFull && error.retry == .later)
                refused += 1
            }
            if refused == 0 { stored += 1 }
        }
        #expect(refused == 2)
        #expect(stored > 10)
        options.maximumPages = nil
        try fixture.reopen(options: options)
        #expect(try await fixture.store.counts(now: fixture.now).documents == stored)
        guard case .accepted = try await fixture.run(Sample(tail: "again").submit()) else {
            throw Unexpected(outcome: .ended)
        }
    }

    @Test func submissionsAreRefusedEarlyAndWorkGoesOn() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let attempt = try await fixture.lease(sample)
        try await fixture.commit(Sample(tail: "waits").submit())
        var options = StoreOptions()
        let free = try #require(FreeSpace.bytes(at: fixture.path))
        options.minimumFreeBytes = free + free / 2
        try fixture.reopen(options: options)
        // Nothing more is given out, and it is looked for again later, not at once.
        let lease = try await fixture.commit(.lease(count: 1, bytes: 1_000_000, suspects: false, worker: "w"))
        guard case .leased(let jobs) = lease.outcomes[0] else { throw Unexpected(outcome: lease.outcomes[0]) }
        #expect(jobs.isEmpty)
        #expect(!lease.queue.ordinaryReady && lease.queue.nextNotBefore == fixture.now + 1_000)
        for operation in [sample.submit(), try Sample(tail: "new").publish()] {
            guard case .refused(let error) = try await fixture.run(operation) else {
                throw Unexpected(outcome: .ended)
            }
            #expect(error.code == .storageFull && error.retry == .later)
        }
        guard case .stored = try await fixture.run(try sample.result(attempt: attempt)) else {
            throw Unexpected(outcome: .ended)
        }
    }

    @Test func resultsDoNotUseUpWhatIsKeptBack() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let attempt = try await fixture.lease(sample)
        var options = StoreOptions()
        options.minimumFreeBytes = .max
        try fixture.reopen(options: options)
        guard case .refused(let error) = try await fixture.run(try sample.result(attempt: attempt)) else {
            throw Unexpected(outcome: .ended)
        }
        #expect(error.code == .storageFull && error.retry == .later)
        // What makes room is done.
        guard case .reply = try await fixture.run(.delete(document: sample.key, command: "c")) else {
            throw Unexpected(outcome: .ended)
        }
    }

    @Test func oneBadOperationUndoesNoOther() async throws {
        let fixture = try StoreFixture()
        let good = Sample()
        let bad = Sample(tail: "bad")
        var wrong = bad.annotation()
        wrong.sections = []
        let commit = try await fixture.commit(
            .pin(extractor: "x 1"), try good.publish(),
            .publish(document: bad.key, text: bad.text, Submission(), extractor: "x 1", wrong, json: []),
            .delete(document: "ffffffff", command: "none"), Sample(tail: "last").submit())
        let refused = commit.outcomes.map { if case .refused = $0 { true } else { false } }
        #expect(refused == [false, false, true, true, false])
        #expect(commit.events.map(\.event) == [.accepted, .stored, .accepted])
        #expect(commit.events.map(\.sequence) == [1, 2, 3])
        #expect(try await fixture.store.counts(now: fixture.now).documents == 2)
        // A refused command may be sent again under its id.
        guard case .refused = try await fixture.run(.delete(document: "ffffffff", command: "none")) else {
            throw Unexpected(outcome: .ended)
        }
    }
}
