import CZeroMQ
import Synchronization

/// The reading end of a socket's monitor, and the stream that it feeds.
struct Monitor: ~Copyable {
    private static let lastNumber = Atomic<UInt64>(0)

    private let socket: Socket
    private let events: AsyncStream<SocketEvent>.Continuation

    /// The reader, to be watched by the loop.
    var handle: Handle? { socket.handle.map(Handle.init) }

    /// Starts to monitor a socket; call ``close(of:)`` before that socket is closed.
    static func start(
        of observed: Handle, in context: ZMQContext, into events: AsyncStream<SocketEvent>.Continuation
    ) throws(ZMQError) -> Monitor {
        // libzmq's I/O thread blocks where the monitor is full, and with it every connection: so it is never full, and
        // the loop reads it whether anyone listens or not.
        var options = SocketOptions()
        options.receiveHighWater = 0
        let reader = try Socket(.pair, in: context, options: options)
        let endpoint = "inproc://monitor-\(lastNumber.add(1, ordering: .relaxed).newValue)"
        try ZMQError.check("monitor") { zmq_socket_monitor(observed.pointer, endpoint, ZMQ_EVENT_ALL) }
        do {
            try reader.connect(endpoint)
        } catch {
            zmq_socket_monitor(observed.pointer, nil, 0)
            throw error
        }
        return Monitor(socket: reader, events: events)
    }

    /// Passes on every event that waits, and shows it to the caller.
    ///
    /// - Returns: false where there will be no more.
    func drain(_ note: (SocketEvent) -> Void = { _ in }) -> Bool {
        while true {
            guard let batch = try? socket.receive(upTo: 64, bytes: .max) else { return false }
            if batch.isEmpty { return true }
            for event in batch.compactMap({ $0.frames.first.flatMap(SocketEvent.init) }) {
                note(event)
                events.yield(event)
            }
        }
    }

    /// Ends the monitor, then its reader: a monitor without reader would block libzmq's I/O thread.
    consuming func close(of observed: Handle) {
        zmq_socket_monitor(observed.pointer, nil, 0)
        _ = drain()
        events.finish()
    }
}
