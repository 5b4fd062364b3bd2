import Testing
import Wire

@testable import ExtractorWorker

@Suite struct HeldJobsTests {
    static let attempt = Attempt(document: "d1", attempt: 1)
    var heldJobs = HeldJobs()

    mutating func begin() {
        _ = heldJobs.take(Self.attempt, text: [1])
        _ = heldJobs.begin()
    }

    mutating func finish() { heldJobs.finish(Self.attempt) { Envelope(.result, requestID: $0, Empty()) } }

    @Test mutating func anAnswerWithoutAcknowledgementIsSentEverMoreRarely() {
        begin()
        finish()
        var times: [Int64] = []
        for now in stride(from: Int64(0), through: 1_000, by: 10) where !heldJobs.due(now: now, again: 10).isEmpty {
            times.append(now)
        }
        #expect(times == [0, 10, 30, 70, 150, 310, 470, 630, 790, 950])
        // A new connection may be to a service that never saw it.
        heldJobs.resendAll()
        let due = heldJobs.due(now: 1_000, again: 10)
        #expect(due.count == 1)
        let next = heldJobs.due(now: 1_010, again: 10)
        #expect(next.count == 1)
    }

    @Test mutating func aLostAttemptThatIsStillInWorkAfterSomeTimeHangs() {
        begin()
        #expect(
            heldJobs.hung(now: 1_000, after: 0) == nil, "as long as the service holds it for us it may take its time")
        #expect(!heldJobs.isEmpty)
        heldJobs.drop([Self.attempt], now: 1_000)
        heldJobs.drop([Self.attempt], now: 1_400)
        #expect(heldJobs.hung(now: 1_499, after: 500) == nil)
        #expect(heldJobs.hung(now: 1_500, after: 500) == Self.attempt)
        #expect(heldJobs.isEmpty, "nobody waits for it")
    }

    @Test mutating func aLostAttemptThatIsFinishedAfterAllDoesNotHang() {
        begin()
        heldJobs.drop([Self.attempt], now: 0)
        finish()
        #expect(heldJobs.hung(now: 1_000, after: 500) == nil)
        #expect(!heldJobs.isEmpty, "its result is welcome")
    }

    @Test mutating func aLostJobThatHasNotBegunIsDropped() {
        _ = heldJobs.take(Self.attempt, text: [1])
        heldJobs.drop([Self.attempt], now: 0)
        #expect(heldJobs.isEmpty)
        #expect(heldJobs.hung(now: 1_000, after: 0) == nil)
    }
}
