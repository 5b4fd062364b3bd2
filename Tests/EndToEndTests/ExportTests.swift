import ClientKit
import Foundation
import Testing
import Wire

/// Guarantee F: the same submissions give the same answers.
@Suite struct ExportTests {
    @Test(.timeLimit(.minutes(5)))
    func theExportIsByteIdenticalFromOneExtractorAndFromFourWithKills() async throws {
        var generator = SeededGenerator(seed: 20_240_215)
        let texts = (0..<300).map { MadeUpNews.text($0, using: &generator) }
        let calm = try await Self.export(texts, extractors: 1, kills: 0)
        let stormy = try await Self.export(texts.reversed(), extractors: 4, kills: 8)
        #expect(calm.split(separator: "\n").count == texts.count)
        #expect(calm == stormy)
    }

    private static func export(_ texts: [String], extractors: Int, kills: Int) async throws -> String {
        let deployment = try await Deployment(lease: 1)
        let environment = ["ENTITYWIRE_EXTRACTION_DELAY_MS": kills > 0 ? "10" : "0"]
        for _ in 0..<extractors { try deployment.startExtractor(environment: environment) }
        try await deployment.withClient { client in
            try await withThrowingTaskGroup { group in
                for text in texts {
                    // What belongs to a text must not depend on its place in the order.
                    let index = text.utf8.count
                    let submission = Submission(
                        source: index % 2 == 0 ? "The Example" : nil, published: index % 3 == 0 ? "2024-03-08" : nil)
                    group.addTask { _ = try await client.submit(text, submission) }
                }
                try await group.waitForAll()
            }
            for kill in 0..<kills {
                try await Task.sleep(for: .milliseconds(150))
                try deployment.replaceExtractor(kill % extractors, environment: environment)
            }
            _ = try await deployment.waitUntilDone(client)
        }
        let (code, output, errors) = try deployment.client(["export", "annotations"])
        #expect(code == 0, "\(errors)")
        return output
    }
}
