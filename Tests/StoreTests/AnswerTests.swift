import Annotation
import Foundation
import GRDB
import Testing
import Wire

@testable import Store

@Suite struct AnswerTests {
    /// Ten documents, published on ten days by two papers, all in one pinned version.
    private func filled() async throws -> (StoreFixture, [Sample]) {
        let fixture = try StoreFixture()
        let samples = (0..<10).map { Sample(person: "Person \(["A", "B", "C"][$0 % 3])", tail: "\($0)") }
        for (number, sample) in samples.enumerated() {
            let date = number == 9 ? nil : "2024-02-0\(9 - number)"
            try await fixture.commit(
                try sample.publish(Submission(id: "same", source: "Paper \(number % 2)", published: date)))
        }
        return (fixture, samples)
    }

    private func error(_ body: () async throws -> Void) async -> WireError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? WireError
        }
    }

    @Test func documentsComeByDateInPagesThatFit() async throws {
        let (fixture, samples) = try await filled()
        var keys: [String] = []
        var after: String?
        repeat {
            let answer = try await fixture.store.documents(DocumentsParameters(after: after, limit: 3))
            #expect(answer.page.items.count <= 3)
            keys += answer.page.items.map(\.document)
            after = answer.next
        } while after != nil
        #expect(keys == samples[..<9].reversed().map(\.key) + [samples[9].key])
    }

    @Test func filtersHoldTogether() async throws {
        let (fixture, samples) = try await filled()
        func keys(_ parameters: DocumentsParameters) async throws -> [String] {
            try await fixture.store.documents(parameters).page.items.map(\.document)
        }
        let dated = try await keys(DocumentsParameters(from: "2024-02-03", to: "2024-02-05"))
        #expect(dated == [samples[6].key, samples[5].key, samples[4].key])
        #expect(try await keys(DocumentsParameters(to: "2024-02")).count == 9)
        #expect(try await keys(DocumentsParameters(source: "Paper 1", from: "2024-02-03", to: "2024-02-05")).count == 1)
        #expect(try await keys(DocumentsParameters(text: "came", entity: "person a")).count == 4)
        #expect(try await keys(DocumentsParameters(language: "lv")).isEmpty)
        #expect(try await keys(DocumentsParameters(source: "nobody")).isEmpty)
    }

    @Test func snippetsShowTheWords() async throws {
        let (fixture, _) = try await filled()
        let found = try await fixture.store.documents(DocumentsParameters(text: "thursday", limit: 1))
        #expect(found.page.items.first?.snippet?.contains("Thursday") == true)
    }

    @Test(arguments: [
        "AND", "NEAR(", "a:b", "x*", "\"open", "body:came", "^came", "-", "(", "' OR 1", "came\u{0}", "{a}", "NOT came",
    ])
    func anyWordsCanBeSearchedFor(text: String) async throws {
        let (fixture, _) = try await filled()
        let failure = await error { _ = try await fixture.store.documents(DocumentsParameters(text: text)) }
        #expect(failure == nil || failure?.code == .badField)
    }

    @Test func entitiesComeInPagesMostDocumentsFirst() async throws {
        let (fixture, _) = try await filled()
        var items: [EntitySummary] = []
        var after: String?
        repeat {
            let answer = try await fixture.store.entities(EntitiesParameters(after: after, limit: 1))
            items += answer.page.items
            after = answer.next
        } while after != nil
        #expect(items.map(\.name).prefix(2) == ["Riga", "Person A"])
        #expect(items.map(\.documents) == [10, 4, 3, 3])
        #expect(items[2].id < items[3].id)
        let people = try await fixture.store.entities(EntitiesParameters(name: "PERSON", type: .person))
        #expect(people.page.items.count == 3)
        let places = try await fixture.store.entities(EntitiesParameters(country: "lv"))
        #expect(places.page.items.map(\.name) == ["Riga"])
    }

    @Test(arguments: ["-9223372036854775808", "-1", "9223372036854775808", "", "1.5"])
    func aNumberThatNoTokenHasIsRefused(number: String) async throws {
        let (fixture, samples) = try await filled()
        let entities = await error {
            _ = try await fixture.store.entities(EntitiesParameters(after: "\(number)|E0000000000000000"))
        }
        #expect(entities?.code == .badField)
        let mentions = await error {
            let after = "\(samples[0].key)|\(number)"
            _ = try await fixture.store.mentions(EntityParameters(entity: "Person B", after: after))
        }
        #expect(mentions?.code == .badField)
        // As large as a number can be, it is one.
        let end = try await fixture.store.entities(
            EntitiesParameters(after: "9223372036854775807|E0000000000000000", limit: 1))
        #expect(end.page.items.map(\.name) == ["Riga"])
    }

    @Test func aNameThatIsTooLongIsNotLookedFor() async throws {
        let fixture = try StoreFixture()
        for count in [1_000, 1_001] {
            let name = String(repeating: "n", count: count)
            let failure = await error { _ = try await fixture.store.entities(EntitiesParameters(name: name)) }
            #expect(failure?.code == (count == 1_000 ? nil : .badField))
        }
    }

    @Test func pagesOfEntitiesAndDocumentsMakeTheWholeList() async throws {
        let fixture = try StoreFixture()
        for number in 0..<40 {
            let date = number % 4 == 0 ? nil : "2024-02-0\(number % 4)"
            try await fixture.commit(
                try Sample(person: "Person \(number % 25)", place: "Place \(number)").publish(
                    Submission(published: date)))
        }
        let entities = try await fixture.store.entities(EntitiesParameters(limit: 500)).page.items
        let documents = try await fixture.store.documents(DocumentsParameters(limit: 500)).page.items
        #expect(entities.count == 65 && documents.count == 40)
        #expect(entities.contains { $0.id > "E8" } && entities.contains { $0.id < "E8" })
        var paged: [EntitySummary] = []
        var after: String?
        repeat {
            let answer = try await fixture.store.entities(EntitiesParameters(after: after, limit: 3))
            paged += answer.page.items
            after = answer.next
        } while after != nil
        #expect(paged == entities)
        var pagedDocuments: [DocumentSummary] = []
        repeat {
            let answer = try await fixture.store.documents(DocumentsParameters(after: after, limit: 3))
            pagedDocuments += answer.page.items
            after = answer.next
        } while after != nil
        #expect(pagedDocuments == documents)
    }

    @Test func mentionsAreCutWhereAPageIsLargeEnough() async throws {
        var options = StoreOptions()
        options.pageBytes = 1
        let fixture = try StoreFixture(options: options)
        try await fixture.commit(try Sample().publish())
        let first = try await fixture.store.mentions(EntityParameters(entity: "zoë kalniņa"))
        #expect(first.page.items.map(\.start) == [0])
        let second = try await fixture.store.mentions(EntityParameters(entity: "zoë kalniņa", after: first.next))
        #expect(second.page.items.count == 1 && second.next == nil)
    }

    @Test func entitiesAreCountedAsTheyComeAndGo() async throws {
        let fixture = try StoreFixture()
        let (one, other) = (Sample(), Sample(person: "Person B"))
        func entities() async throws -> Int { try await fixture.store.counts(now: fixture.now).entities }
        try await fixture.commit(try one.publish(), try other.publish())
        #expect(try await entities() == 3)
        try await fixture.commit(.delete(document: one.key, command: "c"))
        #expect(try await entities() == 2)
        try fixture.reopen()
        #expect(try await entities() == 2)
        try await fixture.commit(.repin(extractor: "x 2"))
        #expect(try await entities() == 0)
        try await fixture.commit(.repin(extractor: "x 1"), try one.publish())
        #expect(try await entities() == 3)
    }

    @Test func whatIsOpenIsKnownWhileAllReadersAreHeld() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(Sample().submit())
        let (began, tell) = AsyncStream<Void>.makeStream()
        let held = DispatchSemaphore(value: 0)
        let store = fixture.store
        let readers = (0..<4).map { _ in
            Task {
                try await store.read(deadlineMs: nil) { _ in
                    tell.yield()
                    held.wait()
                }
            }
        }
        for await _ in began.prefix(4) {}
        #expect(store.openJobs == 1)
        for _ in readers { held.signal() }
        for reader in readers { try await reader.value }
    }

    @Test func aQuestionThatIsCancelledEnds() async throws {
        let fixture = try StoreFixture()
        let (began, tell) = AsyncStream<Void>.makeStream()
        let store = fixture.store
        let question = Task {
            try await store.read(deadlineMs: nil) { db in
                tell.yield()
                return try Int.fetchOne(
                    db, sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n")
            }
        }
        for await _ in began.prefix(1) {}
        question.cancel()
        await #expect(throws: (any Error).self) { try await question.value }
        #expect(try await store.entities(EntitiesParameters()).page.items.isEmpty)
    }

    @Test func mentionsComeInPagesByDateAndStart() async throws {
        let (fixture, samples) = try await filled()
        var items: [MentionInContext] = []
        var after: String?
        repeat {
            let answer = try await fixture.store.mentions(EntityParameters(entity: "Person B", after: after, limit: 2))
            items += answer.page.items
            after = answer.next
        } while after != nil
        let keys = [samples[7], samples[4], samples[1]].map(\.key)
        #expect(items.map(\.document) == keys.flatMap { [$0, $0] })
        #expect(items.allSatisfy { $0.text == "Person B" })
    }

    @Test func oneNameForTwoEntitiesIsAmbiguousAndOnesOwnNameGoesFirst() async throws {
        let fixture = try StoreFixture()
        let sample = Sample(person: "Georgia", place: "Georgia")
        try await fixture.commit(try sample.publish())
        let failure = await error { _ = try await fixture.store.entity(EntityParameters(entity: "GEORGIA")) }
        #expect(failure?.code == .ambiguous)
        guard case .list(let candidates) = failure?.detail?["candidates"] else { throw Unexpected(outcome: .ended) }
        #expect(
            candidates.map { $0.dropFirst(18) }.sorted() == [
                "Georgia (LOC, 1 document)", "Georgia (PERSON, 1 document)",
            ])
        for candidate in candidates {
            let id = String(candidate.prefix(17))
            #expect(try await fixture.store.entity(EntityParameters(entity: id)).entity.id == id)
        }
    }

    @Test func whatIsNotThereIsSaid() async throws {
        let (fixture, _) = try await filled()
        let store = fixture.store
        #expect(await error { _ = try await store.entity(EntityParameters(entity: "Nobody")) }?.code == .unknownEntity)
        let id = "E0000000000000000"
        #expect(await error { _ = try await store.mentions(EntityParameters(entity: id)) }?.code == .unknownEntity)
        #expect(
            await error { _ = try await store.document(DocumentParameters(document: "0000")) }?.code == .unknownDocument
        )
        for limit in [0, -1, 501] {
            let parameters = EntitiesParameters(limit: limit)
            #expect(await error { _ = try await store.entities(parameters) }?.code == .badField)
        }
        for after in ["", "x", "1|2", "|", "a|b|c"] {
            #expect(await error { _ = try await store.documents(DocumentsParameters(after: after)) }?.code == .badField)
            #expect(await error { _ = try await store.entities(EntitiesParameters(after: after)) }?.code == .badField)
            #expect(await error { _ = try await store.jobs(JobsParameters(after: after)) }?.code == .badField)
            let annotations = AnnotationsParameters(after: after)
            #expect(await error { _ = try await store.annotations(annotations) }?.code == .badField)
        }
    }

    @Test func versionsOfOneIdKnowEachOther() async throws {
        let (fixture, samples) = try await filled()
        let answer = try await fixture.store.document(DocumentParameters(document: samples[0].key))
        #expect(answer.versions == samples.dropFirst().map(\.key).sorted())
        #expect(try await fixture.store.resolveKey(String(samples[3].key.prefix(16))) == samples[3].key)
    }

    @Test func pagesOfAnnotationsAreBoundedInBytes() async throws {
        var options = StoreOptions()
        options.pageBytes = 1
        let fixture = try StoreFixture(options: options)
        for number in 0..<3 { try await fixture.commit(try Sample(tail: "\(number)").publish()) }
        var keys: [String] = []
        var after: String?
        repeat {
            let answer = try await fixture.store.annotations(AnnotationsParameters(after: after))
            #expect(answer.page.items.count == 1)
            keys += answer.page.items.map(\.annotation.document)
            after = answer.next
        } while after != nil
        #expect(keys == keys.sorted() && keys.count == 3)
    }

    @Test(arguments: [0, 20]) func aDeadlineEndsAQuestion(milliseconds: Int) async throws {
        let fixture = try StoreFixture()
        let failure = await error {
            _ = try await fixture.store.read(deadlineMs: milliseconds) { db in
                try Int.fetchOne(
                    db, sql: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n")
            }
        }
        #expect(failure?.code == .deadline)
        #expect(failure?.retry == .later)
        // The connection answers the next one.
        #expect(try await fixture.store.entities(EntitiesParameters()).page.items.isEmpty)
    }
}
