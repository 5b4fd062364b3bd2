import Wire

/// What a worker holds, as a pure state machine: jobs that wait, jobs in work, and answers not yet acknowledged.
///
/// An attempt leaves only when the service said that it need not be remembered. A new connection says what is held and
/// sends the answers again.
struct HeldJobs: Sendable {
    /// An answer that waits for its STORED.
    struct Unacknowledged: Sendable {
        let attempt: Attempt
        let envelope: Envelope
        /// Monotonic milliseconds: not before this it is sent (again).
        var notBefore: Int64 = 0
        /// How often it was sent on this connection.
        var sendings = 0
    }

    private(set) var waiting: [Attempt: [UInt8]] = [:]
    private(set) var order: [Attempt] = []
    private(set) var working: Set<Attempt> = []
    private(set) var answers: [[UInt8]: Unacknowledged] = [:]
    /// Those in work that the service no longer holds for us, with the monotonic milliseconds since when.
    private var lost: [Attempt: Int64] = [:]
    private var counter = 0

    /// All attempts held, sorted: what HELLO and HEARTBEAT list.
    var attempts: [Attempt] {
        (order + working + answers.values.map(\.attempt)).sorted {
            ($0.document, $0.attempt) < ($1.document, $1.attempt)
        }
    }

    /// Whether nothing is held that anybody waits for.
    var isEmpty: Bool { order.isEmpty && working.allSatisfy { lost[$0] != nil } && answers.isEmpty }

    /// A job came. False where this very attempt is held already.
    mutating func take(_ attempt: Attempt, text: [UInt8]) -> Bool {
        guard waiting[attempt] == nil, !working.contains(attempt) else { return false }
        waiting[attempt] = text
        order.append(attempt)
        return true
    }

    /// The next job to work on, oldest first.
    mutating func begin() -> (attempt: Attempt, text: [UInt8])? {
        guard let attempt = order.first, let text = waiting.removeValue(forKey: attempt) else { return nil }
        order.removeFirst()
        working.insert(attempt)
        return (attempt, text)
    }

    /// The work on an attempt is over; `make` gives the answer for a request id.
    mutating func finish(_ attempt: Attempt, make: (_ requestID: [UInt8]) -> Envelope) {
        working.remove(attempt)
        lost[attempt] = nil
        counter += 1
        let requestID = Array("r\(counter)".utf8)
        answers[requestID] = Unacknowledged(attempt: attempt, envelope: make(requestID))
    }

    /// The service no longer holds these for us: what has not begun is dropped, what is in work is noted.
    mutating func drop(_ dropped: [Attempt], now: Int64) {
        for attempt in dropped {
            if waiting.removeValue(forKey: attempt) != nil { order.removeAll { $0 == attempt } }
            if working.contains(attempt), lost[attempt] == nil { lost[attempt] = now }
        }
    }

    /// An attempt that is still in work this many milliseconds after it was lost: its thread will not come back.
    func hung(now: Int64, after limit: Int64) -> Attempt? {
        lost.filter { now - $0.value >= limit }.keys.min { ($0.document, $0.attempt) < ($1.document, $1.attempt) }
    }

    /// Gives back all that has not begun.
    mutating func giveUpWaiting() -> [Attempt] {
        defer {
            waiting = [:]
            order = []
        }
        return order
    }

    /// The answers that are due, oldest first; each is due again after `again` milliseconds without an acknowledgement,
    /// then after twice as long, up to sixteen times: a service that is slow gets no slower by repetitions.
    mutating func due(now: Int64, again: Int64) -> [Envelope] {
        let due = answers.filter { $0.value.notBefore <= now }
        for (id, answer) in due {
            answers[id]?.notBefore = now + again << min(answer.sendings, 4)
            answers[id]?.sendings += 1
        }
        return due.values.map(\.envelope).sorted { Self.number($0.requestID) < Self.number($1.requestID) }
    }

    /// A fresh connection knows of nothing: everything is due at once.
    mutating func resendAll() {
        for id in answers.keys {
            answers[id]?.notBefore = 0
            answers[id]?.sendings = 0
        }
    }

    /// The service acknowledged or finally refused an answer.
    mutating func settle(_ requestID: [UInt8]) -> Attempt? { answers.removeValue(forKey: requestID)?.attempt }

    /// The service cannot take an answer now.
    mutating func postpone(_ requestID: [UInt8], until: Int64) { answers[requestID]?.notBefore = until }

    private static func number(_ requestID: [UInt8]) -> Int {
        Int(String(decoding: requestID.dropFirst(), as: UTF8.self)) ?? 0
    }
}
