import DequeModule
import Synchronization
import Wire

/// Lets a bounded number of questions in, a smaller one work at a time, and no peer have more than its share.
final class Desk: Sendable {
    private struct State {
        var free: Int
        var waiting: Deque<CheckedContinuation<Void, Never>> = []
        var open: [[UInt8]: Int] = [:]
        var total = 0
    }

    private let capacity: Int
    private let perPeer: Int
    private let state: Mutex<State>

    init(concurrent: Int, waiting: Int, perPeer: Int) {
        capacity = concurrent + waiting
        self.perPeer = perPeer
        state = Mutex(State(free: concurrent))
    }

    /// Takes a place for a peer's question; `leave` gives it back.
    func enter(_ peer: [UInt8]) throws(WireError) {
        let error = state.withLock { state -> WireError? in
            guard state.total < capacity else {
                return .busy("\(state.total) questions wait already: ask again.", retryAfterMs: 500)
            }
            guard state.open[peer, default: 0] < perPeer else {
                return WireError(
                    .tooManyRequests, "This client has \(perPeer) questions open: wait for an answer first.",
                    retry: .later,
                    detail: ["limit": .number(perPeer)])
            }
            state.open[peer, default: 0] += 1
            state.total += 1
            return nil
        }
        if let error { throw error }
    }

    /// Waits until one of the concurrent places is free and takes it.
    func turn() async {
        await withCheckedContinuation { continuation in
            let isMine = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isMine { continuation.resume() }
        }
    }

    /// Ends a question: its place goes to the one that waits longest.
    func leave(_ peer: [UInt8]) {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.total -= 1
            let left = state.open[peer, default: 1] - 1
            state.open[peer] = left > 0 ? left : nil
            guard let next = state.waiting.popFirst() else {
                state.free += 1
                return nil
            }
            return next
        }
        next?.resume()
    }
}
