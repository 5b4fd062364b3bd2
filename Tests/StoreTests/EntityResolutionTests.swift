import Annotation
import Foundation
import GRDB
import Store
import Testing
import Wire

import enum Store.Operation

@Suite struct EntityResolutionTests {
    /// A store with one document for each name, in the order given.
    private func fixture(_ names: [String]) async throws -> StoreFixture {
        let fixture = try StoreFixture()
        try await fixture.commit(.pin(extractor: "x 1"))
        for (number, name) in names.enumerated() { try await fixture.commit(try sample(name, number).publish()) }
        return fixture
    }

    private func sample(_ name: String, _ number: Int) -> Sample { Sample(person: name, tail: "\(name) \(number)") }

    private func correct(
        _ fixture: StoreFixture, _ kind: CorrectionKind, _ first: String, _ second: String? = nil, dryRun: Bool? = nil
    ) async throws -> CorrectionAnswer {
        let outcome = try await fixture.run(
            .correct(
                CorrectionParameters(kind: kind, first: first, second: second, note: "seen", dryRun: dryRun),
                author: "ann", command: UUID().uuidString))
        guard case .reply(let json) = outcome else { throw Unexpected(outcome: outcome) }
        return try CanonicalJSON.decode(CorrectionAnswer.self, from: json)
    }

    private func entity(_ fixture: StoreFixture, _ name: String) async throws -> EntityAnswer {
        try await fixture.store.entity(EntityParameters(entity: name))
    }

    private static let spellings = ["Volodymyr Zelenskyy", "Vladimir Zelensky", "Володимир Зеленський"]

    @Test func spellingsAreOneEntityWithAllTheirDocuments() async throws {
        let fixture = try await fixture(Self.spellings + ["Dmytro Kuleba"])
        let all = try await entity(fixture, "Vladimir Zelensky")
        #expect(all.entity.documents == 3)
        #expect(Set(all.names.map(\.name)) == Set(Self.spellings))
        #expect(all.documents.count == 3 && all.quotes.count == 3)
        for name in Self.spellings {
            #expect(try await entity(fixture, name).entity == all.entity)
            let mentions = try await fixture.store.mentions(EntityParameters(entity: name)).page.items
            #expect(mentions.count == 6)
        }
        let people = try await fixture.store.entities(EntitiesParameters(type: .person)).page.items
        #expect(people.map(\.documents) == [3, 1])
        let exported = try await fixture.store.annotations(AnnotationsParameters()).page.items
        let ids = exported.flatMap(\.annotation.entities).filter { $0.type == .person }.compactMap(\.globalId)
        #expect(Set(ids).count == 2)
    }

