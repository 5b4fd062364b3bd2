import Annotation
import Testing
import Wire

@testable import QueryService
@testable import Store

/// A lease is in memory exactly as long as the store has the job as leased.
@Suite struct CoordinatorTests {
    static let attempt = Attempt(document: "d1", attempt: 1)
    static let full = Outcome.refused(WireError(.storageFull, "The disk is full.", retry: .later))
    static let wrong = Outcome.refused(.badField("annotation", "The annotation is wrong."))

    static func result(of extractor: String) -> Operation {
        .result(
            document: "d1", attempt: 1, extractor: extractor, Annotation(document: "d1", extractor: extractor),
            json: [],
            worker: "w")
    }

    static func publish(by extractor: String) -> Operation {
        .publish(
            document: "d1", text: [], Submission(), extractor: extractor,
            Annotation(document: "d1", extractor: extractor), json: [])
    }

    static let fail = Operation.fail(
        Fail(document: "d1", attempt: 1, retryable: true, code: "c", text: "t"), worker: "w")
    static let ended = Operation.ended([
        EndedAttempt(document: "d1", attempt: 1, alone: false, reason: .leaseExpired, worker: "w")
    ])

    @Test(
        arguments: [
            (result(of: "v1"), .stored(Stored(duplicate: false)), 0),
            (result(of: "v1"), .stored(Stored(duplicate: true)), 0),
            (result(of: "v1"), wrong, 0),
            (result(of: "v1"), full, 1),
            (result(of: "v2"), .stored(Stored(duplicate: false)), 1),
            (publish(by: "v1"), .stored(Stored(duplicate: false)), 0),
            (publish(by: "v2"), .stored(Stored(duplicate: false)), 1),
            (publish(by: "v1"), full, 1),
            (fail, .stored(Stored(duplicate: false)), 0),
            (fail, full, 1),
            (.release([attempt]), .stored(Stored(duplicate: false)), 0),
            (.release([attempt]), full, 1),
            (ended, .ended, 0),
            (ended, full, 1),
        ] as [(Operation, Outcome, Int)])
    func aLeaseEndsWithWhatTheStoreWrote(_ operation: Operation, _ outcome: Outcome, leases: Int) {
        let coordinator = Self.coordinatorWithOneLease()
        _ = coordinator.apply(Self.commit([outcome]), of: [Self.request(operation)])
        #expect(coordinator.leases == leases)
    }

    /// Its time is over, but the disk is full: that it ends is asked for again.
    @Test func anEndThatWasRefusedIsAskedForAgain() {
        let coordinator = Self.coordinatorWithOneLease()
        let late = Clock.monotonicMs + 1_000_000
        #expect(coordinator.with { $0.expire(now: late).ended.count } == 1)
        #expect(coordinator.with { $0.expire(now: late).ended.count } == 0)
        _ = coordinator.apply(Self.commit([Self.full]), of: [Self.request(Self.ended)])
        #expect(coordinator.with { $0.expire(now: late).ended.count } == 1)
    }

    private static func coordinatorWithOneLease() -> Coordinator {
        let coordinator = Coordinator(options: Dispatcher.Options(), queue: WriteQueue())
        let job = LeasedJob(document: "d1", attempt: 1, text: [], worker: "w", suspect: false)
        let hello = Hello(
            name: "w", instance: "a", extractor: "v1", window: 4, windowBytes: 1_000, inFlight: [])
        coordinator.with { dispatcher in
            dispatcher.update(commit([]).queue, unixMs: 0, now: 0)
            _ = dispatcher.hello(hello, from: [1], now: Clock.monotonicMs)
            _ = dispatcher.leased([job], to: [1], session: 1, now: Clock.monotonicMs)
        }
        return coordinator
    }

    private static func commit(_ outcomes: [Outcome]) -> Commit {
        Commit(
            outcomes: outcomes, events: [],
            queue: QueueSummary(ordinaryReady: false, suspectReady: false, nextNotBefore: nil, pinned: "v1"), last: 0)
    }

    private static func request(_ operation: Operation) -> WriteRequest {
        WriteRequest(operation: operation, origin: .service, bytes: 0)
    }
}
