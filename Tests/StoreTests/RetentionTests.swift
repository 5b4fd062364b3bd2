import Testing
import Wire

@testable import Store

@Suite struct RetentionTests {
    private static let day: Int64 = 86_400_000

    @Test func theOldestClosedDocumentsGoWithAnEventAndOpenOnesStay() async throws {
        let fixture = try StoreFixture()
        let start = fixture.now
        let done = Sample(tail: "done")
        try await fixture.commit(try done.publish())
        let leased = Sample(tail: "leased")
        let dead = Sample(tail: "dead")
        let attempt = try await fixture.lease(dead)
        try await fixture.run(
            .fail(Fail(document: dead.key, attempt: attempt, retryable: false, code: "x", text: "y"), worker: "w"))
        _ = try await fixture.lease(leased)
        let ready = Sample(tail: "ready")
        try await fixture.commit(ready.submit())
        fixture.now += 3 * Self.day
        let young = Sample(tail: "young")
        try await fixture.commit(try young.publish())
        let last = try await fixture.store.since(Since(epoch: nil, sequence: 0)).answer.last

        let old = try await fixture.store.outdated(before: start + Self.day, limit: 10)
        #expect(Set(old) == [done.key, dead.key])
        #expect(try await fixture.store.outdated(before: start + Self.day, limit: 1).count == 1)
        #expect(try await fixture.store.outdated(before: start, limit: 10).isEmpty)

        // Whatever is asked for, what is open or young stays: it may have become so meanwhile.
        let all = [done, dead, leased, ready, young].map(\.key)
        try await fixture.run(.expire(documents: all, before: start + Self.day))
        #expect(try await fixture.state(done) == .deleted)
        #expect(try await fixture.state(dead) == .deleted)
        #expect(try await fixture.state(leased) == .leased)
        #expect(try await fixture.state(ready) == .ready)
        #expect(try await fixture.state(young) == .done)
        let events = try await fixture.store.since(Since(epoch: fixture.store.epoch, sequence: last)).events
        #expect(events.map(\.event) == [.deleted, .deleted])
        #expect(try await fixture.store.outdated(before: start + Self.day, limit: 10).isEmpty)
        let counts = try await fixture.store.counts(now: fixture.now)
        #expect(counts.documents == 3)
        #expect(try await fixture.store.documents(DocumentsParameters(text: "done")).page.items.isEmpty)
    }

    @Test func aDeletedDocumentThatIsSubmittedAgainIsAsYoungAsItsNewAcceptance() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let start = fixture.now
        try await fixture.commit(try sample.publish())
        try await fixture.run(.expire(documents: [sample.key], before: start + 1))
        fixture.now += 3 * Self.day
        try await fixture.commit(try sample.publish(extractor: "x 1"))
        #expect(try await fixture.store.outdated(before: fixture.now, limit: 10).isEmpty)
        #expect(try await fixture.store.outdated(before: fixture.now + 1, limit: 10) == [sample.key])
    }

    @Test func theSpaceOfDeletedDocumentsIsUsedAgain() async throws {
        let fixture = try StoreFixture()
        func fill(_ round: Int) async throws {
            for number in 0..<4 {
                let tail = String(repeating: "round \(round) number \(number) ", count: 2_000)
                try await fixture.commit(try Sample(tail: tail).publish())
            }
        }
        try await fill(0)
        try await fixture.store.checkpoint()
        let first = fixture.store.databaseBytes
        for round in 1...2 {
            fixture.now += Self.day
            let old = try await fixture.store.outdated(before: fixture.now, limit: 100)
            #expect(old.count == 4)
            try await fixture.run(.expire(documents: old, before: fixture.now))
            try await fill(round)
            try await fixture.store.checkpoint()
        }
        #expect(fixture.store.databaseBytes < first * 3 / 2)
        try await fixture.checkIndex("INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)")
    }
}
