import Annotation
import ServiceLifecycle
import Store
import Synchronization
import Wire
import ZeroMQ

/// Announces what was committed. It may lose a message; every message, the heartbeat of each second included, carries the
/// epoch and a sequence number, so that a subscriber sees the gap and fills it with SINCE.
struct Feed: Service {
    private let endpoint: Endpoint
    /// What the endpoint is bound to: `tcp://127.0.0.1:7703`.
    private let address: String
    private let epoch: String
    private let last: LastSequence

    init(endpoint: Endpoint, address: String, epoch: String, last: Int) {
        self.endpoint = endpoint
        self.address = address
        self.epoch = epoch
        self.last = LastSequence(last)
    }

    /// The sequence number of the last event committed.
    var lastSequence: Int { last.value }

    func publish(_ events: [FeedEvent], last sequence: Int) async throws {
        last.set(sequence)
        guard !events.isEmpty else { return }
        try await endpoint.send(events.map(message))
    }

    /// A heartbeat each second until the service stops.
    func run() async throws {
        var isOver = false
        while !isOver {
            try await endpoint.send([message(FeedEvent(event: .heartbeat, sequence: last.value))])
            let next = ContinuousClock.now.advanced(by: .seconds(1))
            while !isOver, ContinuousClock.now < next {
                // An XPUB hands up each subscription; nobody needs them, but they must not pile up.
                isOver = try await endpoint.receiveUntilShutdown(upTo: 256, within: next - ContinuousClock.now) == nil
            }
        }
    }

    /// Drops every subscriber and listens anew, as libzmq asks about a key only when it connects. Those who may listen
    /// connect again by themselves and fill the gap with SINCE.
    func rebind() async throws {
        try await endpoint.unbind(address)
        let deadline = ContinuousClock.now.advanced(by: .seconds(10))
        while try await !isBound(orGivesUpAfter: deadline) { try await Task.sleep(for: .milliseconds(10)) }
    }

    /// False while libzmq, in the background, has not let go of the port yet.
    private func isBound(orGivesUpAfter deadline: ContinuousClock.Instant) async throws -> Bool {
        do {
            _ = try await endpoint.bind(address)
            return true
        } catch {
            guard error.code == .addressInUse, ContinuousClock.now < deadline else { throw error }
            return false
        }
    }

    private func message(_ event: FeedEvent) -> Message {
        let header = (try? CanonicalJSON.encode(FeedHeader(epoch: epoch, event: event))) ?? []
        return Message(frames: [Array(event.event.rawValue.utf8), header])
    }
}

/// The last sequence number, shared by the writer and those who answer PING.
final class LastSequence: Sendable {
    private let number: Mutex<Int>

    init(_ value: Int) { number = Mutex(value) }

    var value: Int { number.withLock { $0 } }

    func set(_ value: Int) { number.withLock { $0 = max($0, value) } }
}
