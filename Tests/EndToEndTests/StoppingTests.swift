import ClientKit
import Foundation
import Testing
import Wire

/// What a SIGTERM does: nothing accepted is lost, nothing begun is repeated.
@Suite struct StoppingTests {
    @Test(.timeLimit(.minutes(2)))
    func theServiceEndsByItselfAndKeepsWhatItAccepted() async throws {
        let deployment = try await Deployment()
        for number in 0..<20 {
            let result = try deployment.client(
                ["submit", "-", "--quiet"], input: "Report \(number) from Oslo, Norway.")
            #expect(result.code == 0, "\(result.errors)")
        }
        deployment.service.signal(SIGTERM)
        #expect(deployment.service.waitForExit() == 0, "\(deployment.service.standardError)")
        try await deployment.restart()
        let list = try deployment.client(["documents", "--json", "--limit", "0"])
        #expect(list.output.split(separator: "\n").count == 20)
    }

    @Test(.timeLimit(.minutes(2)))
    func anExtractorThatIsToldToStopGivesBackWhatItHasNotBegun() async throws {
        let deployment = try await Deployment(lease: 60)
        let slow = try deployment.startExtractor(environment: ["ENTITYWIRE_EXTRACTION_DELAY_MS": "300"])
        try await deployment.withClient { client in
            for number in 0..<12 { _ = try await client.submit("Report \(number) from Lagos, Nigeria.") }
            while try await client.workers().allSatisfy({ $0.inFlight == 0 }) {
                try await Task.sleep(for: .milliseconds(20))
            }
            slow.signal(SIGTERM)
            #expect(slow.waitForExit() == 0, "\(slow.standardError)")
            // No lease has to run out: what was given back is ready at once.
            try deployment.startExtractor()
            let status = try await deployment.waitUntilDone(client, within: .seconds(30))
            #expect(status.queue.done == 12)
            let attempts = try await client.jobs().reduce(into: [Int]()) { $0.append($1.failures) }
            #expect(attempts.allSatisfy { $0 == 0 })
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func aWorkerFindsItsWayBackToAServiceThatWasAway() async throws {
        let deployment = try await Deployment()
        try deployment.startExtractor()
        _ = try deployment.client(["submit", "-", "--wait"], input: "Anna Example lives in Bergen.")
        try await deployment.restart()
        let result = try deployment.client(["submit", "-", "--wait"], input: "Anna Example lives in Oslo now.")
        #expect(result.code == 0, "\(result.errors)")
        let found = try deployment.client(["entity", "Anna Example", "--json"])
        #expect(found.output.contains("\"documents\":2"), "\(found.output)")
    }
}
