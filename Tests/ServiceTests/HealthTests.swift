import Testing
import Wire

@testable import QueryService

@Suite struct HealthTests {
    private static let gibibyte: UInt64 = 1 << 30

    private static func inputs(_ change: (inout Health.Inputs) -> Void) -> Health.Inputs {
        var inputs = Health.Inputs(
            freeBytes: 100 * gibibyte, minimumFreeBytes: gibibyte / 2, open: 0, hasWorkers: true, abandonedMs: 0,
            committingMs: 0, lastFailure: nil, isWriterBehind: false)
        change(&inputs)
        return inputs
    }

    @Test(
        arguments: [
            (inputs { _ in }, .nothing),
            (inputs { $0.open = 5 }, .extraction),
            (inputs { ($0.open, $0.isWriterBehind) = (5, true) }, .store),
            (inputs { ($0.open, $0.hasWorkers) = (5, false) }, .noExtractors),
            (inputs { ($0.open, $0.hasWorkers, $0.abandonedMs) = (5, false, 299_000) }, .noExtractors),
            (inputs { $0.hasWorkers = false }, .nothing),
            (inputs { $0.committingMs = 29_000 }, .nothing),
            (inputs { $0.freeBytes = nil }, .nothing),
        ] as [(Health.Inputs, StatusAnswer.Limit)])
    func aServiceThatWorksOrWaitsIsHealthyAndSaysWhatLimits(_ inputs: Health.Inputs, _ limit: StatusAnswer.Limit) {
        #expect(Health(inputs).problem == nil)
        #expect(Health(inputs).limit == limit)
    }

    @Test(
        arguments: [
            (inputs { $0.freeBytes = gibibyte / 4 }, .disk, "256 MiB"),
            (inputs { ($0.open, $0.hasWorkers, $0.abandonedMs) = (7, false, 301_000) }, .noExtractors, "7 documents"),
            (inputs { $0.committingMs = 31_000 }, .nothing, "31 s"),
            (inputs { ($0.open, $0.lastFailure) = (1, "The disk is full.") }, .extraction, "The disk is full."),
            (inputs { $0.loss = "case.db is gone." }, .nothing, "case.db is gone."),
            (inputs { $0.readFailure = "The database is damaged." }, .nothing, "The database is damaged."),
        ] as [(Health.Inputs, StatusAnswer.Limit, String)])
    func trouble(_ inputs: Health.Inputs, _ limit: StatusAnswer.Limit, isOneSentenceThatSays words: String) {
        let health = Health(inputs)
        #expect(health.limit == limit)
        #expect(health.problem?.contains(words) == true, "\(health.problem ?? "none")")
        #expect(health.problem?.contains("\n") == false)
    }
}
