package import Store
package import Wire

/// Who works on what: sessions, credits and leases, as a pure state machine in memory.
///
/// Takes events with the monotonic time in milliseconds and returns what to do; the durable side of every decision is
/// the store's. Credits are absolute: a session's free places are its window less what it holds by our own account.
package struct Dispatcher: Sendable {
    package struct Options: Sendable {
        package var leaseMs: Int64 = 30_000
        /// The longest that one attempt may take, heartbeats or not.
        package var attemptLimitMs: Int64 = 600_000
        package var heartbeatMs: Int64 { max(200, leaseMs / 6) }

        package init() {}
    }

    package let options: Options
    package private(set) var sessions: [[UInt8]: Session] = [:]
    /// By document: at most one attempt of a job is current.
    package private(set) var leases: [String: Lease] = [:]
    /// The one version whose results answers use; nil until the first worker or publisher came.
    package private(set) var pinned: String?
    private var queue = QueueSummary(ordinaryReady: false, suspectReady: false, nextNotBefore: nil, pinned: nil)
    /// When the next back-off is over, in monotonic milliseconds.
    private var nextDue: Int64?
    /// The peers for whom a lease is on its way through the writer: no second one until it is back, whatever they say.
    private var leasePending: Set<[UInt8]> = []
    /// How many sessions there have been.
    private var sessionCount = 0

    package init(options: Options) { self.options = options }

    /// Takes over what the store says was leased when the service last stopped: each waits one lease for its worker.
    package mutating func adopt(_ jobs: [LeasedJob], now: Int64) {
        for job in jobs {
            leases[job.document] = Lease(
                attempt: Attempt(document: job.document, attempt: job.attempt), peer: nil, worker: job.worker,
                started: now, deadline: now + options.leaseMs, alone: false)
        }
    }

    // MARK: The worker speaks

    /// A worker introduces itself. Returns the attempts it lists and does not hold, and those it held by an earlier
    /// connection and does not list: their JOB never arrived, they go back at no cost. Whoever calls itself by the instance
    /// of a worker with another key is another worker.
    package mutating func hello(
        _ hello: Hello, from peer: [UInt8], user: String? = nil, now: Int64
    ) -> (lost: [Attempt], dropped: [Attempt]) {
        let listed = Set(hello.inFlight)
        let earlier = sessions.values.filter { $0.peer == peer || $0.instance == hello.instance && $0.user == user }
        let held = earlier.flatMap { endSession($0.peer) }
        sessionCount += 1
        var session = Session(peer: peer, number: sessionCount, user: user, hello: hello, now: now)
        var lost: [Attempt] = []
        for attempt in hello.inFlight {
            guard var lease = lease(of: attempt), !lease.ending, lease.peer == nil || lease.peer == peer else {
                lost.append(attempt)
                continue
            }
            lease.peer = peer
            lease.worker = session.label
            lease.deadline = now + options.leaseMs
            leases[attempt.document] = lease
            session.inFlight[attempt] = 0
            session.isAlone = session.isAlone || lease.alone
        }
        sessions[peer] = session
        return (lost, giveBack(held.filter { !listed.contains($0) }))
    }

    /// Sets the window of a session; false where there is no such session.
    package mutating func credit(_ window: Int, from peer: [UInt8], now: Int64) -> Bool {
        guard heard(from: peer, now: now) else { return false }
        sessions[peer]?.window = min(max(0, window), Limits.window)
        return true
    }

    /// Extends the leases that the worker lists. Returns those it no longer holds; nil where there is no such session.
    package mutating func heartbeat(_ listed: [Attempt], from peer: [UInt8], now: Int64) -> [Attempt]? {
        guard heard(from: peer, now: now) else { return nil }
        return listed.filter { attempt in
            guard let lease = lease(of: attempt), lease.peer == peer, !lease.ending else { return true }
            leases[attempt.document]?.deadline = min(now + options.leaseMs, lease.started + options.attemptLimitMs)
            return false
        }
    }

    /// Notes that a message came from a session; false where there is none.
    @discardableResult package mutating func heard(from peer: [UInt8], now: Int64) -> Bool {
        guard sessions[peer] != nil else { return false }
        sessions[peer]?.lastHeard = now
        sessions[peer]?.isDeaf = false
        return true
    }

    /// Whether an attempt is in the hands of this peer: only then its failure, its return and its bad result count.
    package func isHeld(_ attempt: Attempt, by peer: [UInt8]) -> Bool { lease(of: attempt)?.peer == peer }

    /// The worker goes. Returns what it still held: that goes back at no cost.
    package mutating func bye(from peer: [UInt8]) -> [Attempt] {
        giveBack(endSession(peer))
    }

    /// Ends the sessions of users who may not work any more. Returns what they held: that goes back at no cost.
    package mutating func endSessions(of isUnwelcome: (_ user: String) -> Bool) -> [Attempt] {
        let unwelcome = sessions.values.filter { $0.user.map(isUnwelcome) == true }.map(\.peer)
        return giveBack(unwelcome.flatMap { endSession($0) })
    }

    /// Ends the session of a routing id that a peer with another key has now: it must not get the jobs of the one before.
    /// Returns what the session held: that goes back at no cost.
    package mutating func endSession(at peer: [UInt8], unlessOf user: String) -> [Attempt] {
        guard let session = sessions[peer], session.user != user else { return [] }
        return bye(from: peer)
    }

    package func label(of peer: [UInt8]) -> String { sessions[peer]?.label ?? "unknown worker" }

    // MARK: The store answers

    /// What the store committed last: what is ready, and the pinned version.
    ///
    /// - Parameter unixMs: the wall clock at `now`; nothing reads it later, as it may be set back meanwhile.
    package mutating func update(_ summary: QueueSummary, unixMs: Int64, now: Int64) {
        queue = summary
        pinned = summary.pinned ?? pinned
        nextDue = summary.nextNotBefore.map { now + max(0, $0 - unixMs) }
    }

    /// Leases were committed for a session. Returns those to give back, as the session has gone or is another one.
    package mutating func leased(_ jobs: [LeasedJob], to peer: [UInt8], session number: Int, now: Int64) -> [Attempt] {
        leasePending.remove(peer)
        let isThere = sessions[peer]?.number == number
        for job in jobs {
            let attempt = Attempt(document: job.document, attempt: job.attempt)
            // A document that was deleted and submitted again may have been in somebody's hands.
            closed(document: job.document, by: nil)
            leases[job.document] = Lease(
                attempt: attempt, peer: isThere ? peer : nil, worker: job.worker, started: now,
                deadline: now + options.leaseMs, alone: job.suspect)
            guard isThere else { continue }
            sessions[peer]?.inFlight[attempt] = job.text.count
            if job.suspect { sessions[peer]?.isAlone = true }
        }
        return isThere ? [] : giveBack(jobs.map { Attempt(document: $0.document, attempt: $0.attempt) })
    }

    /// Jobs could not be sent. Returns those to give back; their sessions get nothing more until they speak.
    package mutating func undelivered(_ attempts: [Attempt]) -> [Attempt] {
        for peer in attempts.compactMap({ lease(of: $0)?.peer }) { sessions[peer]?.isDeaf = true }
        return giveBack(attempts)
    }

    /// A job left its worker's hands: stored, failed, released or ended.
    package mutating func finished(_ attempt: Attempt, as end: End) {
        guard let lease = lease(of: attempt) else { return }
        leases[attempt.document] = nil
        guard let peer = lease.peer else { return }
        takeAway(attempt, from: peer)
        switch end {
        case .stored: sessions[peer]?.stored += 1
        case .failed: sessions[peer]?.failed += 1
        case .returned: break
        }
    }

    /// The store could not take the end of an attempt: it goes on, and ends again when its time is over.
    package mutating func notEnded(_ attempt: Attempt) {
        if lease(of: attempt) != nil { leases[attempt.document]?.ending = false }
    }

    package enum End: Sendable { case stored, failed, returned }

    /// A document's job was closed, whatever attempt closed it: the current one ends too.
    package mutating func closed(document: String, by attempt: Attempt?) {
        guard let current = leases[document]?.attempt else { return }
        finished(current, as: current == attempt ? .stored : .returned)
    }

    // MARK: Time

    /// What to lease now, for whom. Suspects go to workers with empty hands, one each.
    package mutating func demands(now: Int64) -> [Demand] {
        guard queue.ordinaryReady || queue.suspectReady else { return [] }
        let able = sessions.values.filter { canTake($0, now: now) }
            .sorted { ($0.inFlight.count, $0.number) < ($1.inFlight.count, $1.number) }
        var demands: [Demand] = []
        for session in able where !leasePending.contains(session.peer) {
            let free = session.window - session.inFlight.count
            let isEmptiest = session.number == able.first?.number
            guard free > 0, let demand = demand(of: session, free: free, isEmptiest: isEmptiest) else { continue }
            leasePending.insert(session.peer)
            demands.append(demand)
        }
        return demands
    }

    /// Whether a session may get jobs at all. One that fell silent may be stopped or gone: what it got would wait for
    /// nothing, and a suspect would be blamed for its silence.
    private func canTake(_ session: Session, now: Int64) -> Bool {
        session.extractor == pinned && session.window > 0 && !session.isAlone && !session.isDeaf
            && now - session.lastHeard <= 3 * options.heartbeatMs
    }

    private mutating func demand(of session: Session, free: Int, isEmptiest: Bool) -> Demand? {
        func demand(_ count: Int, bytes: Int, suspects: Bool) -> Demand {
            Demand(
                peer: session.peer, session: session.number, worker: session.label, count: count, bytes: bytes,
                suspects: suspects)
        }
        if queue.suspectReady, session.inFlight.isEmpty {
            // One worker asks for suspects at a time; the next summary says whether there are more.
            queue.suspectReady = false
            return demand(1, bytes: .max, suspects: true)
        }
        let bytes = session.windowBytes - session.bytesInFlight
        guard queue.ordinaryReady, bytes > 0 else { return nil }
        // While a suspect waits, one worker must come to have empty hands: it gets nothing new.
        if queue.suspectReady, isEmptiest { return nil }
        return demand(free, bytes: bytes, suspects: false)
    }

    /// A back-off may be over: look again at what is ready.
    package mutating func wake(now: Int64) -> Bool {
        guard let nextDue, nextDue <= now else { return false }
        self.nextDue = nil
        queue.ordinaryReady = true
        queue.suspectReady = true
        return true
    }

    /// The attempts whose time is over, as the store wants to hear of them; sessions silent for two leases are forgotten.
    package mutating func expire(now: Int64) -> (ended: [EndedAttempt], released: [Attempt]) {
        var ended: [EndedAttempt] = []
        var released: [Attempt] = []
        for lease in leases.values where !lease.ending && lease.deadline <= now {
            leases[lease.attempt.document]?.ending = true
            if lease.peer == nil { released.append(lease.attempt) } else { ended.append(end(of: lease, now: now)) }
        }
        for session in sessions.values where now - session.lastHeard > 2 * options.leaseMs && session.inFlight.isEmpty {
            sessions[session.peer] = nil
        }
        return (
            ended.sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) },
            released.sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) }
        )
    }

    /// Among others a document may only have waited for one that hangs: like a death, an attempt without end counts against
    /// it when it was alone, and makes it a suspect before.
    private func end(of lease: Lease, now: Int64) -> EndedAttempt {
        let isLimit = lease.alone && now >= lease.started + options.attemptLimitMs
        return EndedAttempt(
            document: lease.attempt.document, attempt: lease.attempt.attempt, alone: lease.alone,
            reason: isLimit ? .attemptLimit : .leaseExpired, worker: lease.worker)
    }

    /// The process slept (stopped, suspended): no worker is blamed for what it could not hear.
    package mutating func forgive(now: Int64) {
        for (document, lease) in leases {
            leases[document]?.deadline = max(lease.deadline, now + options.leaseMs)
        }
        for peer in sessions.keys { sessions[peer]?.lastHeard = now }
    }

    // MARK: Leases

    private func lease(of attempt: Attempt) -> Lease? {
        leases[attempt.document].flatMap { $0.attempt == attempt ? $0 : nil }
    }

    /// Ends a session. Returns what it held: that is in nobody's hands now.
    private mutating func endSession(_ peer: [UInt8]) -> [Attempt] {
        guard let session = sessions.removeValue(forKey: peer) else { return [] }
        for attempt in session.inFlight.keys { leases[attempt.document]?.peer = nil }
        return Array(session.inFlight.keys)
    }

    /// Takes attempts out of everybody's hands. Returns those whose end is not yet on its way to the store, in order.
    private mutating func giveBack(_ attempts: [Attempt]) -> [Attempt] {
        let back = attempts.filter { lease(of: $0)?.ending == false }
        for attempt in back {
            if let peer = leases[attempt.document]?.peer { takeAway(attempt, from: peer) }
            leases[attempt.document]?.peer = nil
            leases[attempt.document]?.ending = true
        }
        return back.sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) }
    }

    private mutating func takeAway(_ attempt: Attempt, from peer: [UInt8]) {
        sessions[peer]?.inFlight[attempt] = nil
        if sessions[peer]?.inFlight.isEmpty == true { sessions[peer]?.isAlone = false }
    }
}
