import ClientKit
import Foundation
import Testing
import Wire

/// Faults that harm nobody but what has them: processes that are stopped, a text that never ends, many with one text.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct FaultTests {
    private static let tar = "the words that no extractor gets over"

    private static func texts(_ count: Int) -> [String] {
        var generator = SeededGenerator(seed: 1)
        return (0..<count).map { MadeUpNews.text($0, using: &generator) }
    }

    /// Waits until each extractor has work.
    private static func waitUntilBusy(_ client: ServiceClient, workers: Int) async throws {
        while try await client.workers().filter({ $0.inFlight > 1 }).count < workers {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test func noDocumentPaysForAnExtractorThatIsStopped() async throws {
        let deployment = try await Deployment()
        for _ in 0..<2 { try deployment.startExtractor(environment: ["ENTITYWIRE_EXTRACTION_DELAY_MS": "100"]) }
        try await deployment.withClient { client in
            for text in Self.texts(60) { _ = try await client.submit(text) }
            try await Self.waitUntilBusy(client, workers: 2)
            deployment.extractors[0].signal(SIGSTOP)
            defer { deployment.extractors[0].signal(SIGCONT) }
            let status = try await deployment.waitUntilDone(client, within: .seconds(120))
            #expect(status.queue.done == 60)
            let failures = try await client.jobs().reduce(into: 0) { $0 += $1.failures }
            #expect(failures == 0, "what it held was leased alone, and not to it")
        }
    }

    @Test func noDocumentPaysForAServiceThatWasStoppedForLongerThanALease() async throws {
        let deployment = try await Deployment(lease: 1)
        for _ in 0..<2 { try deployment.startExtractor(environment: ["ENTITYWIRE_EXTRACTION_DELAY_MS": "50"]) }
        try await deployment.withClient { client in
            for text in Self.texts(60) { _ = try await client.submit(text) }
            try await Self.waitUntilBusy(client, workers: 2)
            deployment.service.signal(SIGSTOP)
            // The time of three leases is the fault, not a wait for something to happen.
            try await Task.sleep(for: .seconds(3))
            deployment.service.signal(SIGCONT)
            let status = try await deployment.waitUntilDone(client, within: .seconds(120))
            #expect(status.queue.done == 60)
            let failures = try await client.jobs().reduce(into: 0) { $0 += $1.failures }
            #expect(failures == 0)
        }
    }

    @Test func aTextThatNeverEndsCostsItsExtractorAndNoOtherText() async throws {
        let deployment = try await Deployment(lease: 1, options: ["--attempt-limit", "2"])
        let environment = ["ENTITYWIRE_HANG_ON": Self.tar]
        let extractor = try deployment.startExtractor(["--jobs", "1"], environment: environment)
        try await deployment.withClient { client in
            let hanging = try await client.submit("A page with \(Self.tar).").document
            for text in Self.texts(10) { _ = try await client.submit(text) }
            #expect(extractor.waitForExit() == 1)
            #expect(extractor.standardError.contains(hanging), "\(extractor.standardError)")
            // Another one, that is spared this text.
            _ = try await client.delete(hanging)
            try deployment.startExtractor(environment: environment)
            let status = try await deployment.waitUntilDone(client, within: .seconds(120))
            #expect(status.queue.done == 10)
            let failures = try await client.jobs().reduce(into: 0) { $0 += $1.failures }
            #expect(failures == 0, "what waited behind it is not to blame")
        }
    }

    @Test func tenSubmittersOfOneTextMakeOneDocument() async throws {
        let deployment = try await Deployment()
        let text = Self.texts(1)[0]
        let duplicates = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 {
                group.addTask { try await deployment.withClient { try await $0.submit(text).duplicate } }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(duplicates == 9)
        let documents = try await deployment.withClient { try await $0.status().documents }
        #expect(documents == 1)
    }
}
