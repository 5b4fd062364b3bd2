/// Why a wait for a socket has ended.
enum WakeReason: Sendable {
    /// There may be something to receive, or an error to meet.
    case ready
    case timedOut
    case cancelled
    /// The socket or its loop was closed.
    case closed
}

/// What a socket loop has to do, as a pure state machine: lock, ask, unlock, act.
///
/// Waiters are kept in one place, by id, so that each is resumed exactly once: who takes it out resumes it.
struct LoopState: Sendable {
    /// One who waits, once, for a socket to have input.
    struct Waiter: Sendable {
        let id: UInt64
        let socket: Handle
        let deadline: ContinuousClock.Instant?
        let continuation: CheckedContinuation<WakeReason, Never>
    }

    /// One who is called whenever a socket has input, until removed.
    struct Watcher: Sendable {
        let socket: Handle
        /// Called on the loop's thread; must take all the input, or the loop spins.
        let body: @Sendable () -> Void
    }

    private var jobs: [UnownedJob] = []
    private var waiters: [Waiter] = []
    private var watchers: [Watcher] = []
    /// The sockets that are open: the thread outlives them all, so that each is closed where it was used.
    private var sockets = 0
    /// Whether the thread sleeps, or is about to: what is enqueued must then wake it.
    private var isAsleep = false
    private var isRunning = false
    private(set) var isStopping = false

    /// What the caller of ``enqueue(_:)`` must do.
    enum Call { case nothing, wake, startThread }

    mutating func enqueue(_ job: UnownedJob) -> Call {
        jobs.append(job)
        return rouse()
    }

    mutating func start() { isRunning = true }

    /// Ends all waits, and the thread once no socket and no job is left.
    mutating func stop() -> (ended: [Waiter], call: Call) {
        isStopping = true
        defer { waiters = [] }
        return (waiters, rouse())
    }

    private mutating func rouse() -> Call {
        if !isRunning {
            isRunning = true
            return .startThread
        }
        if !isAsleep { return .nothing }
        isAsleep = false
        return .wake
    }

    /// Swaps the waiting jobs into an empty buffer.
    ///
    /// - Returns: false where the thread is to end.
    mutating func takeJobs(into buffer: inout [UnownedJob]) -> Bool {
        swap(&jobs, &buffer)
        isRunning = !(isDone && buffer.isEmpty)
        return isRunning
    }

    private var isDone: Bool { isStopping && sockets == 0 }

    // MARK: Sockets

    /// - Returns: false where the loop is stopping and takes no more sockets.
    mutating func addSocket() -> Bool {
        if isStopping { return false }
        sockets += 1
        return true
    }

    mutating func removeSocket() { sockets -= 1 }

    /// - Returns: false where the loop is stopping: resume the waiter as closed.
    mutating func add(_ waiter: Waiter) -> Bool {
        if isStopping { return false }
        waiters.append(waiter)
        return true
    }

    mutating func removeWaiter(id: UInt64) -> Waiter? {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return nil }
        return waiters.remove(at: index)
    }

    mutating func removeWaiter(of socket: Handle) -> Waiter? {
        guard let index = waiters.firstIndex(where: { $0.socket == socket }) else { return nil }
        return waiters.remove(at: index)
    }

    mutating func add(_ watcher: Watcher) { watchers.append(watcher) }

    mutating func removeWatcher(of socket: Handle) { watchers.removeAll { $0.socket == socket } }

    // MARK: Sleeping

    /// Fills in what to sleep on, and says for how long.
    ///
    /// - Returns: milliseconds, -1 for ever.
    mutating func prepareToSleep(on set: inout PollSet) -> Int {
        set.removeAll()
        for waiter in waiters { set.add(waiter.socket, waiter: waiter.id) }
        for watcher in watchers { set.add(watcher.socket, waiter: nil) }
        let timeout = jobs.isEmpty && !isDone ? timeUntilFirstDeadline() : 0
        isAsleep = timeout != 0
        return timeout
    }

    private func timeUntilFirstDeadline() -> Int {
        guard let first = waiters.lazy.compactMap(\.deadline).min() else { return -1 }
        return Int(clamping: max(0, (first - .now).wholeMilliseconds))
    }

    /// Takes out who is to be woken.
    mutating func wakeUp(from set: borrowing PollSet) -> (waiters: [(Waiter, WakeReason)], watchers: [Watcher]) {
        isAsleep = false
        var woken: [(Waiter, WakeReason)] = []
        var called: [Watcher] = []
        set.forEachReady { socket, id in
            if let id {
                if let waiter = removeWaiter(id: id) { woken.append((waiter, .ready)) }
            } else {
                called += watchers.filter { $0.socket == socket }
            }
        }
        guard waiters.contains(where: { $0.deadline != nil }) else { return (woken, called) }
        let now = ContinuousClock.now
        for waiter in waiters where waiter.deadline.map({ $0 <= now }) == true { woken.append((waiter, .timedOut)) }
        waiters.removeAll { $0.deadline.map { $0 <= now } == true }
        return (woken, called)
    }
}
