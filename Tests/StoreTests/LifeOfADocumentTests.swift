import Annotation
import Foundation
import Store
import Testing
import Wire

@Suite struct LifeOfADocumentTests {
    @Test func fromSubmissionToAnswers() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let submission = Submission(id: "a", source: "Paper", title: "We stay", published: "2024-02-16")
        let accepted = try await fixture.commit(.pin(extractor: "x 1"), sample.submit(submission))
        guard case .accepted(let reply) = accepted.outcomes[1] else { throw Unexpected(outcome: accepted.outcomes[1]) }
        #expect(reply == Accepted(document: sample.key, duplicate: false, state: .ready))
        #expect(accepted.events == [FeedEvent(event: .accepted, sequence: 1, document: sample.key)])
        #expect(
            accepted.queue == QueueSummary(ordinaryReady: true, suspectReady: false, nextNotBefore: nil, pinned: "x 1"))

        let job = try await fixture.lease()
        #expect(job == LeasedJob(document: sample.key, attempt: 1, text: sample.text, worker: "w", suspect: false))
        let stored = try await fixture.commit(try sample.result(attempt: 1))
        guard case .stored(let answer) = stored.outcomes[0] else { throw Unexpected(outcome: stored.outcomes[0]) }
        #expect(!answer.duplicate)
        #expect(stored.events.map(\.event) == [.stored])
        #expect(stored.events[0].topics.count == 2)

        let document = try await fixture.store.document(DocumentParameters(document: String(sample.key.prefix(8))))
        #expect(document.state == .done)
        #expect(Array(document.text.utf8) == sample.text)
        #expect(document.annotation?.dates.first?.resolved == "2024-02-15")
        #expect(document.annotation?.published == Published(value: "2024-02-16", basis: .given))
        #expect(document.annotation?.entities.map(\.globalId) == stored.events[0].topics)

        for query in ["kalnina", "“stay”", "\"we stay\"", "Riga thursday"] {
            let found = try await fixture.store.documents(DocumentsParameters(text: query))
            #expect(found.page.items.map(\.document) == [sample.key], "\(query)")
        }
        let none = try await fixture.store.documents(DocumentsParameters(text: "riga nowhere"))
        #expect(none.page.items.isEmpty)
        let entity = try await fixture.store.entity(EntityParameters(entity: "ZOE KALNINA"))
        #expect(entity.entity.name == "Zoë Kalniņa")
        #expect(entity.entity.mentions == 2)
        #expect(entity.quotes.map(\.text) == ["“We stay,”"])
        #expect(entity.related.map(\.name) == ["Riga"])
        #expect(entity.related.map(\.country) == ["LV"])
        #expect(entity.documents.map(\.title) == ["We stay"])
        let mentions = try await fixture.store.mentions(EntityParameters(entity: "zoe kalnina"))
        #expect(mentions.page.items.map(\.text) == ["Zoë Kalniņa", "Zoë Kalniņa"])
        #expect(mentions.page.items[1].before.hasSuffix("“We stay,” "))
        let counts = try await fixture.store.counts(now: fixture.now)
        #expect(counts.queue == StatusAnswer.Queue(ready: 0, leased: 0, done: 1, dead: 0))
        #expect(counts.documents == 1 && counts.entities == 2 && counts.databaseBytes > 0)
        let history = try await fixture.store.since(Since(epoch: nil, sequence: 0))
        #expect(history.events == accepted.events + stored.events)
        #expect(history.answer == SinceAnswer(epoch: fixture.store.epoch, last: 2))
    }
}
