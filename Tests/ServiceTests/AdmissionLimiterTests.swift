import Testing
import Wire

@testable import QueryService

@Suite struct AdmissionLimiterTests {
    private static func refusal(_ body: () throws(WireError) -> Void) -> WireError? {
        do {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func questionsAreBoundedInNumberAndBytesAndByPeer() {
        let limiter = AdmissionLimiter(concurrent: 1, waiting: 2, perPeer: 2, bytes: 100)
        #expect(Self.refusal { () throws(WireError) in try limiter.enter([1], bytes: 101) }?.code == .busy)
        #expect(Self.refusal { () throws(WireError) in try limiter.enter([1], bytes: 60) } == nil)
        #expect(Self.refusal { () throws(WireError) in try limiter.enter([2], bytes: 41) }?.code == .busy)
        #expect(Self.refusal { () throws(WireError) in try limiter.enter([1], bytes: 1) } == nil)
        let share = Self.refusal { () throws(WireError) in try limiter.enter([1], bytes: 1) }
        #expect(share?.code == .tooManyRequests && share?.detail?["retryAfterMs"] == .number(500))
        #expect(Self.refusal { () throws(WireError) in try limiter.enter([2], bytes: 1) } == nil)
        #expect(Self.refusal { () throws(WireError) in try limiter.enter([3], bytes: 1) }?.code == .busy)
        limiter.leave([1], bytes: 60)
        #expect(Self.refusal { () throws(WireError) in try limiter.enter([3], bytes: 98) } == nil)
    }

    @Test(.timeLimit(.minutes(1))) func whoIsCancelledWaitsNoLongerAndTakesNoTurn() async throws {
        let limiter = AdmissionLimiter(concurrent: 1, waiting: 2, perPeer: 2, bytes: 100)
        try await limiter.turn()
        let cancelled = Task { try await limiter.turn() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        let next = Task { try await limiter.turn() }
        limiter.endTurn()
        try await next.value
        limiter.endTurn()
        try await limiter.turn()
    }
}
