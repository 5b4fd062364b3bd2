import QueryService
import Store
import Testing
import Wire

@Suite struct DispatcherTests {
    static let version = "v1"
    static let ready = QueueGlance(ordinaryReady: true, suspectReady: false, nextNotBefore: nil, pinned: version)
    static let suspects = QueueGlance(ordinaryReady: true, suspectReady: true, nextNotBefore: nil, pinned: version)

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

    @Test mutating func aWorkerIsOfferedItsFreePlacesOnce() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let demands = dispatcher.demands()
        #expect(demands.map(\.count) == [4])
        let offers = dispatcher.demands()
        #expect(offers.isEmpty)
        _ = dispatcher.leased([job("d1"), job("d2")], to: [1], now: 0)
        let nextOffers = dispatcher.demands()
        #expect(nextOffers.map(\.count) == [2])
    }

    @Test mutating func anotherVersionGetsNothing() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a", extractor: "v0"), from: [1], now: 0)
        let offers = dispatcher.demands()
        #expect(offers.isEmpty)
    }

    @Test mutating func aWindowOfZeroStopsTheFlow() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let known = dispatcher.credit(0, from: [1], now: 0)
        #expect(known)
        let offers = dispatcher.demands()
        #expect(offers.isEmpty)
        let unknown = dispatcher.credit(4, from: [9], now: 0)
        #expect(!unknown)
    }

    @Test mutating func aLeaseEndsUnlessAHeartbeatNamesIt() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.leased([job("d1"), job("d2")], to: [1], now: 0)
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

    @Test mutating func noHeartbeatExtendsAnAttemptBeyondItsLimit() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.leased([job("d1")], to: [1], now: 0)
        for now in stride(from: Int64(500), through: 4_500, by: 500) {
            _ = dispatcher.heartbeat([Attempt(document: "d1", attempt: 1)], from: [1], now: now)
            let over = dispatcher.expire(now: now)
            #expect(over.ended.isEmpty)
        }
        let nextOver = dispatcher.expire(now: 5_000)
        #expect(nextOver.ended.map(\.reason) == [.attemptLimit])
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
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.leased([job("d1"), job("d2")], to: [1], now: 0)
        let (lost, dropped) = dispatcher.hello(
            hello("a", inFlight: [Attempt(document: "d1", attempt: 1)]), from: [2], now: 100)
        #expect(lost.isEmpty)
        #expect(dropped == [Attempt(document: "d2", attempt: 1)])
        #expect(dispatcher.sessions.count == 1)
    }

    @Test mutating func anAttemptOfAnotherLiveWorkerIsLost() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.leased([job("d1")], to: [1], now: 0)
        let (lost, _) = dispatcher.hello(hello("b", inFlight: [Attempt(document: "d1", attempt: 1)]), from: [2], now: 0)
        #expect(lost == [Attempt(document: "d1", attempt: 1)])
    }

    @Test mutating func whoeverHasAnotherKeyTakesOverNeitherRoutingIDNorInstance() {
        let held = Attempt(document: "d1", attempt: 1)
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], user: "alice", now: 0)
        _ = dispatcher.leased([job("d1")], to: [1], now: 0)
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
        #expect(dispatcher.demands().allSatisfy { $0.peer == [2] })
    }

    @Test mutating func leasesForASessionThatWentAreGivenBack() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.demands()
        _ = dispatcher.bye(from: [1])
        let back = dispatcher.leased([job("d1")], to: [1], now: 0)
        #expect(back == [Attempt(document: "d1", attempt: 1)])
    }

    @Test mutating func aSuspectGoesToEmptyHandsAndNothingElseWithIt() {
        dispatcher.update(Self.suspects)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let offers = dispatcher.demands()
        #expect(offers.map(\.suspects) == [true])
        _ = dispatcher.leased([job("d1", suspect: true)], to: [1], now: 0)
        dispatcher.update(Self.ready)
        let nextOffers = dispatcher.demands()
        #expect(nextOffers.isEmpty, "nothing joins a suspect")
        dispatcher.closed(document: "d1", by: Attempt(document: "d1", attempt: 1))
        let lastOffers = dispatcher.demands()
        #expect(lastOffers.map(\.suspects) == [false])
    }

    @Test mutating func whileASuspectWaitsOneWorkerIsLeftToFinish() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.hello(hello("b"), from: [2], now: 0)
        _ = dispatcher.leased([job("d1")], to: [1], now: 0)
        _ = dispatcher.leased([job("d2"), job("d3")], to: [2], now: 0)
        dispatcher.update(Self.suspects)
        let offers = dispatcher.demands()
        #expect(offers.map(\.peer) == [[2]])
        dispatcher.finished(Attempt(document: "d1", attempt: 1), as: .stored)
        let nextOffers = dispatcher.demands()
        #expect(nextOffers.map(\.suspects) == [true])
    }

    @Test mutating func aClosedDocumentFreesEveryAttempt() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a", window: 1), from: [1], now: 0)
        _ = dispatcher.leased([job("d1", attempt: 2)], to: [1], now: 0)
        dispatcher.closed(document: "d1", by: Attempt(document: "d1", attempt: 1))
        #expect(dispatcher.leases.isEmpty)
        let offers = dispatcher.demands()
        #expect(offers.map(\.count) == [1])
    }

    @Test mutating func aServiceThatSleptBlamesNobody() {
        dispatcher.update(Self.ready)
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        _ = dispatcher.leased([job("d1")], to: [1], now: 0)
        dispatcher.forgive(now: 60_000)
        let over = dispatcher.expire(now: 60_000)
        #expect(over.ended.isEmpty)
        let nextOver = dispatcher.expire(now: 61_000)
        #expect(nextOver.ended.count == 1)
    }

    @Test mutating func aBackOffThatIsOverWakesTheQueue() {
        dispatcher.update(
            QueueGlance(ordinaryReady: false, suspectReady: false, nextNotBefore: 500, pinned: Self.version))
        _ = dispatcher.hello(hello("a"), from: [1], now: 0)
        let offers = dispatcher.demands()
        #expect(offers.isEmpty)
        let woke = dispatcher.wake(at: 499)
        #expect(!woke)
        let nextWoke = dispatcher.wake(at: 500)
        #expect(nextWoke)
        let nextOffers = dispatcher.demands()
        #expect(!nextOffers.isEmpty)
    }
}
