import QueryService
import Store
import Testing
import Wire

/// Workers that are stopped, gone or unreachable, before any lease of theirs has run out.
@Suite struct SilentWorkerTests {
    static let version = "v1"
    static let attempt = Attempt(document: "d1", attempt: 1)
    var dispatcher: Dispatcher = {
        var options = Dispatcher.Options()
        options.leaseMs = 6_000
        return Dispatcher(options: options)
    }()

    mutating func setReady(suspects: Bool = false) {
        let summary = QueueSummary(
            ordinaryReady: true, suspectReady: suspects, nextNotBefore: nil, pinned: Self.version)
        dispatcher.update(summary, unixMs: 0, now: 0)
    }

    mutating func greet(_ instance: String, at peer: UInt8, window: Int = 4, user: String? = nil) {
        let hello = Hello(
            name: "w", instance: instance, extractor: Self.version, window: window, windowBytes: 1_000, inFlight: [])
        _ = dispatcher.hello(hello, from: [peer], user: user, now: 0)
    }

    mutating func lease(_ documents: String..., to peer: UInt8, suspect: Bool = false, now: Int64 = 0) -> [Attempt] {
        let jobs = documents.map {
            LeasedJob(document: $0, attempt: 1, text: [1], worker: "w", suspect: suspect)
        }
        return dispatcher.leased(jobs, to: [peer], session: dispatcher.sessions[[peer]]?.number ?? 0, now: now)
    }

    mutating func peers(now: Int64) -> [[UInt8]] { dispatcher.demands(now: now).map(\.peer) }

    @Test mutating func aWorkerThatIsSilentForThreeHeartbeatsGetsNoSuspectUntilItSpeaks() {
        greet("silent", at: 1)
        greet("busy", at: 2)
        setReady(suspects: true)
        _ = lease("d9", to: 2)
        _ = dispatcher.heartbeat([Attempt(document: "d9", attempt: 1)], from: [2], now: 3_001)
        // The busy worker is left to empty its hands; the silent one is not asked.
        #expect(peers(now: 3_001) == [])
        dispatcher.finished(Attempt(document: "d9", attempt: 1), as: .stored)
        let demands = dispatcher.demands(now: 3_001)
        #expect(demands.map(\.peer) == [[2]])
        #expect(demands.map(\.suspects) == [true])
        dispatcher.heard(from: [1], now: 3_002)
        #expect(peers(now: 3_002) == [[1]])
    }

    /// The whole course: a stopped worker beside one that works, a text that was in the hands of both.
    @Test mutating func noSilenceOfAnEmptyWorkerIsADeathOfADocument() {
        greet("stopped", at: 1)
        greet("alive", at: 2)
        for now in stride(from: Int64(0), through: 60_000, by: 1_000) {
            setReady(suspects: true)
            _ = dispatcher.heartbeat([], from: [2], now: now)
            for demand in dispatcher.demands(now: now) {
                #expect(demand.peer == [2] || now <= 3_000, "a suspect for a worker that is silent")
                _ = dispatcher.leased([], to: demand.peer, session: demand.session, now: now)
            }
            #expect(dispatcher.expire(now: now).ended.isEmpty)
        }
        #expect(dispatcher.sessions.count == 1)
    }

    @Test mutating func aWorkerThatWantsNothingKeepsNoSuspectFromTheOthers() {
        greet("draining", at: 1, window: 0)
        greet("alive", at: 2)
        setReady()
        _ = lease("d1", to: 2)
        setReady(suspects: true)
        #expect(peers(now: 0) == [], "the one that works is to empty its hands")
        dispatcher.finished(Self.attempt, as: .stored)
        #expect(peers(now: 0) == [[2]])
    }

    @Test mutating func whatCouldNotBeSentGoesBackOnceAndItsWorkerGetsNothingUntilItSpeaks() {
        greet("gone", at: 1)
        setReady()
        #expect(peers(now: 0) == [[1]])
        _ = lease("d1", to: 1)
        let back = dispatcher.undelivered([Self.attempt])
        #expect(back == [Self.attempt])
        let again = dispatcher.undelivered([Self.attempt])
        #expect(again.isEmpty)
        dispatcher.finished(Self.attempt, as: .returned)
        #expect(peers(now: 0) == [])
        dispatcher.heard(from: [1], now: 1)
        #expect(peers(now: 1) == [[1]])
    }

