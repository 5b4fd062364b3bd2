import Annotation
import Foundation
import Store
import Testing
import Wire

import enum Store.Operation

/// Rates of the store alone: `ENTITYWIRE_MEASURE=1 swift test -c release --filter StoreMeasurements`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["ENTITYWIRE_MEASURE"] != nil))
struct StoreMeasurements {
    private struct Document: Sendable {
        var text: [UInt8]
        var annotation: Annotation
        var json: [UInt8]
    }

    @Test(arguments: [64, 8, 1])
    func ratesByBatch(size: Int) async throws {
        let fixture = try StoreFixture()
        let texts = Synthetic.texts(count: 882)
        let documents = try (0..<(size == 1 ? 200 : 40 * size)).map { number in
            let text = texts[number % texts.count] + Array(" No. \(number)".utf8)
            let annotation = Synthetic.annotation(of: text)
            return Document(text: text, annotation: annotation, json: try CanonicalJSON.encode(annotation))
        }
        try await fixture.commit(.pin(extractor: "x 1"))
        try await measure("submit, \(size) a commit", documents, size, fixture) { document, number in
            .submit(
                document: document.annotation.document, text: document.text,
                Submission(id: "\(number)", source: "Paper", title: "Title \(number)", published: "2024-02-15"))
        }
        try await measure("lease, \(size) a commit", documents, size, fixture, single: true) { _, _ in
            .lease(count: size, bytes: .max, suspects: false, worker: "w")
        }
        try await measure("result, \(size) a commit", documents, size, fixture) { document, _ in
            .result(
                document: document.annotation.document, attempt: 1, extractor: "x 1", document.annotation,
                json: document.json, worker: "w")
        }
    }

    private func measure(
        _ name: String, _ documents: [Document], _ size: Int, _ fixture: StoreFixture, single: Bool = false,
        _ operation: (Document, Int) -> Operation
    ) async throws {
        let batches = stride(from: 0, to: documents.count, by: size).map { start in
            (start..<min(start + (single ? 1 : size), documents.count)).map { operation(documents[$0], $0) }
        }
        let cpu = clock()
        let start = ContinuousClock.now
        for batch in batches {
            for case .refused(let error) in try await fixture.store.commit(batch, now: fixture.now).outcomes {
                Issue.record("\(error)")
            }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let used = Double(clock() - cpu) / Double(CLOCKS_PER_SEC)
        let mentions = documents.reduce(0) { $0 + $1.annotation.mentions.count } / documents.count
        print(
            "\(name): \(Int(Double(documents.count) / seconds)) documents/s,",
            "\(Int(used * 1e6 / Double(documents.count))) µs of CPU each, \(mentions) mentions")
        fflush(nil)
    }
}
