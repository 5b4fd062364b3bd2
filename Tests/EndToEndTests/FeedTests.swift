import ClientKit
import Foundation
import Testing
import Wire

/// Guarantee E: the feed may drop, but no gap goes unnoticed and each can be filled.
@Suite struct FeedTests {
    @Test(.timeLimit(.minutes(3)))
    func aWatcherSeesEveryEventOnceInOrderAcrossARestart() async throws {
        let deployment = try await Deployment()
        try deployment.startExtractor()
        try await deployment.withClient { client in
            let watcher = Task {
                var sequences: [Int] = []
                for try await record in client.events(from: FeedPosition(epoch: nil, sequence: 0)) {
                    sequences.append(record.event.sequence)
                    if sequences.count == 80 { break }
                }
                return sequences
            }
            for number in 0..<20 { _ = try await client.submit("Report \(number) from Oslo, Norway.") }
            try await deployment.restart()
            for number in 20..<40 { _ = try await client.submit("Report \(number) from Oslo, Norway.") }
            #expect(try await watcher.value == Array(1...80))
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func watchGoesOnWhereItStopped() async throws {
        let deployment = try await Deployment()
        _ = try deployment.client(["submit", "-"], input: "Report one from Oslo.")
        _ = try deployment.client(["submit", "-"], input: "Report two from Oslo.")
        let watch = try RunningProcess("entitywire", ["watch", "--from", "1", "--json"] + deployment.connection)
        #expect(await watch.line(beginningWith: "{") != nil, "\(watch.standardError)")
        watch.signal(SIGINT)
        watch.waitForExit()
        let lines = watch.standardOutput.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines[0].contains("\"sequence\":2"))
    }
}