    @Test func everyIdEverGivenOutKeepsResolving() async throws {
        let fixture = try await fixture([])
        var ids: Set<String> = []
        for (number, name) in (Self.spellings + ["V. Zelensky"]).enumerated() {
            try await fixture.commit(try sample(name, number).publish())
            ids.insert(try await entity(fixture, name).entity.id)
        }
        let now = try await entity(fixture, "Vladimir Zelensky").entity.id
        for id in ids { #expect(try await entity(fixture, id).entity.id == now) }
        #expect(ids.count > 1)
    }

    @Test func theFeedTellsOfMergersAndSplits() async throws {
        let fixture = try await fixture(["Володимир Зеленський"])
        let before = try await entity(fixture, "Володимир Зеленський").entity.id
        let commit = try await fixture.commit(try sample("Vladimir Zelensky", 1).publish())
        let after = try await entity(fixture, "Vladimir Zelensky").entity.id
        #expect(before != after)
        #expect(commit.events.contains { $0.event == .merged && $0.topics == [before, after] })
        let stored = try #require(commit.events.first { $0.event == .stored })
        #expect(stored.topics.contains(after))
        let told = try await fixture.store.since(Since(epoch: nil, sequence: 0)).events
        #expect(told.contains { $0.event == .merged && $0.document == nil })
    }

    @Test func deletionsTakeNamesOutAgain() async throws {
        let fixture = try await fixture(["Володимир Зеленський", "Vladimir Zelensky"])
        let alone = try await self.fixture(["Володимир Зеленський"])
        try await fixture.commit(.delete(document: sample("Vladimir Zelensky", 1).key, command: "d"))
        let left = try await entity(fixture, "Володимир Зеленський").entity
        #expect(try await entity(alone, "Володимир Зеленський").entity == left)
        #expect(left.documents == 1)
    }

    @Test func aMergerIsKeptUndoneAndExplained() async throws {
        let fixture = try await fixture(["Anna Nowak", "Anna Zielińska"])
        let trial = try await correct(fixture, .merge, "Anna Nowak", "Anna Zielińska", dryRun: true)
        #expect(trial.correction == nil && trial.changes.count == 1)
        #expect(try await entity(fixture, "Anna Nowak").entity.documents == 1)
        let merged = try await correct(fixture, .merge, "Anna Nowak", "Anna Zielińska")
        #expect(merged.changes == trial.changes)
        #expect(try await entity(fixture, "Anna Nowak").entity.documents == 2)
        let why = try await fixture.store.explain(ExplainParameters(first: "Anna Nowak", second: "Anna Zielińska"))
        #expect(why.isOne && why.corrections.count == 1)
        try await fixture.commit(try sample("Anna Zielinska", 7).publish())
        try fixture.reopen()
        #expect(try await entity(fixture, "Anna Nowak").entity.documents == 3)
        let rows = try await fixture.store.corrections(CorrectionsParameters()).page.items
        #expect(rows.map(\.author) == ["ann"] && rows.map(\.note) == ["seen"])
        _ = try await correct(fixture, .undo, String(rows[0].id))
        #expect(try await entity(fixture, "Anna Nowak").entity.documents == 1)
    }

    @Test func namesSaidToBeApartArePartedForGood() async throws {
        let fixture = try await fixture(["Viktor Yanukovych", "Victor Yanukovich"])
        #expect(try await entity(fixture, "Viktor Yanukovych").entity.documents == 2)
        _ = try await correct(fixture, .apart, "Viktor Yanukovych", "Victor Yanukovich")
        #expect(try await entity(fixture, "Viktor Yanukovych").entity.documents == 1)
        try await fixture.commit(try sample("Victor Yanukovich", 9).publish())
        #expect(try await entity(fixture, "Viktor Yanukovych").entity.documents == 1)
        #expect(try await entity(fixture, "Victor Yanukovich").entity.documents == 2)
    }

    @Test func falseNamesAreShownNowhereAndRenamedOnesAsTold() async throws {
        let fixture = try await fixture(["Anna Nowak", "Read More"])
        _ = try await correct(fixture, .false, "Read More")
        let people = try await fixture.store.entities(EntitiesParameters(type: .person)).page.items
        #expect(people.map(\.name) == ["Anna Nowak"])
        _ = try await correct(fixture, .rename, "Anna Nowak", "Anna Nowak-Kowalska")
        #expect(try await entity(fixture, "Anna Nowak").entity.name == "Anna Nowak-Kowalska")
        let rows = try await fixture.store.corrections(CorrectionsParameters()).page.items
        _ = try await correct(fixture, .undo, String(rows[0].id))
        #expect(try await fixture.store.entities(EntitiesParameters(type: .person)).page.items.count == 2)
    }

    @Test func doubtfulPairsComeForReview() async throws {
        let fixture = try await fixture(["Umerov", "Rustem Umerov", "Rustem Umerov"])
        let rows = try await fixture.store.review(ReviewParameters()).items
        #expect(rows.count == 1)
        _ = try await correct(fixture, .apart, "Umerov", "Rustem Umerov")
        #expect(try await fixture.store.review(ReviewParameters()).items.isEmpty)
    }

    @Test(arguments: 1...5)
    func theOrderOfDocumentsNeverMatters(seed: Int) async throws {
        let names = [
            "Volodymyr Zelenskyy", "Vladimir Zelensky", "Володимир Зеленський", "V. Zelensky", "Zelensky",
            "Serhiy Melnyk", "Sergei Melnik", "Melnyk", "Ivan Petrov", "Ivan Petrenko", "Иван Петров", "Petrov",
        ]
        func export(_ fixture: StoreFixture) async throws -> [UInt8] {
            let annotations = try await fixture.store.annotations(AnnotationsParameters()).page
            let entities = try await fixture.store.entities(EntitiesParameters()).page
            return try CanonicalJSON.encode(annotations) + CanonicalJSON.encode(entities)
        }
        let expected = try await export(try await fixture(names))
        var random = SplitMix(state: UInt64(seed))
        let other = try StoreFixture()
        try await other.commit(.pin(extractor: "x 1"))
        var waiting = names.enumerated().map { sample($1, $0) }.shuffled(using: &random)
        while let next = waiting.popLast() {
            try await other.commit(try next.publish())
            switch Int.random(in: 0..<5, using: &random) {
            case 0: try other.reopen()
            case 1:
                try await other.commit(.delete(document: next.key, command: UUID().uuidString))
                waiting.insert(next, at: 0)
            default: break
            }
        }
        #expect(try await export(other) == expected)
    }
}
