import Annotation
import Foundation
import Store
import Wire

/// Asks every kind of question, of what is rare and of what is frequent, and prints what the answers took.
struct Questions: Sendable {
    typealias Ask = @Sendable (Store) async throws -> Void

    let store: Store
    private static let repetitions = 20

    func ask() async throws {
        say("question                                    p50   p99 ms    8 clients: p50   p99 ms")
        for (name, ask) in try await all() {
            let alone = try await times(ask, clients: 1)
            let together = try await times(ask, clients: 8)
            say(
                name.padding(toLength: 40, withPad: " ", startingAt: 0)
                    + String(
                        format: "%7.1f %8.1f %16.1f %8.1f", alone[alone.count / 2], alone[alone.count - 1],
                        together[together.count / 2], together[together.count - 1]))
        }
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    private func times(_ ask: @escaping Ask, clients: Int) async throws -> [Double] {
        try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<clients {
                group.addTask {
                    var times: [Double] = []
                    for _ in 0..<Self.repetitions {
                        let start = ContinuousClock.now
                        try await ask(store)
                        times.append((ContinuousClock.now - start) / .milliseconds(1))
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted()
        }
    }

    /// The questions, with names and keys that the store has.
    private func all() async throws -> [(String, Ask)] {
        let entities = try await store.entities(EntitiesParameters(limit: 500)).page.items
        let first = try await store.documents(DocumentsParameters(limit: 50))
        guard let top = entities.first?.id, let middling = entities.last?.id, let document = first.page.items.first
        else { return [] }
        let rare =
            try await store.document(DocumentParameters(document: document.document))
            .annotation?.entities.compactMap(\.globalId).last ?? top
        return documents(top: top, middling: middling, rare: rare, after: first.next)
            + people(top: top, middling: middling, rare: rare) + operations(document.document)
    }

    private func documents(top: String, middling: String, rare: String, after: String?) -> [(String, Ask)] {
        func documents(_ name: String, _ parameters: DocumentsParameters) -> (String, Ask) {
            (name, { _ = try await $0.documents(parameters) })
        }
        return [
            documents("documents, first page", DocumentsParameters()),
            documents("documents, a later page", DocumentsParameters(after: after)),
            documents("documents, rare word", DocumentsParameters(text: "4711")),
            documents("documents, common word", DocumentsParameters(text: "said")),
            documents("documents, phrase", DocumentsParameters(text: "\"the president\"")),
            documents("documents, common and rare word", DocumentsParameters(text: "said 4711")),
            documents(
                "documents, common word in a month", DocumentsParameters(text: "said", from: "2023-05", to: "2023-05")),
            documents("documents, top entity", DocumentsParameters(entity: top)),
            documents("documents, middling entity", DocumentsParameters(entity: middling)),
            documents("documents, rare entity", DocumentsParameters(entity: rare)),
            documents(
                "documents, top entity in a month", DocumentsParameters(entity: top, from: "2023-05", to: "2023-05")),
            documents("documents, top entity and word", DocumentsParameters(text: "government", entity: top)),
            documents("documents, top source", DocumentsParameters(source: "Paper 0")),
            documents("documents, rare source", DocumentsParameters(source: "Paper 299")),
            documents("documents, a week", DocumentsParameters(from: "2023-05-01", to: "2023-05-07")),
            documents("documents, language", DocumentsParameters(language: "en")),
            documents("documents, language without any", DocumentsParameters(language: "xx")),
        ]
    }

    private func people(top: String, middling: String, rare: String) -> [(String, Ask)] {
        func entities(_ name: String, _ parameters: EntitiesParameters) -> (String, Ask) {
            (name, { _ = try await $0.entities(parameters) })
        }
        func entity(_ name: String, _ id: String) -> [(String, Ask)] {
            [
                ("entity, \(name)", { _ = try await $0.entity(EntityParameters(entity: id)) }),
                ("mentions, \(name)", { _ = try await $0.mentions(EntityParameters(entity: id)) }),
            ]
        }
        let byName: Ask = { store in
            _ = try? await store.entity(EntityParameters(entity: NewsMaker.topName()))
        }
        return [
            entities("entities, first page", EntitiesParameters()),
            entities("entities, part of a name", EntitiesParameters(name: "prak")),
            entities("entities, frequent part of a name", EntitiesParameters(name: "ba")),
            entities("entities, part that no name has", EntitiesParameters(name: "qqq")),
            entities("entities, PERSON", EntitiesParameters(type: .person)),
            entities("entities, PRODUCT", EntitiesParameters(type: .product)),
            entities("entities, country", EntitiesParameters(country: "US")),
            entities("entities, rare country", EntitiesParameters(country: "TV")),
            ("entity, by name", byName),
        ] + entity("top", top) + entity("middling", middling) + entity("rare", rare)
    }

    private func operations(_ key: String) -> [(String, Ask)] {
        func jobs(_ name: String, _ state: DocumentState?) -> (String, Ask) {
            (name, { _ = try await $0.jobs(JobsParameters(state: state)) })
        }
        let status: Ask = { _ = try await $0.counts() }
        return [
            ("status", status),
            ("document by key", { _ = try await $0.document(DocumentParameters(document: key)) }),
            (
                "document by 12 digits",
                { _ = try await $0.document(DocumentParameters(document: String(key.prefix(12)))) }
            ),
            jobs("jobs", nil), jobs("jobs, done", .done), jobs("jobs, dead", .dead), jobs("jobs, deleted", .deleted),
            ("annotations, 100", { _ = try await $0.annotations(AnnotationsParameters(limit: 100)) }),
            ("SINCE, 500", { _ = try await $0.since(Since(epoch: nil, sequence: 0, limit: 500)) }),
        ]
    }
}
