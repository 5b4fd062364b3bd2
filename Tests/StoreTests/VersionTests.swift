import Annotation
import Foundation
import GRDB
import Testing
import Wire

@testable import Store

@Suite struct VersionTests {
    @Test func documentsWaitUntilAVersionIsPinned() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let first = try await fixture.commit(sample.submit())
        #expect(first.queue == QueueSummary(ordinaryReady: false, suspectReady: false, nextNotBefore: nil, pinned: nil))
        #expect(try await fixture.store.counts(now: fixture.now).queue.ready == 1)
        let pinned = try await fixture.commit(.pin(extractor: "x 1"), .pin(extractor: "x 2"))
        for outcome in pinned.outcomes {
            guard case .pinned("x 1") = outcome else { throw Unexpected(outcome: outcome) }
        }
        #expect(pinned.queue.ordinaryReady)
        #expect(try await fixture.lease().document == sample.key)
    }

    @Test func aPublisherPinsItsVersionWhereNoneIs() async throws {
        let fixture = try StoreFixture()
        let commit = try await fixture.commit(try Sample().publish(extractor: "p 7"))
        #expect(commit.queue.pinned == "p 7")
    }

    @Test func theResultOfAnotherVersionIsKeptAndNotShown() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(.pin(extractor: "x 1"), sample.submit())
        for duplicate in [false, true] {
            let outcome = try await fixture.run(try sample.result(attempt: 1, extractor: "x 2"))
            guard case .stored(let stored) = outcome else { throw Unexpected(outcome: outcome) }
            #expect(stored.duplicate == duplicate)
        }
        #expect(try await fixture.state(sample) == .ready)
        #expect(try await fixture.store.entities(EntitiesParameters()).page.items.isEmpty)
        #expect(try await fixture.store.annotations(AnnotationsParameters()).page.items.isEmpty)
        let commit = try await fixture.commit(.repin(extractor: "x 2"))
        #expect(commit.queue.pinned == "x 2" && !commit.queue.ordinaryReady)
        #expect(try await fixture.state(sample) == .done)
        #expect(try await fixture.store.entities(EntitiesParameters()).page.items.count == 2)
    }

    @Test func aDocumentThatWasDeletedAndCameBackHasAJobForEachVersion() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(try sample.publish(), .repin(extractor: "x 2"))
        try await fixture.commit(.delete(document: sample.key, command: "c"), sample.submit())
        let commit = try await fixture.commit(.repin(extractor: "x 1"))
        #expect(commit.queue.ordinaryReady)
        #expect(try await fixture.store.counts(now: fixture.now).queue.ready == 1)
        let job = try await fixture.lease()
        try await fixture.commit(try sample.result(attempt: job.attempt))
        #expect(try await fixture.state(sample) == .done)
    }

    @Test func aJobThatAnEarlierProgramLeftDeletedComesBackWithItsVersion() async throws {
        let fixture = try StoreFixture()
        let (live, gone) = (Sample(tail: "live"), Sample(tail: "gone"))
        try await fixture.commit(
            try live.publish(), try gone.publish(), .delete(document: gone.key, command: "c"), .repin(extractor: "x 2"))
        try await fixture.store.writing { db in try db.execute(sql: "UPDATE job SET state = 4 WHERE extractor = 1") }
        try await fixture.commit(.repin(extractor: "x 1"))
        #expect(try await fixture.store.counts(now: fixture.now).queue.ready == 1)
        #expect(try await fixture.lease().document == live.key)
    }

    @Test func anotherPinMakesJobsAndTakesTheOldFactsAway() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(try sample.publish())
        let before = try await fixture.store.entities(EntitiesParameters()).page.items
        let commit = try await fixture.commit(.repin(extractor: "x 2"))
        #expect(commit.queue.ordinaryReady)
        #expect(try await fixture.state(sample) == .ready)
        #expect(try await fixture.store.entities(EntitiesParameters()).page.items.isEmpty)
        #expect(try await fixture.store.counts(now: fixture.now).queue.ready == 1)
        let job = try await fixture.lease()
        try await fixture.commit(try sample.result(attempt: job.attempt, extractor: "x 2"))
        #expect(try await fixture.store.entities(EntitiesParameters()).page.items == before)
        try await fixture.commit(.repin(extractor: "x 1"))
        #expect(try await fixture.state(sample) == .done)
        let document = try await fixture.store.document(DocumentParameters(document: sample.key))
        #expect(document.annotation?.extractor == "x 1")
        #expect(try await fixture.store.documents(DocumentsParameters(text: "kalnina")).page.items.count == 1)
    }
}
