import QueryService
import Store
import Testing
import Wire

@Suite struct DispatcherTests {
    static let version = "v1"
    static let ready = QueueSummary(ordinaryReady: true, suspectReady: false, nextNotBefore: nil, pinned: version)
    static let suspects = QueueSummary(ordinaryReady: true, suspectReady: true, nextNotBefore: nil, pinned: version)

    var dispatcher: Dispatcher = {
        var options = Dispatcher.Options()
        options.leaseMs = 1_000
        options.attemptLimitMs = 5_000
        return Dispatcher(options: options)
    }()

    func hello(_ instance: String, extractor: String = version, window: Int = 4, inFlight: [Attempt] = []) -> Hello {
        Hello(
            name: "w", instance: instance, extractor: extractor, window: window, windowBytes: 1_000, inFlight: inFlight)
    }

    func job(_ document: String, attempt: Int = 1, suspect: Bool = false) -> LeasedJob {
        LeasedJob(document: document, attempt: attempt, text: [1, 2, 3], worker: "w", suspect: suspect)
    }

    mutating func update(_ summary: QueueSummary) { dispatcher.update(summary, unixMs: 0, now: 0) }

    mutating func leased(_ jobs: [LeasedJob], to peer: [UInt8], now: Int64) -> [Attempt] {
        dispatcher.leased(jobs, to: peer, session: dispatcher.sessions[peer]?.number ?? 0, now: now)
    }

