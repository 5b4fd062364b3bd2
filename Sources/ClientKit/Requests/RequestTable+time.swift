import Wire

extension RequestTable {
    /// What the passing of time asks for.
    struct Due: Equatable {
        var endings: [Ending] = []
        /// The socket has been silent for too long: connect anew.
        var reconnect = false
    }

    /// A connection is up: what was lost with the one before can go out.
    mutating func connectionMade(now: Duration) {
        connected = true
        everConnected = true
        tryingSince = nil
        obstacle = nil
        lastHeard = now
        pinged = false
    }

    /// The connection is gone, and with it perhaps what was on its way: all of it is sent again, oldest first.
    mutating func connectionLost() {
        connected = false
        pingDue = false
        let lost = entries.filter(\.value.isSent).keys.sorted()
        for ticket in lost { entries[ticket]?.phase = .ready }
        outbox = (lost + outbox).sorted()
    }

    /// Ends what has waited too long, releases what was held, repeats what was not answered.
    mutating func tick(now: Duration) -> Due {
        var due = Due()
        if let tryingSince, !everConnected, isDenied || now - tryingSince >= timeouts.connect {
            self.tryingSince = nil
            let error = obstacle ?? .unreachable(endpoint)
            obstacle = nil
            due.endings = (Array(entries.keys) + Array(queued.keys)).sorted().map { end($0, .failure(error), now) }
            return due
        }
        due.reconnect = probe(now)
        for ticket in entries.keys.sorted() {
            guard let entry = entries[ticket] else { continue }
            if let ending = advance(ticket, entry, now) { due.endings.append(ending) }
        }
        return due
    }

    /// A refusal that no waiting mends.
    private var isDenied: Bool { obstacle?.code == .keyRefused || obstacle?.code == .wrongService }

    private mutating func advance(_ ticket: Ticket, _ entry: Entry, _ now: Duration) -> Ending? {
        switch entry.phase {
        case .held(let until):
            guard until <= now else { return nil }
            makeReady(ticket)
            return nil
        case .ready, .sent:
            guard entry.deadline <= now else { break }
            let error: ClientError =
                entry.sends == 0
                ? obstacle ?? .unreachable(endpoint) : .noAnswer(endpoint, after: entry.timeout)
            return end(ticket, .failure(error), now)
        }
        if case .sent(let moment) = entry.phase, connected,
            now - moment >= timeouts.resend * (1 << min(entry.sends - 1, 6))
        {
            makeReady(ticket)
        }
        return nil
    }

    private mutating func makeReady(_ ticket: Ticket) {
        entries[ticket]?.phase = .ready
        outbox.append(ticket)
    }

    /// Asks for a sign of life after a silence; true after twice that silence.
    private mutating func probe(_ now: Duration) -> Bool {
        guard connected, entries.values.contains(where: \.isSent) else { return false }
        // Before the first open question nobody owed an answer.
        let silence = now - max(lastHeard, askedSince)
        if silence >= timeouts.silence * 2 { return true }
        if silence >= timeouts.silence, !pinged {
            pinged = true
            pingDue = true
        }
        return false
    }
}
