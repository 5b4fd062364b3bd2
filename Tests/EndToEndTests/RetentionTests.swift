import ClientKit
import Foundation
import GRDB
import Testing
import Wire

/// Deleting by age, by the running service.
@Suite struct RetentionTests {
    @Test(.timeLimit(.minutes(2)))
    func documentsThatAreTooOldGoAndTheOthersStay() async throws {
        let deployment = try await Deployment()
        try deployment.startExtractor()
        for number in 0..<30 {
            _ = try deployment.client(["submit", "-", "--quiet"], input: "Report \(number) from Oslo, Norway.")
        }
        try await deployment.withClient { client in
            _ = try await deployment.waitUntilDone(client)
        }
        deployment.service.signal(SIGTERM)
        #expect(deployment.service.waitForExit() == 0)
        // As if 20 of them had been accepted three days ago.
        try await DatabaseQueue(path: deployment.database).write { db in
            try db.execute(sql: "UPDATE document SET accepted = accepted - 3 * 86400000 WHERE id <= 20")
        }
        try await deployment.restart(environment: ["ENTITYWIRE_KEEP_DAYS": "2", "ENTITYWIRE_LOG_FORMAT": "json"])
        try await deployment.withClient { client in
            var kinds: [String] = []
            // 30 accepted and stored, then what retention deletes: more than one request to the writer takes.
            for try await record in client.events(from: .init(epoch: nil, sequence: 60)) {
                kinds.append(record.event.event.rawValue)
                if kinds.count == 20 { break }
            }
            #expect(kinds.allSatisfy { $0 == "deleted" })
            #expect(try await client.status().documents == 10)
        }
        #expect(try deployment.client(["verify"]).code == 0)
    }
}
