import Wire

/// The requests of one socket, from the call to the answer: a pure state machine.
///
/// ```
///            admit             take              reply
///  waiting ────────► ready ─────────► sent ─────────────────► answered, failed
///                      ▲                │ connection lost,
///                      ├────────────────┤ resend time, "retry now"
///                      └───── held ◄────┘ "retry later"
/// ```
///
/// Moments are durations since any fixed start, so that tests need no clock. The driver performs what the methods return.
struct RequestTable {
    typealias Ticket = UInt64

    /// What became of a request.
    struct Ending: Equatable {
        var ticket: Ticket
        var result: Result<Envelope, ClientError>
    }

    struct Timeouts {
        var connect: Duration
        var busy: Duration
        var resend: Duration
        var silence: Duration
    }

    enum Phase: Equatable {
        case ready
        case sent(at: Duration)
        case held(until: Duration)
    }

    struct Entry {
        var envelope: Envelope
        var size: Int
        var timeout: Duration
        var phase = Phase.ready
        var deadline = Duration.zero
        var admittedAt = Duration.zero
        var sends = 0
        /// How often the service asked for a repetition.
        var repeats = 0

        var isSent: Bool { if case .sent = phase { true } else { false } }
    }

    let endpoint: String
    let prefix: String
    let limits: (requests: Int, bytes: Int)
    let timeouts: Timeouts

    /// Those that were let through: never more than the limit, so that looking at all of them costs little.
    var entries: [Ticket: Entry] = [:]
    /// Those that wait for their turn, and their order; what was cancelled is passed over there.
    var queued: [Ticket: Entry] = [:]
    private var turns: [Ticket] = []
    private var nextTurn = 0
    var outbox: [Ticket] = []
    var admittedBytes = 0
    var connected = false
    var everConnected = false
    var tryingSince: Duration?
    var lastHeard = Duration.zero
    /// When the first of the questions went out that are open now.
    var askedSince = Duration.zero
    var pinged = false
    var pingDue = false
    /// Why the last attempt to connect failed, where the monitor knows.
    var obstacle: ClientError?
    private var lastTicket: Ticket = 0

    /// - Parameter prefix: makes this client's request ids its own; at most 12 ASCII characters.
    init(endpoint: String, prefix: String, limits: (requests: Int, bytes: Int), timeouts: Timeouts) {
        self.endpoint = endpoint
        self.prefix = prefix
        self.limits = limits
        self.timeouts = timeouts
    }

    var isEmpty: Bool { entries.isEmpty && queued.isEmpty }

    /// A number for a request that will be added.
    mutating func reserve() -> Ticket {
        lastTicket += 1
        return lastTicket
    }

    /// Takes a request in; its id is set here, and kept in every repetition.
    mutating func add(_ ticket: Ticket, _ envelope: Envelope, timeout: Duration, now: Duration) {
        var envelope = envelope
        envelope.requestID = Array("\(prefix)-\(ticket)".utf8)
        let size = envelope.bodies.reduce(envelope.header.count) { $0 + $1.count }
        queued[ticket] = Entry(envelope: envelope, size: size, timeout: timeout)
        turns.append(ticket)
        if !everConnected, tryingSince == nil { tryingSince = now }
        admit(now)
    }

    /// Forgets a request; a reply that still comes is ignored.
    mutating func remove(_ ticket: Ticket) {
        queued[ticket] = nil
        guard let entry = entries.removeValue(forKey: ticket) else { return }
        admittedBytes -= entry.size
        if entry.phase == .ready { outbox.removeAll { $0 == ticket } }
    }

    /// Lets waiting requests through up to the limits, in the order of the calls.
    mutating func admit(_ now: Duration) {
        while nextTurn < turns.count, entries.count < limits.requests,
            entries.isEmpty || admittedBytes < limits.bytes
        {
            let ticket = turns[nextTurn]
            nextTurn += 1
            guard var entry = queued.removeValue(forKey: ticket) else { continue }
            entry.deadline = now + entry.timeout
            entry.admittedAt = now
            entries[ticket] = entry
            admittedBytes += entry.size
            outbox.append(ticket)
        }
        // Dropped half at a time, so that a long queue is not moved at every step.
        if nextTurn > turns.count / 2 {
            turns.removeFirst(nextTurn)
            nextTurn = 0
        }
    }

    /// The next messages to send, in order; empty while there is no connection.
    mutating func take(upTo count: Int, bytes: Int, now: Duration) -> [Envelope] {
        guard connected else { return [] }
        if !entries.values.contains(where: \.isSent) { askedSince = now }
        var batch: [Envelope] = []
        if pingDue {
            pingDue = false
            batch.append(Envelope(.ping, requestID: Array("\(prefix)-ping".utf8), Empty()))
        }
        var size = 0
        var taken = 0
        while taken < outbox.count, batch.count < count, size < bytes {
            let ticket = outbox[taken]
            taken += 1
            guard var entry = entries[ticket] else { continue }
            entry.phase = .sent(at: now)
            entry.sends += 1
            entries[ticket] = entry
            size += entry.size
            batch.append(entry.envelope)
        }
        outbox.removeFirst(taken)
        return batch
    }

    /// Puts messages back that the socket did not take, before all others.
    mutating func putBack(_ envelopes: [Envelope]) {
        var tickets: [Ticket] = []
        for envelope in envelopes {
            guard let ticket = ticket(of: envelope.requestID), var entry = entries[ticket] else { continue }
            entry.phase = .ready
            entry.sends -= 1
            entries[ticket] = entry
            tickets.append(ticket)
        }
        outbox.insert(contentsOf: tickets, at: 0)
    }

    func ticket(of requestID: [UInt8]) -> Ticket? {
        let start = Array("\(prefix)-".utf8)
        guard requestID.starts(with: start) else { return nil }
        return Ticket(String(decoding: requestID[start.count...], as: UTF8.self))
    }
}
