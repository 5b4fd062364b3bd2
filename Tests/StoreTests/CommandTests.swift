import Annotation
import Foundation
import Store
import Testing
import Wire

import enum Store.Operation

@Suite struct CommandTests {
    private func reply(_ fixture: StoreFixture, _ operation: Operation) async throws -> String {
        let outcome = try await fixture.run(operation)
        guard case .reply(let bytes) = outcome else { throw Unexpected(outcome: outcome) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func theSameCommandIdGivesTheSameReplyAndChangesNothing() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(try sample.publish())
        let first = try await reply(fixture, .delete(document: sample.key, command: "c"))
        try await fixture.commit(sample.submit())
        #expect(try await reply(fixture, .delete(document: sample.key, command: "c")) == first)
        #expect(try await fixture.state(sample) == .ready)
        #expect(first == "{\"document\":\"\(sample.key)\"}")
    }

    @Test func deletingTakesTextAndFactsAndLeavesATombstone() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let other = Sample(person: "Ann Lee", place: "Oslo", tail: "Riga")
        try await fixture.commit(try other.publish())
        let before = try await fixture.store.entities(EntitiesParameters()).page.items
        try await fixture.commit(try sample.publish(Submission(id: "a", title: "A headline")))
        let commit = try await fixture.commit(.delete(document: sample.key, command: "c"))
        #expect(commit.events.map(\.event) == [.deleted])
        #expect(try await fixture.store.entities(EntitiesParameters()).page.items == before)
        for words in ["Kalniņa", "headline"] {
            #expect(try await fixture.store.documents(DocumentsParameters(text: words)).page.items.isEmpty)
        }
        let found = try await fixture.store.documents(DocumentsParameters(text: "Riga")).page.items
        #expect(found.map(\.document) == [other.key])
        let tombstone = try await fixture.store.document(DocumentParameters(document: sample.key))
        #expect(tombstone == DocumentAnswer(document: sample.key, state: .deleted, text: "", submissions: []))
        #expect(try await fixture.store.annotations(AnnotationsParameters()).page.items.count == 1)
        for table in ["text", "submission", "result", "mention", "quote", "appearance"] {
            let sql = "SELECT count(*) FROM \(table) WHERE document = (SELECT id FROM document WHERE deleted = 1)"
            #expect(try fixture.look(Int.self, sql) == 0, "\(table)")
        }
        let check = "INSERT INTO text_index (text_index) VALUES ('integrity-check')"
        try await fixture.checkIndex(check)
    }

    @Test func aDeletedDocumentSubmittedAgainLivesAnew() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        #expect(try await fixture.lease(sample) == 1)
        try await fixture.commit(try sample.result(attempt: 1), .delete(document: sample.key, command: "c"))
        try await fixture.commit(sample.submit(Submission(title: "Again")))
        #expect(try await fixture.lease().attempt == 2)
        try await fixture.commit(try sample.result(attempt: 2))
        #expect(try await fixture.store.documents(DocumentsParameters(text: "again kalnina")).page.items.count == 1)
    }

    @Test func oneBatchMayStoreAndDelete() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(
            .pin(extractor: "x 1"), try sample.publish(), .delete(document: sample.key, command: "a"),
            try sample.publish(), .delete(document: sample.key, command: "b"), try sample.publish())
        #expect(try await fixture.state(sample) == .done)
        #expect(try await fixture.store.documents(DocumentsParameters(text: "kalnina")).page.items.count == 1)
        #expect(try await fixture.store.entity(EntityParameters(entity: "Riga")).entity.documents == 1)
    }

    @Test func retryTakesAllTheDeadOrThoseNamed() async throws {
        let fixture = try StoreFixture()
        let samples = (0..<3).map { Sample(tail: "\($0)") }
        try await fixture.commit(.pin(extractor: "x 1"))
        for sample in samples {
            try await fixture.commit(sample.submit())
            let job = try await fixture.lease()
            try await fixture.commit(
                .fail(
                    Fail(document: job.document, attempt: 1, retryable: false, code: "c", text: "t"), worker: "w"))
        }
        let named = try await reply(fixture, .retry(documents: [String(samples[1].key.prefix(12))], command: "1"))
        #expect(named == "{\"retried\":1}")
        #expect(try await fixture.state(samples[1]) == .ready)
        #expect(try await reply(fixture, .retry(documents: nil, command: "2")) == "{\"retried\":2}")
        #expect(try await reply(fixture, .retry(documents: nil, command: "3")) == "{\"retried\":0}")
        #expect(try await reply(fixture, .retry(documents: nil, command: "2")) == "{\"retried\":2}")
    }

    @Test(arguments: ["", "abc", "ABCD", "xyzq", "0000 ", String(repeating: "a", count: 65)])
    func whatIsNoKeyIsNamed(key: String) async throws {
        let fixture = try StoreFixture()
        guard case .refused(let error) = try await fixture.run(.delete(document: key, command: "c")) else {
            throw Unexpected(outcome: .ended)
        }
        #expect(error.code == .badField)
    }
}
