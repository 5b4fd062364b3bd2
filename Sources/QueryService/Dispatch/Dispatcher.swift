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
    package private(set) var leases: [Attempt: Lease] = [:]
    /// The one version whose results answers use; nil until the first worker or publisher came.
    package private(set) var pinned: String?
    private var queue = QueueGlance(ordinaryReady: false, suspectReady: false, nextNotBefore: nil, pinned: nil)

    package init(options: Options) { self.options = options }

    /// Takes over what the store says was leased when the service last stopped: each waits one lease for its worker.
    package mutating func adopt(_ jobs: [LeasedJob], now: Int64) {
        for job in jobs {
            leases[Attempt(document: job.document, attempt: job.attempt)] = Lease(
                peer: nil, worker: job.worker, started: now, deadline: now + options.leaseMs, alone: false)
        }
    }

    // MARK: The worker speaks

    /// A worker introduces itself. Returns the attempts it lists and does not hold, and those it held by an earlier
    /// connection and does not list: their JOB never arrived, they go back at no cost. Whoever calls itself by the instance
    /// of a worker with another key is another worker.
    package mutating func hello(
        _ hello: Hello, from peer: [UInt8], user: String? = nil, now: Int64
    ) -> (lost: [Attempt], dropped: [Attempt]) {
        var dropped: [Attempt] = []
        let listed = Set(hello.inFlight)
        let earlier = sessions.values.filter { $0.instance == hello.instance && $0.user == user }
        for old in earlier.map(\.peer) {
            dropped += endSession(old).filter { !listed.contains($0) }
        }
        var session = Session(peer: peer, user: user, hello: hello, now: now)
        var lost: [Attempt] = []
        for attempt in hello.inFlight {
            guard var lease = leases[attempt], !lease.ending, lease.peer == nil || sessions[lease.peer ?? []] == nil
            else {
                lost.append(attempt)
                continue
            }
            lease.peer = peer
            lease.worker = session.label
            lease.deadline = now + options.leaseMs
            leases[attempt] = lease
            session.inFlight[attempt] = 0
            session.isAlone = session.isAlone || lease.alone
        }
        sessions[peer] = session
        return (lost, dropped.sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) })
    }

    /// Sets the window of a session; false where there is no such session.
    package mutating func credit(_ window: Int, from peer: [UInt8], now: Int64) -> Bool {
        guard sessions[peer] != nil else { return false }
        sessions[peer]?.window = min(max(0, window), Limits.window)
        sessions[peer]?.lastHeard = now
        return true
    }

    /// Extends the leases that the worker lists. Returns those it no longer holds; nil where there is no such session.
    package mutating func heartbeat(_ listed: [Attempt], from peer: [UInt8], now: Int64) -> [Attempt]? {
        guard sessions[peer] != nil else { return nil }
        sessions[peer]?.lastHeard = now
        return listed.filter { attempt in
            guard let lease = leases[attempt], lease.peer == peer, !lease.ending else { return true }
            leases[attempt]?.deadline = min(now + options.leaseMs, lease.started + options.attemptLimitMs)
            return false
        }
    }

    /// Notes that a session spoke; false where there is none.
    package mutating func heard(from peer: [UInt8], now: Int64) -> Bool {
        guard sessions[peer] != nil else { return false }
        sessions[peer]?.lastHeard = now
        return true
    }

    /// The worker goes. Returns what it still held: that goes back at no cost.
    package mutating func bye(from peer: [UInt8]) -> [Attempt] {
        endSession(peer).sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) }
    }

    /// Ends the sessions of users who may not work any more. Returns what they held: that goes back at no cost.
    package mutating func endSessions(of isUnwelcome: (_ user: String) -> Bool) -> [Attempt] {
        let unwelcome = sessions.values.filter { $0.user.map(isUnwelcome) == true }.map(\.peer)
        return unwelcome.flatMap { endSession($0) }.sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) }
    }

    /// Ends the session of a routing id that somebody with another key has now: that one gets neither its jobs nor its say.
    /// Returns what the session held: that goes back at no cost.
    package mutating func endSession(at peer: [UInt8], unlessOf user: String) -> [Attempt] {
        guard let session = sessions[peer], session.user != user else { return [] }
        return bye(from: peer)
    }

    package func label(of peer: [UInt8]) -> String { sessions[peer]?.label ?? "unknown worker" }

    // MARK: The store answers

    /// What the store committed last: what is ready, and the pinned version.
    package mutating func update(_ glance: QueueGlance) {
        queue = glance
        pinned = glance.pinned ?? pinned
    }

    /// Leases were committed for a session. Returns those to give back, as the session has gone or changed.
    package mutating func leased(_ jobs: [LeasedJob], to peer: [UInt8], now: Int64) -> [Attempt] {
        sessions[peer]?.leasePending = false
        guard let session = sessions[peer] else {
            return jobs.map { Attempt(document: $0.document, attempt: $0.attempt) }
        }
        for job in jobs {
            let attempt = Attempt(document: job.document, attempt: job.attempt)
            leases[attempt] = Lease(
                peer: peer, worker: session.label, started: now, deadline: now + options.leaseMs, alone: job.suspect)
            sessions[peer]?.inFlight[attempt] = job.text.count
            if job.suspect { sessions[peer]?.isAlone = true }
        }
        return []
    }

    /// A job left its worker's hands: stored, failed, released or ended.
    package mutating func finished(_ attempt: Attempt, as end: End) {
        guard let lease = leases.removeValue(forKey: attempt), let peer = lease.peer else { return }
        sessions[peer]?.inFlight[attempt] = nil
        if sessions[peer]?.inFlight.isEmpty == true { sessions[peer]?.isAlone = false }
        switch end {
        case .stored: sessions[peer]?.stored += 1
        case .failed: sessions[peer]?.failed += 1
        case .returned: break
        }
    }

    package enum End: Sendable { case stored, failed, returned }

    /// A document's job was closed, whatever attempt closed it: leases of other attempts end too.
    package mutating func closed(document: String, by attempt: Attempt?) {
        for other in leases.keys where other.document == document {
            finished(other, as: other == attempt ? .stored : .returned)
        }
    }

    // MARK: Time

    /// What to lease now, for whom. Suspects go to workers with empty hands, one each.
    package mutating func demands() -> [Demand] {
        guard queue.ordinaryReady || queue.suspectReady, let pinned else { return [] }
        var demands: [Demand] = []
        for session in sessions.values.sorted(by: {
            ($0.inFlight.count, $0.instance) < ($1.inFlight.count, $1.instance)
        }) {
            guard session.extractor == pinned, !session.leasePending, !session.isAlone else { continue }
            let free = session.window - session.inFlight.count
            guard free > 0, let demand = demand(of: session, free: free) else { continue }
            sessions[session.peer]?.leasePending = true
            demands.append(demand)
        }
        return demands
    }

    private mutating func demand(of session: Session, free: Int) -> Demand? {
        if queue.suspectReady, session.inFlight.isEmpty {
            // One worker asks for suspects at a time; the next glance says whether there are more.
            queue.suspectReady = false
            return Demand(peer: session.peer, worker: session.label, count: 1, bytes: .max, suspects: true)
        }
        let bytes = session.windowBytes - session.bytesInFlight
        guard queue.ordinaryReady, bytes > 0 else { return nil }
        // While a suspect waits, one worker must come to have empty hands: it gets nothing new.
        if queue.suspectReady, session.instance == emptiestInstance() { return nil }
        return Demand(peer: session.peer, worker: session.label, count: free, bytes: bytes, suspects: false)
    }

    private func emptiestInstance() -> String? {
        sessions.values.filter { $0.extractor == pinned && !$0.isAlone }
            .min { ($0.inFlight.count, $0.instance) < ($1.inFlight.count, $1.instance) }?.instance
    }

    /// A back-off may be over: look again at what is ready.
    package mutating func wake(at unixMs: Int64) -> Bool {
        guard let next = queue.nextNotBefore, next <= unixMs else { return false }
        queue.nextNotBefore = nil
        queue.ordinaryReady = true
        queue.suspectReady = true
        return true
    }

    /// The attempts whose time is over, as the store wants to hear of them; sessions silent for a lease are forgotten.
    package mutating func expire(now: Int64) -> (ended: [EndedAttempt], released: [Attempt]) {
        var ended: [EndedAttempt] = []
        var released: [Attempt] = []
        for (attempt, lease) in leases where !lease.ending && lease.deadline <= now {
            leases[attempt]?.ending = true
            guard lease.peer != nil else {
                released.append(attempt)
                continue
            }
            let limit = now >= lease.started + options.attemptLimitMs
            ended.append(
                EndedAttempt(
                    document: attempt.document, attempt: attempt.attempt, alone: lease.alone,
                    reason: limit ? .attemptLimit : .leaseExpired, worker: lease.worker))
        }
        for session in sessions.values where now - session.lastHeard > 2 * options.leaseMs && session.inFlight.isEmpty {
            sessions[session.peer] = nil
        }
        return (
            ended.sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) },
            released.sorted { ($0.document, $0.attempt) < ($1.document, $1.attempt) }
        )
    }

    /// The process slept (stopped, suspended): no worker is blamed for what it could not hear.
    package mutating func forgive(now: Int64) {
        for attempt in leases.keys {
            let deadline = leases[attempt]?.deadline ?? 0
            leases[attempt]?.deadline = max(deadline, now + options.leaseMs)
        }
        for peer in sessions.keys { sessions[peer]?.lastHeard = now }
    }

    private mutating func endSession(_ peer: [UInt8]) -> [Attempt] {
        guard let session = sessions.removeValue(forKey: peer) else { return [] }
        return Array(session.inFlight.keys)
    }
}