    @Test mutating func anEndThatCouldNotBeWrittenIsTriedAgain() {
        greet("a", at: 1)
        setReady()
        _ = lease("d1", to: 1)
        #expect(dispatcher.expire(now: 6_000).ended.count == 1)
        #expect(dispatcher.expire(now: 6_001).ended.isEmpty)
        dispatcher.notEnded(Self.attempt)
        #expect(dispatcher.expire(now: 6_002).ended.count == 1)
        // A worker that speaks meanwhile goes on.
        dispatcher.notEnded(Self.attempt)
        #expect(dispatcher.heartbeat([Self.attempt], from: [1], now: 6_003) == [])
        #expect(dispatcher.expire(now: 6_004).ended.isEmpty)
    }

    @Test mutating func whatGoesBackAndCannotBeWrittenGoesBackLater() {
        greet("a", at: 1)
        setReady()
        _ = lease("d1", to: 1)
        #expect(dispatcher.bye(from: [1]) == [Self.attempt])
        dispatcher.notEnded(Self.attempt)
        #expect(dispatcher.expire(now: 6_000).released == [Self.attempt])
    }

    // MARK: Those who say HELLO again and again

    @Test mutating func manyHellosOfOnePeerLeaseOnceAndNotForTheEarlierSessions() {
        setReady()
        greet("a", at: 1)
        let first = dispatcher.demands(now: 0)
        #expect(first.count == 1)
        for _ in 0..<100 {
            greet("a", at: 1)
            #expect(peers(now: 0) == [])
        }
        let job = LeasedJob(document: "d1", attempt: 1, text: [1], worker: "w", suspect: false)
        let back = dispatcher.leased([job], to: [1], session: first[0].session, now: 0)
        #expect(back == [Self.attempt])
        #expect(dispatcher.leases.count == 1, "the store has it as leased until the release is written")
        #expect(peers(now: 0) == [[1]])
    }

    @Test mutating func anotherInstanceOnOnePeerEndsTheSessionThatWasThere() {
        setReady()
        greet("a", at: 1)
        _ = lease("d1", "d2", to: 1)
        let hello = Hello(
            name: "w", instance: "b", extractor: Self.version, window: 4, windowBytes: 1_000, inFlight: [Self.attempt])
        let (lost, dropped) = dispatcher.hello(hello, from: [1], now: 0)
        #expect(lost.isEmpty)
        #expect(dropped == [Attempt(document: "d2", attempt: 1)])
        let (_, again) = dispatcher.hello(hello, from: [1], now: 0)
        #expect(again.isEmpty, "what goes back goes back once")
        #expect(dispatcher.isHeld(Self.attempt, by: [1]))
    }

    @Test mutating func anAttemptIsHeldByThePeerThatItWasGivenTo() {
        greet("a", at: 1)
        greet("b", at: 2)
        _ = lease("d1", to: 1)
        #expect(dispatcher.isHeld(Self.attempt, by: [1]))
        #expect(!dispatcher.isHeld(Self.attempt, by: [2]))
        #expect(!dispatcher.isHeld(Attempt(document: "d1", attempt: 2), by: [1]))
        #expect(!dispatcher.isHeld(Attempt(document: "d2", attempt: 1), by: [1]))
    }

    @Test mutating func aLeaseAfterARestartBelongsToThePeerThatNamesItFirst() {
        let job = LeasedJob(document: "d1", attempt: 1, text: [], worker: "w", suspect: false)
        dispatcher.adopt([job], now: 0)
        let hello = Hello(
            name: "w", instance: "a", extractor: Self.version, window: 4, windowBytes: 1_000, inFlight: [Self.attempt])
        _ = dispatcher.hello(hello, from: [1], user: "alice", now: 0)
        let (lost, _) = dispatcher.hello(hello, from: [2], user: "bob", now: 0)
        #expect(lost == [Self.attempt])
        #expect(dispatcher.isHeld(Self.attempt, by: [1]))
    }
}
