import Wire

/// What a worker holds, as a pure state machine: jobs that wait, jobs in work, and answers not yet acknowledged.
///
/// An attempt leaves only when the service said that it need not be remembered. A new connection says what is held and
/// sends the answers again.
struct Holdings: Sendable {
    /// An answer that waits for its STORED.
    struct Unacknowledged: Sendable {
        let attempt: Attempt
        let envelope: Envelope
        /// Monotonic milliseconds: not before this it is sent (again).
        var notBefore: Int64
    }

    private(set) var waiting: [Attempt: [UInt8]] = [:]
    private(set) var order: [Attempt] = []
    private(set) var working: Set<Attempt> = []
    private(set) var answers: [[UInt8]: Unacknowledged] = [:]
    private var counter = 0

    /// All attempts held, sorted: what HELLO and HEARTBEAT list.
    var attempts: [Attempt] {
        (order + working + answers.values.map(\.attempt)).sorted {
            ($0.document, $0.attempt) < ($1.document, $1.attempt)
        }
    }

    var isEmpty: Bool { order.isEmpty && working.isEmpty && answers.isEmpty }

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
        counter += 1
        let requestID = Array("r\(counter)".utf8)
        answers[requestID] = Unacknowledged(attempt: attempt, envelope: make(requestID), notBefore: 0)
    }

    /// The service no longer holds these for us: what has not begun is dropped.
    mutating func drop(_ lost: [Attempt]) {
        for attempt in lost where waiting.removeValue(forKey: attempt) != nil { order.removeAll { $0 == attempt } }
    }

    /// Gives back all that has not begun.
    mutating func giveUpWaiting() -> [Attempt] {
        defer {
            waiting = [:]
            order = []
        }
        return order
    }

    /// The answers that are due, oldest first; each is due again after `again` milliseconds without an acknowledgement.
    mutating func due(now: Int64, again: Int64) -> [Envelope] {
        let due = answers.filter { $0.value.notBefore <= now }
        for id in due.keys { answers[id]?.notBefore = now + again }
        return due.values.map(\.envelope).sorted { Self.number($0.requestID) < Self.number($1.requestID) }
    }

    /// A fresh connection knows of nothing: everything is due at once.
    mutating func resendAll() {
        for id in answers.keys { answers[id]?.notBefore = 0 }
    }

    /// The service acknowledged or finally refused an answer.
    mutating func settle(_ requestID: [UInt8]) -> Attempt? { answers.removeValue(forKey: requestID)?.attempt }

    /// The service cannot take an answer now.
    mutating func postpone(_ requestID: [UInt8], until: Int64) { answers[requestID]?.notBefore = until }

    private static func number(_ requestID: [UInt8]) -> Int {
        Int(String(decoding: requestID.dropFirst(), as: UTF8.self)) ?? 0
    }
}
