import Synchronization
import Wire
import ZeroMQ

/// One port of the service: a DEALER that carries the requests of any number of tasks.
///
/// The calls meet a `RequestTable` under a lock, not an actor: many requests cross to the socket's thread in one batch.
final class RequestChannel: Sendable {
    typealias Ticket = RequestTable.Ticket
    typealias Reply = Result<Envelope, ClientError>

    struct State {
        var table: RequestTable
        var callers: [Ticket: CheckedContinuation<Reply, Never>] = [:]
        /// Cancelled before they had a caller.
        var cancelled: Set<Ticket> = []
        var closed = false
        var reconnect = false
    }

    let endpoint: String
    let loop: SocketLoop
    let security: ClientSecurity
    let state: Mutex<State>
    let wake = Signal()
    private let start = ContinuousClock.now

    init(endpoint: String, prefix: String, loop: SocketLoop, security: ClientSecurity, options: ClientOptions) {
        self.endpoint = endpoint
        self.security = security
        self.loop = loop
        let timeouts = RequestTable.Timeouts(
            connect: min(options.connectTimeout, options.timeout), busy: options.busyTimeout,
            resend: options.resendAfter, silence: options.silence)
        state = Mutex(
            State(
                table: RequestTable(
                    endpoint: endpoint, prefix: prefix,
                    limits: (max(1, options.inFlight), options.inFlightBytes), timeouts: timeouts)))
    }

    var now: Duration { ContinuousClock.now - start }

    /// Sends a request, as often as it takes, and waits for its answer.
    func request(_ envelope: Envelope, timeout: Duration) async throws(ClientError) -> Envelope {
        let ticket = state.withLock { $0.table.reserve() }
        let reply = await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                if let refusal = register(ticket, envelope, timeout, caller) { caller.resume(returning: refusal) }
            }
        } onCancel: {
            cancel(ticket)
        }
        // A cancellation that came after the answer left its mark for nobody.
        state.withLock { _ = $0.cancelled.remove(ticket) }
        return try reply.get()
    }

    private func register(
        _ ticket: Ticket, _ envelope: Envelope, _ timeout: Duration, _ caller: CheckedContinuation<Reply, Never>
    ) -> Reply? {
        let now = now
        let refusal = state.withLock { state -> ClientError? in
            if state.cancelled.remove(ticket) != nil { return .cancelled }
            if state.closed { return .closed }
            state.table.add(ticket, envelope, timeout: timeout, now: now)
            state.callers[ticket] = caller
            return nil
        }
        wake.raise()
        return refusal.map(Result.failure)
    }

    private func cancel(_ ticket: Ticket) {
        let now = now
        let caller = state.withLock { state -> CheckedContinuation<Reply, Never>? in
            guard let caller = state.callers.removeValue(forKey: ticket) else {
                state.cancelled.insert(ticket)
                return nil
            }
            state.table.remove(ticket)
            state.table.admit(now)
            return caller
        }
        caller?.resume(returning: .failure(.cancelled))
        wake.raise()
    }

    /// Carries the requests until the task is cancelled; then fails what is open, and all that comes.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.watchTime() }
            group.addTask { await self.keepConnected() }
            await group.waitForAll()
        }
        let callers = state.withLock { state in
            state.closed = true
            defer { state.callers = [:] }
            return state.callers.values
        }
        for caller in callers { caller.resume(returning: .failure(.closed)) }
    }

    /// Hands endings to their callers.
    func finish(_ endings: [RequestTable.Ending]) {
        guard !endings.isEmpty else { return }
        let calls = state.withLock { state in
            endings.compactMap { ending in state.callers.removeValue(forKey: ending.ticket).map { ($0, ending.result) }
            }
        }
        for (caller, result) in calls { caller.resume(returning: result) }
    }

    private func watchTime() async {
        while (try? await Task.sleep(for: .milliseconds(50))) != nil {
            let now = now
            let due = state.withLock { state -> RequestTable.Due in
                let due = state.table.tick(now: now)
                if due.reconnect { state.reconnect = true }
                return due
            }
            finish(due.endings)
            wake.raise()
        }
    }
}
