import Testing
import Wire

@testable import QueryService

@Suite struct HealthTests {
    private static let gibibyte: UInt64 = 1 << 30

    private static func signs(_ change: (inout Health.Signs) -> Void) -> Health.Signs {
        var signs = Health.Signs(
            freeBytes: 100 * gibibyte, minimumFreeBytes: gibibyte / 2, open: 0, hasWorkers: true, abandonedMs: 0,
            committingMs: 0, lastFailure: nil, isWriterBehind: false)
        change(&signs)
        return signs
    }

    @Test(
        arguments: [
            (signs { _ in }, .nothing),
            (signs { $0.open = 5 }, .extraction),
            (signs { ($0.open, $0.isWriterBehind) = (5, true) }, .store),
            (signs { ($0.open, $0.hasWorkers) = (5, false) }, .noExtractors),
            (signs { ($0.open, $0.hasWorkers, $0.abandonedMs) = (5, false, 299_000) }, .noExtractors),
            (signs { $0.hasWorkers = false }, .nothing),
            (signs { $0.committingMs = 29_000 }, .nothing),
            (signs { $0.freeBytes = nil }, .nothing),
        ] as [(Health.Signs, StatusAnswer.Limit)])
    func aServiceThatWorksOrWaitsIsHealthyAndSaysWhatLimits(_ signs: Health.Signs, _ limit: StatusAnswer.Limit) {
        #expect(Health(signs).problem == nil)
        #expect(Health(signs).limit == limit)
    }

    @Test(
        arguments: [
            (signs { $0.freeBytes = gibibyte / 4 }, .disk, "256 MiB"),
            (signs { ($0.open, $0.hasWorkers, $0.abandonedMs) = (7, false, 301_000) }, .noExtractors, "7 documents"),
            (signs { $0.committingMs = 31_000 }, .nothing, "31 s"),
            (signs { ($0.open, $0.lastFailure) = (1, "The disk is full.") }, .extraction, "The disk is full."),
            (signs { $0.loss = "case.db is gone." }, .nothing, "case.db is gone."),
            (signs { $0.readFailure = "The database is damaged." }, .nothing, "The database is damaged."),
        ] as [(Health.Signs, StatusAnswer.Limit, String)])
    func trouble(_ signs: Health.Signs, _ limit: StatusAnswer.Limit, isOneSentenceThatSays words: String) {
        let health = Health(signs)
        #expect(health.limit == limit)
        #expect(health.problem?.contains(words) == true, "\(health.problem ?? "none")")
        #expect(health.problem?.contains("\n") == false)
    }
}
