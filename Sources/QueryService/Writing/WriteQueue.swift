import DequeModule
import Synchronization

/// What waits for the one writer: bounded in requests and in bytes for all that comes from outside.
///
/// The service's own requests pass the bound, as they are few: at most one lease for each connected worker, one end for each
/// lease, and one request of each part of the service.
final class WriteQueue: Sendable {
    private struct State {
        var waiting: Deque<WriteRequest> = []
        var bytes = 0
        var isClosed = false
        var taker: CheckedContinuation<Void, Never>?
    }

    /// The most that one commit takes.
    static let batch = 256
    static let batchBytes = 4 * 1024 * 1024

    private let capacity: Int
    private let capacityBytes: Int
    private let state = Mutex(State())

    init(capacity: Int = 1_024, capacityBytes: Int = 128 * 1024 * 1024) {
        self.capacity = capacity
        self.capacityBytes = capacityBytes
    }

    var count: Int { state.withLock { $0.waiting.count } }

    /// Whether a request from outside would be taken now: to be asked before much work is put into it.
    func hasRoom(for bytes: Int) -> Bool { state.withLock { hasRoom($0, for: bytes) } }

    /// Puts a request from outside at the end; false where the queue is full or closed.
    func offer(_ request: WriteRequest) -> Bool { put(request) { hasRoom($0, for: request.bytes) } }

    private func hasRoom(_ state: State, for bytes: Int) -> Bool {
        state.waiting.count < capacity && state.bytes + bytes <= capacityBytes
    }

    /// Puts a request of the service itself at the end; false where the queue is closed.
    @discardableResult func push(_ request: WriteRequest) -> Bool { put(request) { _ in true } }

    private func put(_ request: WriteRequest, if hasRoom: (State) -> Bool) -> Bool {
        let (isIn, taker) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
            guard !state.isClosed, hasRoom(state) else { return (false, nil) }
            state.waiting.append(request)
            state.bytes += request.bytes
            defer { state.taker = nil }
            return (true, state.taker)
        }
        taker?.resume()
        return isIn
    }

    /// Takes what waits, at least one request; nil once the queue is closed and empty. One taker at a time.
    func take() async -> [WriteRequest]? {
        while true {
            let (batch, isOver) = state.withLock { state in (Self.cut(&state), state.isClosed && state.waiting.isEmpty)
            }
            if !batch.isEmpty { return batch }
            if isOver { return nil }
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    guard state.waiting.isEmpty, !state.isClosed else { return true }
                    state.taker = continuation
                    return false
                }
                if goesOn { continuation.resume() }
            }
        }
    }

    private static func cut(_ state: inout State) -> [WriteRequest] {
        var batch: [WriteRequest] = []
        var bytes = 0
        while let next = state.waiting.first, batch.count < Self.batch {
            guard batch.isEmpty || bytes + next.bytes <= Self.batchBytes else { break }
            state.waiting.removeFirst()
            bytes += next.bytes
            batch.append(next)
        }
        state.bytes -= bytes
        return batch
    }

    /// Takes no more; what waits is still written.
    func close() {
        state.withLock { state in
            state.isClosed = true
            defer { state.taker = nil }
            return state.taker
        }?.resume()
    }
}
