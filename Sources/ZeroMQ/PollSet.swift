import CZeroMQ

/// What a socket loop sleeps on: its wake-up descriptor and the sockets that someone waits for.
struct PollSet: ~Copyable {
    private var items: [zmq_pollitem_t]
    private var ids: [UInt64?] = []

    /// - Parameter wakeUp: an eventfd.
    init(wakeUp: Int32) {
        items = [zmq_pollitem_t(socket: nil, fd: wakeUp, events: Int16(ZMQ_POLLIN), revents: 0)]
    }

    var isWokenUp: Bool { items[0].revents != 0 }

    mutating func removeAll() {
        items.removeSubrange(1...)
        ids.removeAll(keepingCapacity: true)
    }

    /// - Parameter waiter: the waiter's id, nil for a watcher.
    mutating func add(_ socket: Handle, waiter: UInt64?) {
        items.append(zmq_pollitem_t(socket: socket.pointer, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0))
        ids.append(waiter)
    }

    /// Sleeps until something is ready, the time is over, or a signal comes.
    ///
    /// - Parameter milliseconds: -1 is for ever.
    mutating func poll(milliseconds: Int) {
        items[0].revents = 0
        if zmq_poll(&items, Int32(items.count), milliseconds) >= 0 { return }
        // The context has ended, or a socket is broken: all are told to look, and the one concerned meets its error.
        let isInterrupted = ZMQError.Code.last == .interrupted
        for index in items.indices.dropFirst() { items[index].revents = isInterrupted ? 0 : Int16(ZMQ_POLLIN) }
    }

    func forEachReady(_ body: (_ socket: Handle, _ waiter: UInt64?) -> Void) {
        for index in items.indices.dropFirst() where items[index].revents != 0 {
            guard let pointer = items[index].socket else { continue }
            body(Handle(pointer: pointer), ids[index - 1])
        }
    }
}
