import Wire

extension Coordinator {
    /// The connected workers, by name and instance.
    func workers() -> [WorkerRow] {
        let now = Clock.monotonicMs
        return read { dispatcher in
            dispatcher.sessions.values.sorted { ($0.name, $0.instance) < ($1.name, $1.instance) }.map { session in
                WorkerRow(
                    name: session.name, instance: session.instance, extractor: session.extractor,
                    current: session.extractor == dispatcher.pinned, window: session.window,
                    inFlight: session.inFlight.count, stored: session.stored, failed: session.failed,
                    silentSeconds: Double(max(0, now - session.lastHeard)) / 1_000)
            }
        }
    }

    /// Ends the sessions of users who may not work any more; what they held goes back to the queue.
    func endSessions(of isUnwelcome: (_ user: String) -> Bool) {
        release(with { $0.endSessions(of: isUnwelcome) })
    }

    /// How many leases are held.
    var leases: Int { read { $0.leases.count } }

    var pinned: String? { read { $0.pinned } }
}
