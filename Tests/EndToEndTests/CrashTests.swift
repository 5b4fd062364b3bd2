import Annotation
import ClientKit
import Foundation
import GRDB
import Synchronization
import Testing
import Wire

/// Guarantees A to D under kill -9 and SIGSTOP of real processes.
@Suite(.serialized) struct CrashTests {
    static let documents = 2_000
    static let faults = 44
    static let poison = "the words that no extractor survives"

    @Test(.timeLimit(.minutes(15)))
    func nothingIsLostWhenServiceAndExtractorsAreKilledAtRandom() async throws {
        let seed =
            ProcessInfo.processInfo.environment["ENTITYWIRE_TEST_SEED"].flatMap(UInt64.init)
            ?? .random(in: 0...UInt64.max)
        print("crash test: ENTITYWIRE_TEST_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        var texts = (0..<Self.documents - 1).map { MadeUpNews.text($0, using: &generator) }
        texts.append("A page with \(Self.poison).")
        let deployment = try await Deployment()
        let environment = ["ENTITYWIRE_DIE_ON": Self.poison, "ENTITYWIRE_EXTRACTION_DELAY_MS": "5"]
        for _ in 0..<3 { try deployment.startExtractor(environment: environment) }

        let accepted = try await deployment.withClient { [texts] client in
            async let keys = Self.submit(texts, with: client)
            try await Self.injectFaults(into: deployment, seed: seed, environment: environment)
            let accepted = try await keys
            let extractors = Task { try await Self.keepAlive(deployment, environment: environment) }
            defer { extractors.cancel() }
            let status = try await deployment.waitUntilDone(client)
            #expect(status.queue.done == Self.documents - 1)
            #expect(status.queue.dead == 1, "only the planted poison may die")
            return accepted
        }
        #expect(accepted.count == Self.documents)
        try await check(deployment, accepted: accepted)
    }

    /// What is on disk, read by another program's eyes.
    private func check(_ deployment: Deployment, accepted: Set<String>) async throws {
        let stored = try await deployment.withClient { client in
            var keys: [String] = []
            for try await item in client.annotations() { keys.append(item.annotation.document) }
            let dead = try await client.jobs(JobsParameters(state: .dead)).reduce(into: [JobRow]()) { $0.append($1) }
            #expect(dead.map(\.code) == ["worker_died"])
            return keys + dead.map(\.document)
        }
        #expect(stored.count == Set(stored).count, "nothing is stored twice")
        #expect(Set(stored) == accepted, "what was acknowledged is there, and nothing else")
        deployment.service.kill()
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: deployment.database, configuration: configuration)
        let integrity = try await database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        #expect(integrity == ["ok"])
    }

    /// Submits until each text is acknowledged; what is unknown is sent again.
    private static func submit(_ texts: [String], with client: ServiceClient) async throws -> Set<String> {
        try await withThrowingTaskGroup(of: [String].self) { group in
            for part in 0..<16 {
                group.addTask {
                    var keys: [String] = []
                    for index in stride(from: part, to: texts.count, by: 16) {
                        keys.append(try await submit(texts[index], with: client))
                    }
                    return keys
                }
            }
            return try await group.reduce(into: []) { $0.formUnion($1) }
        }
    }

    private static func submit(_ text: String, with client: ServiceClient) async throws -> String {
        while true {
            do throws(ClientError) {
                return try await client.submit(text).document
            } catch {
                guard [.unreachable, .noAnswer].contains(error.code) || error.answer?.retry != .never else {
                    throw error
                }
                try Task.checkCancellation()
            }
        }
    }

    /// Kills and stops at random: the pauses between the faults are the schedule, not a wait for something to happen.
    private static func injectFaults(into deployment: Deployment, seed: UInt64, environment: [String: String])
        async throws
    {
        var generator = SeededGenerator(seed: seed &+ 1)
        for fault in 0..<faults {
            try await Task.sleep(for: .milliseconds(Int(generator.next() % 250) + 30))
            let victim = Int(generator.next() % UInt64(deployment.extractors.count))
            switch generator.next() % 6 {
            case 0: try await deployment.restart()
            case 1:
                // The first commit is made before the service says that it is ready: it may never get so far.
                let armed = crashPoint(using: &generator)
                do { try await deployment.restart(environment: armed) } catch is StartError {}
            case 2: await stop(deployment.service, for: Int(generator.next() % 1_500))
            case 3: await stop(deployment.extractors[victim], for: Int(generator.next() % 3_000))
            default: try deployment.replaceExtractor(victim, environment: environment)
            }
            if !deployment.service.isRunning { try await deployment.restart() }
            if fault % 8 == 7 { try revive(deployment, environment: environment) }
        }
        if !deployment.service.isRunning { try await deployment.restart() }
        // No crash point may stay armed, no worker stay dead.
        try await deployment.restart()
    }

    private static func crashPoint(using generator: inout SeededGenerator) -> [String: String] {
        let points = ["before-commit", "after-commit", "half-acknowledged"]
        return ["ENTITYWIRE_CRASH_AT": "\(points[Int(generator.next() % 3)]):\(generator.next() % 20 + 1)"]
    }

    private static func stop(_ process: RunningProcess, for milliseconds: Int) async {
        process.signal(SIGSTOP)
        try? await Task.sleep(for: .milliseconds(milliseconds))
        process.signal(SIGCONT)
    }

    private static func revive(_ deployment: Deployment, environment: [String: String]) throws {
        while let dead = deployment.extractors.firstIndex(where: { !$0.isRunning }) {
            try deployment.replaceExtractor(dead, environment: environment)
        }
    }

    /// What compose's restart policy does: an extractor that the poison killed comes back.
    private static func keepAlive(_ deployment: Deployment, environment: [String: String]) async throws {
        while !Task.isCancelled {
            try revive(deployment, environment: environment)
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