    @Test mutating func aWorkerIsOfferedItsFreePlacesOnce() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let demands = dispatcher.demands(now: 0)
        #expect(demands.map(\.count) == [4])
        let offers = dispatcher.demands(now: 0)
        #expect(offers.isEmpty)
        _ = leased([job("d1"), job("d2")], to: [1], now: 0)
        let nextOffers = dispatcher.demands(now: 0)
        #expect(nextOffers.map(\.count) == [2])
    }

    @Test mutating func anotherVersionGetsNothing() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a", extractor: "v0"), from: [1], now: 0)
        let offers = dispatcher.demands(now: 0)
        #expect(offers.isEmpty)
    }

    @Test mutating func aWindowOfZeroStopsTheFlow() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let known = dispatcher.credit(0, from: [1], now: 0)
        #expect(known)
        let offers = dispatcher.demands(now: 0)
        #expect(offers.isEmpty)
        let unknown = dispatcher.credit(4, from: [9], now: 0)
        #expect(!unknown)
    }

    @Test mutating func aLeaseEndsUnlessAHeartbeatNamesIt() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = leased([job("d1"), job("d2")], to: [1], now: 0)
        let lost = dispatcher.heartbeat([Attempt(document: "d1", attempt: 1)], from: [1], now: 900)
        #expect(lost == [])
        let ended = dispatcher.expire(now: 1_000).ended
        #expect(ended.map(\.document) == ["d2"])
        #expect(ended.map(\.reason) == [.leaseExpired])
        let over = dispatcher.expire(now: 1_100)
        #expect(over.ended.isEmpty, "an end is reported once")
        let gone = dispatcher.heartbeat([Attempt(document: "d2", attempt: 1)], from: [1], now: 1_200)
        #expect(gone == [Attempt(document: "d2", attempt: 1)])
    }

    /// Among others it may only have waited for one that hangs: then it is a suspect, as after a lease without a word.
    @Test(arguments: [(true, EndedAttempt.Reason.attemptLimit), (false, .leaseExpired)])
    mutating func noHeartbeatExtendsAnAttemptBeyondItsLimit(isAlone: Bool, reason: EndedAttempt.Reason) {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = leased([job("d1", suspect: isAlone)], to: [1], now: 0)
        for now in stride(from: Int64(500), through: 4_500, by: 500) {
            _ = dispatcher.heartbeat([Attempt(document: "d1", attempt: 1)], from: [1], now: now)
            let over = dispatcher.expire(now: now)
            #expect(over.ended.isEmpty)
        }
        let nextOver = dispatcher.expire(now: 5_000)
        #expect(nextOver.ended.map(\.reason) == [reason])
        #expect(nextOver.ended.map(\.alone) == [isAlone])
    }

    @Test mutating func afterARestartALeaseWaitsForItsWorkerAndThenCostsNothing() {
        dispatcher.adopt([job("d1"), job("d2")], now: 0)
        let (lost, _) = dispatcher.hello(
            hello("a", inFlight: [Attempt(document: "d1", attempt: 1)]), from: [1], now: 500)
        #expect(lost.isEmpty)
        let (ended, released) = dispatcher.expire(now: 1_000)
        #expect(ended.isEmpty)
        #expect(released == [Attempt(document: "d2", attempt: 1)])
        let over = dispatcher.expire(now: 1_500)
        #expect(over.ended.map(\.document) == ["d1"])
    }

    @Test mutating func aReconnectedWorkerKeepsWhatItNamesAndReturnsWhatItNeverGot() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = leased([job("d1"), job("d2")], to: [1], now: 0)
        let (lost, dropped) = dispatcher.hello(
            hello("a", inFlight: [Attempt(document: "d1", attempt: 1)]), from: [2], now: 100)
        #expect(lost.isEmpty)
        #expect(dropped == [Attempt(document: "d2", attempt: 1)])
        #expect(dispatcher.sessions.count == 1)
    }

    @Test mutating func anAttemptOfAnotherLiveWorkerIsLost() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = leased([job("d1")], to: [1], now: 0)
        let (lost, _) = dispatcher.hello(hello("b", inFlight: [Attempt(document: "d1", attempt: 1)]), from: [2], now: 0)
        #expect(lost == [Attempt(document: "d1", attempt: 1)])
    }

    @Test mutating func whoeverHasAnotherKeyTakesOverNeitherRoutingIDNorInstance() {
        let held = Attempt(document: "d1", attempt: 1)
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], user: "alice", now: 0)
        _ = leased([job("d1")], to: [1], now: 0)
        // Another key under the instance of the worker: a worker beside it, without its jobs.
        let (lost, dropped) = dispatcher.hello(hello("a", inFlight: [held]), from: [2], user: "bob", now: 100)
        #expect(lost == [held])
        #expect(dropped.isEmpty)
        #expect(dispatcher.sessions.count == 2)
        // The worker itself speaks on.
        let ended = dispatcher.endSession(at: [1], unlessOf: "alice")
        #expect(ended.isEmpty)
        let still = dispatcher.heartbeat([held], from: [1], now: 200)
        #expect(still == [])
        // Another key on the worker's routing id: its session ends and its job goes back.
        let back = dispatcher.endSession(at: [1], unlessOf: "bob")
        #expect(back == [held])
        let credit = dispatcher.credit(4, from: [1], now: 300)
        #expect(!credit)
        let beat = dispatcher.heartbeat([held], from: [1], now: 300)
        #expect(beat == nil)
        #expect(dispatcher.demands(now: 0).allSatisfy { $0.peer == [2] })
    }

    @Test mutating func leasesForASessionThatWentAreGivenBack() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.demands(now: 0)
        _ = dispatcher.bye(from: [1])
        let back = leased([job("d1")], to: [1], now: 0)
        #expect(back == [Attempt(document: "d1", attempt: 1)])
    }

    @Test mutating func aSuspectGoesToEmptyHandsAndNothingElseWithIt() {
        update(Self.suspects)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let offers = dispatcher.demands(now: 0)
        #expect(offers.map(\.suspects) == [true])
        _ = leased([job("d1", suspect: true)], to: [1], now: 0)
        update(Self.ready)
        let nextOffers = dispatcher.demands(now: 0)
        #expect(nextOffers.isEmpty, "nothing joins a suspect")
        dispatcher.closed(document: "d1", by: Attempt(document: "d1", attempt: 1))
        let lastOffers = dispatcher.demands(now: 0)
        #expect(lastOffers.map(\.suspects) == [false])
    }

    @Test mutating func whileASuspectWaitsOneWorkerIsLeftToFinish() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.hello(hello("b"), from: [2], now: 0)
        _ = leased([job("d1")], to: [1], now: 0)
        _ = leased([job("d2"), job("d3")], to: [2], now: 0)
        update(Self.suspects)
        let offers = dispatcher.demands(now: 0)
        #expect(offers.map(\.peer) == [[2]])
        dispatcher.finished(Attempt(document: "d1", attempt: 1), as: .stored)
        let nextOffers = dispatcher.demands(now: 0)
        #expect(nextOffers.map(\.suspects) == [true])
    }

    @Test mutating func aClosedDocumentFreesEveryAttempt() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a", window: 1), from: [1], now: 0)
        _ = leased([job("d1", attempt: 2)], to: [1], now: 0)
        dispatcher.closed(document: "d1", by: Attempt(document: "d1", attempt: 1))
        #expect(dispatcher.leases.isEmpty)
        let offers = dispatcher.demands(now: 0)
        #expect(offers.map(\.count) == [1])
    }

    @Test mutating func aServiceThatSleptBlamesNobody() {
        update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = leased([job("d1")], to: [1], now: 0)
        dispatcher.forgive(now: 60_000)
        let over = dispatcher.expire(now: 60_000)
        #expect(over.ended.isEmpty)
        let nextOver = dispatcher.expire(now: 61_000)
        #expect(nextOver.ended.count == 1)
    }

    @Test mutating func aBackOffThatIsOverWakesTheQueue() {
        // The wall clock says 10,000; nobody asks it again.
        let waiting = QueueSummary(
            ordinaryReady: false, suspectReady: false, nextNotBefore: 10_500, pinned: Self.version)
        dispatcher.update(waiting, unixMs: 10_000, now: 0)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let offers = dispatcher.demands(now: 0)
        #expect(offers.isEmpty)
        let woke = dispatcher.wake(now: 499)
        #expect(!woke)
        let nextWoke = dispatcher.wake(now: 500)
        #expect(nextWoke)
        let nextOffers = dispatcher.demands(now: 0)
        #expect(!nextOffers.isEmpty)
    }
}
