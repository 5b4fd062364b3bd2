import Synchronization
import Wire

/// Whether new work is let in.
final class AdmissionControl: Sendable {
    private struct State {
        var isDraining = false
        var openJobs = 0
    }

    private let maximumOpenJobs: Int
    private let state = Mutex(State())

    init(maximumOpenJobs: Int) { self.maximumOpenJobs = maximumOpenJobs }

    var isDraining: Bool { state.withLock { $0.isDraining } }

    func startDraining() { state.withLock { $0.isDraining = true } }

    func setOpenJobs(_ count: Int) { state.withLock { $0.openJobs = count } }

    static var draining: WireError {
        WireError(.draining, "The service is stopping: come back when it is up again.", retry: .later)
    }

    func checkDraining() throws(WireError) {
        if isDraining { throw Self.draining }
    }

    func checkSubmission() throws(WireError) {
        try checkDraining()
        let open = state.withLock { $0.openJobs }
        if open >= maximumOpenJobs {
            throw .busy("\(open) documents wait for extractors; the limit is \(maximumOpenJobs).", retryAfterMs: 1_000)
        }
    }
}
