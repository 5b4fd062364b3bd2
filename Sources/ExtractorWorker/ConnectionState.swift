import Glibc
import Synchronization

/// A flag that is set once.
final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .acquiring) }

    func set() { value.store(true, ordering: .releasing) }
}

/// What the tasks of one connection share.
final class ConnectionState: Sendable {
    let heartbeatMs: Int64
    let leaseMs: Int64
    let isLost = Flag()
    /// The service said BYE.
    let isOver = Flag()
    private let heard: Atomic<Int64>
    private let nextBeat: Atomic<Int64>

    init(heartbeatMs: Int64, leaseMs: Int64) {
        self.heartbeatMs = max(50, heartbeatMs)
        self.leaseMs = leaseMs
        heard = Atomic(MonotonicClock.ms)
        nextBeat = Atomic(0)
    }

    func hear(now: Int64) { heard.store(now, ordering: .relaxed) }

    /// Nothing came for three heartbeats: the connection may be half open.
    func isSilent(now: Int64) -> Bool { now - heard.load(ordering: .relaxed) > 3 * heartbeatMs }

    /// True once each heartbeat's time.
    func isBeatDue(now: Int64) -> Bool {
        guard now >= nextBeat.load(ordering: .relaxed) else { return false }
        nextBeat.store(now + heartbeatMs, ordering: .relaxed)
        return true
    }
}

enum MonotonicClock {
    /// Milliseconds of the monotonic clock.
    static var ms: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

/// Pauses between connects: 0.2 s, doubling up to 10 s, each shortened at random by up to a half.
struct Backoff: Sendable {
    private var milliseconds = 200

    /// Waits; returns early when the task is cancelled.
    mutating func wait() async {
        let pause = Int.random(in: milliseconds / 2...milliseconds)
        milliseconds = min(10_000, milliseconds * 2)
        try? await Task.sleep(for: .milliseconds(pause))
    }
}
