import CZeroMQ
import Glibc
import Synchronization

/// The one thread that touches a group of sockets, and the executor of the actors that own them.
///
/// It runs the actors' jobs, sleeps in `zmq_poll` on the sockets that someone waits for and on an eventfd, and resumes
/// who waited. Sockets without a waiter are not polled: what they receive waits in libzmq, up to its high-water mark.
/// Nothing slow may run on it: no decoding, no file, no database.
///
/// The thread lives until ``stop()`` was called and the last endpoint is closed; whoever makes a loop must stop it.
public final class SocketLoop: SerialExecutor {
    /// The context of the loop's sockets.
    public let context: ZMQContext
    private let name: String
    private let state = Mutex(LoopState())
    private let wakeUp: Int32
    private let thread = Atomic<UInt>(0)
    private let lastWait = Atomic<UInt64>(0)

    /// Starts the thread. Ends the process where the system has no descriptor or thread left for it.
    ///
    /// - Parameters:
    ///   - context: the one that its endpoints belong to.
    ///   - name: the thread's name, cut to 15 bytes.
    public init(context: ZMQContext, name: String) {
        self.context = context
        self.name = name
        wakeUp = ew_eventfd()
        precondition(wakeUp >= 0, "No descriptor for the socket loop \(name): \(ZMQError.Code.last)")
        state.withLock { $0.start() }
        startThread()
    }

    deinit { Glibc.close(wakeUp) }

    /// Ends the waits of all endpoints: from now on each receives what already waits, then the end.
    ///
    /// Returns at once, from any thread. New endpoints are refused; the thread ends when the open ones are closed.
    public func stop() {
        let (ended, call) = state.withLock { $0.stop() }
        act(on: call)
        for waiter in ended { waiter.continuation.resume(returning: .closed) }
    }

    // MARK: The thread

    private func startThread() {
        PlainThread.start(name) { self.run() }
    }

    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        let executor = asUnownedSerialExecutor()
        var jobs: [UnownedJob] = []
        var set = PollSet(wakeUp: wakeUp)
        while state.withLock({ $0.takeJobs(into: &jobs) }) {
            for job in jobs { job.runSynchronously(on: executor) }
            jobs.removeAll(keepingCapacity: true)
            sleep(on: &set)
        }
    }

    private func sleep(on set: inout PollSet) {
        let timeout = state.withLock { $0.prepareToSleep(on: &set) }
        set.poll(milliseconds: timeout)
        if set.isWokenUp { clearWakeUp() }
        let (waiters, watchers) = state.withLock { $0.wakeUp(from: set) }
        for (waiter, reason) in waiters { waiter.continuation.resume(returning: reason) }
        for watcher in watchers { watcher.body() }
    }

    private func act(on call: LoopState.Call) {
        switch call {
        case .nothing: break
        case .wake: signalWakeUp()
        case .startThread: startThread()
        }
    }

    private func signalWakeUp() {
        var one: UInt64 = 1
        // It cannot be full: one signal is written for each sleep.
        while write(wakeUp, &one, MemoryLayout<UInt64>.size) < 0 && errno == EINTR {}
    }

    private func clearWakeUp() {
        var count: UInt64 = 0
        while read(wakeUp, &count, MemoryLayout<UInt64>.size) < 0 && errno == EINTR {}
    }

    // MARK: SerialExecutor

    /// Adds a job of an actor of this loop.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        act(on: state.withLock { $0.enqueue(job) })
    }

    /// Traps where the caller is not on the loop's thread.
    public func checkIsolated() {
        precondition(isIsolatingCurrentContext() == true, "Not on the thread of the socket loop \(name)")
    }

    /// Whether the caller is on the loop's thread.
    public func isIsolatingCurrentContext() -> Bool? {
        thread.load(ordering: .relaxed) == UInt(pthread_self())
    }
}

// MARK: - Waiting

extension SocketLoop {
    /// Takes in a socket that from now on is used and closed on the loop's thread only.
    func adopt(_ socket: borrowing Socket) throws(ZMQError) {
        guard state.withLock({ $0.addSocket() }) else { throw ZMQError(code: .terminated, operation: "open a socket") }
    }

    /// Ends the wait for a socket and forgets it; call it before the socket is closed.
    func abandon(_ socket: Handle) {
        let waiter = state.withLock { state in
            state.removeSocket()
            return state.removeWaiter(of: socket)
        }
        waiter?.continuation.resume(returning: .closed)
    }

    /// A name for one wait.
    func makeWaitID() -> UInt64 { lastWait.add(1, ordering: .relaxed).newValue }

    /// Resumes the waiter when its socket has input, its time is over, it is cancelled or the socket closed.
    func resumeLater(_ waiter: LoopState.Waiter) {
        // The thread looks for new waiters before it sleeps: elsewhere, nobody would wake it.
        checkIsolated()
        guard state.withLock({ $0.add(waiter) }) else { return waiter.continuation.resume(returning: .closed) }
        // Who cancelled may have come before there was a waiter to find.
        if Task.isCancelled { cancelWait(waiter.id) }
    }

    /// Ends a wait from any thread.
    func cancelWait(_ id: UInt64) {
        state.withLock { $0.removeWaiter(id: id) }?.continuation.resume(returning: .cancelled)
    }

    /// Calls a body on the loop's thread whenever a socket has input; the body must take all of it.
    func watch(_ socket: Handle, _ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.add(LoopState.Watcher(socket: socket, body: body)) }
    }

    func unwatch(_ socket: Handle) {
        state.withLock { $0.removeWatcher(of: socket) }
    }
}
