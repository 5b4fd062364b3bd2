import Annotation
import Foundation
import Testing
import Wire

import enum Store.Operation

@testable import Store

@Suite struct RetryTests {
    private func fail(_ sample: Sample, attempt: Int) -> Operation {
        .fail(
            Fail(document: sample.key, attempt: attempt, retryable: true, code: "oops", text: "It broke."), worker: "w")
    }

    private func died(_ job: LeasedJob, alone: Bool) -> Operation {
        .ended([
            EndedAttempt(document: job.document, attempt: job.attempt, alone: alone, reason: .died, worker: job.worker)
        ])
    }

    @Test func fiveFailuresKillAndTheWaitGrows() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(.pin(extractor: "x 1"), sample.submit())
        var waits: [Int64] = []
        for attempt in 1...5 {
            let job = try await fixture.lease()
            #expect(job.attempt == attempt)
            let commit = try await fixture.commit(fail(sample, attempt: attempt))
            if attempt < 5 {
                let next = try #require(commit.queue.nextNotBefore)
                #expect(!commit.queue.ordinaryReady)
                waits.append(next - fixture.now)
                fixture.now = next
            } else {
                #expect(commit.events.map(\.event) == [.dead])
            }
        }
        for (wait, seconds) in zip(waits, [2, 4, 8, 16] as [Int64]) {
            #expect((seconds * 800...seconds * 1_200).contains(wait))
        }
        let jobs = try await fixture.store.jobs(JobsParameters(state: .dead))
        #expect(jobs.page.items.map(\.failures) == [5])
        #expect(jobs.page.items.map(\.reason) == ["It broke."])
        #expect(jobs.page.items.map(\.worker) == ["w"])
    }

    @Test func theWaitIsTheSameInEveryRunAndAtMostTenMinutes() {
        let options = StoreOptions()
        let key = [UInt8](repeating: 7, count: 32)
        #expect(options.backOffMs(failures: 3, key: key) == options.backOffMs(failures: 3, key: key))
        for failures in [1, 10, 60, .max] {
            #expect(options.backOffMs(failures: failures, key: key) <= 720_000)
        }
        #expect(Set((0..<20).map { options.backOffMs(failures: 1, key: [$0]) }).count > 10)
    }

    @Test func onlyDeathsAloneCountAndTwoOfThemKill() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(.pin(extractor: "x 1"), sample.submit())
        let beside = try await fixture.commit(died(try await fixture.lease(), alone: false))
        #expect(beside.queue.suspectReady && !beside.queue.ordinaryReady)
        var jobs = try await fixture.store.jobs(JobsParameters())
        #expect(jobs.page.items.map(\.failures) == [0])
        #expect(jobs.page.items.map(\.suspect) == [true])

        let first = try await fixture.commit(died(try await fixture.lease(suspects: true), alone: true))
        fixture.now = try #require(first.queue.nextNotBefore)
        let second = try await fixture.commit(died(try await fixture.lease(suspects: true), alone: true))
        #expect(second.events.map(\.event) == [.dead])
        jobs = try await fixture.store.jobs(JobsParameters(state: .dead))
        #expect(jobs.page.items.map(\.reason) == ["The document killed its worker."])

        // On request it starts again, but still apart from others.
        let retried = try await fixture.commit(.retry(documents: nil, command: "r"))
        #expect(retried.queue.suspectReady && !retried.queue.ordinaryReady)
        #expect(retried.events.map(\.event) == [.retried])
    }

    @Test func whoFailsAtASuspectClearsIt() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(.pin(extractor: "x 1"), sample.submit())
        try await fixture.commit(died(try await fixture.lease(), alone: false))
        let job = try await fixture.lease(suspects: true)
        #expect(job.suspect && job.attempt == 2)
        try await fixture.commit(fail(sample, attempt: 2))
        let jobs = try await fixture.store.jobs(JobsParameters())
        #expect(jobs.page.items.map(\.suspect) == [false])
    }

    @Test func leasesTakeTheOldestFirstWithinTheBytes() async throws {
        let fixture = try StoreFixture()
        let samples = (0..<4).map { Sample(tail: String(repeating: "x", count: 100 * $0)) }
        try await fixture.commit(.pin(extractor: "x 1"))
        for sample in samples {
            fixture.now += 1
            try await fixture.commit(sample.submit())
        }
        func keys(count: Int, bytes: Int) async throws -> [String] {
            let outcome = try await fixture.run(.lease(count: count, bytes: bytes, suspects: false, worker: "w"))
            guard case .leased(let jobs) = outcome else { throw Unexpected(outcome: outcome) }
            return jobs.map(\.document)
        }
        #expect(try await keys(count: 2, bytes: 1) == [samples[0].key])
        #expect(try await keys(count: 2, bytes: samples[1].text.count) == [samples[1].key])
        #expect(try await keys(count: 9, bytes: 1_000_000) == [samples[2].key, samples[3].key])
        #expect(try await keys(count: 9, bytes: 1_000_000) == [])
        #expect(try await fixture.store.leasedJobs().map(\.document) == samples.map(\.key).sorted())
    }

    @Test func aClockThatJumpsBackHoldsNothingUp() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(.pin(extractor: "x 1"), sample.submit())
        fixture.now -= 86_400_000
        #expect(try await fixture.lease().attempt == 1)
    }
}
