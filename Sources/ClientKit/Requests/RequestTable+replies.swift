import Annotation
import Wire

extension RequestTable {
    /// Takes a message in; nil where it ends nothing: the answer to nobody's request, or "try again".
    mutating func receive(_ reply: Envelope, now: Duration) -> Ending? {
        lastHeard = now
        pinged = false
        guard let ticket = ticket(of: reply.requestID), let entry = entries[ticket] else { return nil }
        guard reply.kind == Kind.error.rawValue else { return end(ticket, .success(reply), now) }
        let error = ErrorHeader.read(reply.header)
        switch error.retry {
        case .never: return end(ticket, .failure(.refused(error)), now)
        case .now where entry.repeats < 3: again(ticket, at: nil, now)
        case .now, .later:
            let until = now + pause(error, repeats: entry.repeats)
            guard until < lastRepeat(for: error.code, entry) else {
                return end(ticket, .failure(.refused(error)), now)
            }
            again(ticket, at: until, now)
        }
        return nil
    }

    mutating func end(_ ticket: Ticket, _ result: Result<Envelope, ClientError>, _ now: Duration) -> Ending {
        remove(ticket)
        admit(now)
        return Ending(ticket: ticket, result: result)
    }

    /// Sends a request once more, now or at a moment. The service is there: its timeouts starts anew.
    private mutating func again(_ ticket: Ticket, at moment: Duration?, _ now: Duration) {
        guard var entry = entries[ticket] else { return }
        let wasReady = entry.phase == .ready
        entry.repeats += 1
        entry.deadline = (moment ?? now) + entry.timeout
        entry.phase = moment.map(Phase.held(until:)) ?? .ready
        entries[ticket] = entry
        if wasReady { outbox.removeAll { $0 == ticket } }
        if moment == nil { outbox.append(ticket) }
    }

    /// A queue empties by itself; a full disk, or a service that goes, is no matter of minutes.
    private func lastRepeat(for code: WireError.Code, _ entry: Entry) -> Duration {
        switch code {
        case .busy, .tooManyRequests: entry.admittedAt + max(entry.timeout, timeouts.busy)
        default: entry.admittedAt + entry.timeout
        }
    }

    /// What the service asked for, or 0.2 s doubled at each repetition up to 10 s.
    private func pause(_ error: WireError, repeats: Int) -> Duration {
        if case .number(let milliseconds)? = error.detail?["retryAfterMs"], milliseconds >= 0 {
            return .milliseconds(min(max(milliseconds, 10), 60_000))
        }
        return min(.milliseconds(200) * (1 << min(repeats, 6)), .seconds(10))
    }
}

/// The header of ERROR as a newer service may write it: an unknown code counts by its `retry` alone.
private struct ErrorHeader: Decodable {
    var code: String?
    var message: String?
    var retry: WireError.Retry?
    var detail: [String: WireError.Detail]?

    static func read(_ header: [UInt8]) -> WireError {
        if let error = try? CanonicalJSON.decode(WireError.self, from: header) { return error }
        let loose = try? CanonicalJSON.decode(ErrorHeader.self, from: header)
        let code = loose?.code ?? "unreadable"
        return WireError(
            .internal, "\(code): \(loose?.message ?? "the service gave no reason")", retry: loose?.retry ?? .never,
            detail: loose?.detail)
    }
}
