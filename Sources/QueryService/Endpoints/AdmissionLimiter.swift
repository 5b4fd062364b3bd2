import DequeModule
import Synchronization
import Wire

/// Lets a bounded number of questions in, and bytes of them, a smaller number work at a time, and no peer have more than its
/// share.
final class AdmissionLimiter: Sendable {
    private struct Waiter {
        let ticket: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var free: Int
        var waiting: Deque<Waiter> = []
        var lastTicket = 0
        var open: [[UInt8]: Int] = [:]
        var total = 0
        var bytes = 0
    }

    private let capacity: Int
    private let perPeer: Int
    private let capacityBytes: Int
    private let state: Mutex<State>

    init(concurrent: Int, waiting: Int, perPeer: Int, bytes: Int) {
        capacity = concurrent + waiting
        self.perPeer = perPeer
        capacityBytes = bytes
        state = Mutex(State(free: concurrent))
    }

    /// Takes a place for a peer's question of a size; `leave` gives it back.
    func enter(_ peer: [UInt8], bytes: Int) throws(WireError) {
        let error = state.withLock { state -> WireError? in
            guard state.total < capacity, state.bytes + bytes <= capacityBytes else {
                return .busy("\(state.total) questions wait already: ask again.", retryAfterMs: 500)
            }
            guard state.open[peer, default: 0] < perPeer else {
                return WireError(
                    .tooManyRequests, "This client has \(perPeer) questions open: wait for an answer first.",
                    retry: .later, detail: ["limit": .number(perPeer), "retryAfterMs": .number(500)])
            }
            state.open[peer, default: 0] += 1
            state.total += 1
            state.bytes += bytes
            return nil
        }
        if let error { throw error }
    }

    /// Waits until one of the concurrent places is free and takes it; `endTurn` gives it back.
    ///
    /// - Throws: `CancellationError`; then no place is taken.
    func turn() async throws {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    guard state.free > 0 else {
                        state.waiting.append(Waiter(ticket: ticket, continuation: continuation))
                        return nil
                    }
                    state.free -= 1
                    return .success(())
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    /// The place goes to the one that waits longest.
    func endTurn() {
        let next = state.withLock { state -> Waiter? in
            guard let next = state.waiting.popFirst() else {
                state.free += 1
                return nil
            }
            return next
        }
        next?.continuation.resume()
    }

    /// Ends a question that was let in.
    func leave(_ peer: [UInt8], bytes: Int) {
        state.withLock { state in
            state.total -= 1
            state.bytes -= bytes
            let left = state.open[peer, default: 1] - 1
            state.open[peer] = left > 0 ? left : nil
        }
    }
}
