import Annotation
import Foundation
import Store
import Testing
import Wire

import enum Store.Operation

@Suite struct OrderIndependenceTests {
    private static let names = ["Zoë Kalniņa", "ZOE KALNINA", "Jānis Ozols", "Janis Ozols", "Zoe Kalnina"]

    private static let samples = (0..<12).map { number in
        Sample(person: names[number % names.count], place: ["Riga", "Rīga", "Tallinn"][number % 3], tail: "\(number)")
    }

    private static func submissions(_ number: Int) -> [Submission] {
        [
            Submission(
                id: "s\(number / 2)", source: "Paper \(number % 4)", title: "B", published: "2024-02-1\(number % 9)"),
            Submission(source: "Paper 9", title: "A", published: "2024-03-01", language: "lv"),
            Submission(url: "https://example.org/\(number)"),
        ]
    }

    /// Everything that the store answers, as bytes.
    private static func answers(_ fixture: StoreFixture) async throws -> [[UInt8]] {
        let store = fixture.store
        var answers: [[UInt8]] = []
        var after: String?
        repeat {
            let page = try await store.annotations(AnnotationsParameters(after: after, limit: 5, withText: true))
            answers.append(try CanonicalJSON.encode(page.page))
            after = page.next
        } while after != nil
        let documents = try await store.documents(DocumentsParameters(text: "came"))
        answers.append(try CanonicalJSON.encode(documents.page))
        for item in documents.page.items {
            answers.append(
                try CanonicalJSON.encode(try await store.document(DocumentParameters(document: item.document))))
        }
        let entities = try await store.entities(EntitiesParameters())
        answers.append(try CanonicalJSON.encode(entities.page))
        for item in entities.page.items {
            answers.append(try CanonicalJSON.encode(try await store.entity(EntityParameters(entity: item.id))))
            answers.append(try CanonicalJSON.encode(try await store.mentions(EntityParameters(entity: item.id)).page))
        }
        return answers
    }

    /// Submits in a random order and works with random deaths, repetitions and late results until all is done.
    ///
    /// - Parameter smallStore: below how many documents everything is folded at each commit.
    private static func run(seed: UInt64, smallStore: Int = 1_000) async throws -> [[UInt8]] {
        var random = SplitMix(state: seed)
        var options = StoreOptions()
        options.smallStore = smallStore
        let fixture = try StoreFixture(options: options)
        try await fixture.commit(.pin(extractor: "x 1"))
        var waiting = samples.indices.flatMap { number in submissions(number).map { samples[number].submit($0) } }
        waiting += waiting.prefix(5)
        waiting.shuffle(using: &random)
        while !waiting.isEmpty {
            let batch = waiting.prefix(Int.random(in: 1...7, using: &random))
            waiting.removeFirst(batch.count)
            _ = try await fixture.store.commit(Array(batch), now: fixture.now)
            try await work(fixture, &random)
        }
        while try await fixture.store.counts(now: fixture.now).queue.done < samples.count {
            fixture.now += 60_000
            try await work(fixture, &random)
        }
        let all = try await answers(fixture)
        try fixture.reopen()
        #expect(try await answers(fixture) == all, "seed \(seed) after a start")
        try await fixture.store.checkpoint()
        #expect(try await answers(fixture) == all, "seed \(seed) after an idle moment")
        return all
    }

    private static func work(_ fixture: StoreFixture, _ random: inout SplitMix) async throws {
        let outcome = try await fixture.run(
            .lease(count: 3, bytes: 1_000_000, suspects: Bool.random(using: &random), worker: "w"))
        guard case .leased(let jobs) = outcome else { throw Unexpected(outcome: outcome) }
        for job in jobs.shuffled(using: &random) {
            let sample = try #require(samples.first { $0.key == job.document })
            let operation: Operation =
                switch Int.random(in: 0..<5, using: &random) {
                case 0: .release([Attempt(document: job.document, attempt: job.attempt)])
                case 1:
                    .ended([
                        EndedAttempt(
                            document: job.document, attempt: job.attempt, alone: false, reason: .died, worker: "w")
                    ])
                default: try sample.result(attempt: job.attempt)
                }
            try await fixture.commit(operation)
            // A result that comes late or twice.
            if Int.random(in: 0..<4, using: &random) == 0 {
                try await fixture.commit(try sample.result(attempt: max(1, job.attempt - 1)))
            }
        }
    }

    @Test func answersDependOnWhatWasSubmittedAlone() async throws {
        let first = try await Self.run(seed: 1)
        #expect(first.count > 20)
        for seed in 2...6 {
            #expect(try await Self.run(seed: UInt64(seed), smallStore: seed % 3 * 8) == first, "seed \(seed)")
        }
    }
}
