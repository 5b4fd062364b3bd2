import CZeroMQ
import Synchronization

/// The home of a process's sockets: it owns libzmq's I/O threads.
///
/// One context serves a program. Sockets keep their context alive; it ends when it is shut down or when nothing holds
/// it any more.
public final class ZMQContext: Sendable {
    private let handle: Mutex<Handle?>

    /// - Parameter ioThreads: the threads that move bytes; one is enough for about a gigabyte a second.
    /// - Throws: where the system has no descriptors or threads left.
    public init(ioThreads: Int = 1) throws(ZMQError) {
        guard let pointer = zmq_ctx_new() else { throw ZMQError(code: .last, operation: "create a context") }
        handle = Mutex(Handle(pointer: pointer))
        try ZMQError.check("set the number of I/O threads") {
            zmq_ctx_set(pointer, ZMQ_IO_THREADS, Int32(clamping: ioThreads))
        }
    }

    deinit { shutdown() }

    /// Ends every stream: from now on each socket's operations fail with ``ZMQError/Code/terminated``, and what waits
    /// to receive gets its end.
    ///
    /// Returns at once, from any thread, as often as you like. The memory goes once the owners have closed
    /// their sockets; a plain thread waits for that.
    public func shutdown() {
        let ended = handle.withLock { handle -> Handle? in
            guard let open = handle else { return nil }
            zmq_ctx_shutdown(open.pointer)
            handle = nil
            return open
        }
        guard let ended else { return }
        PlainThread.start("zmq-term") { _ = ZMQError.retryingInterrupted { zmq_ctx_term(ended.pointer) } }
    }

    /// Makes a raw socket, which the caller owns and must close.
    func makeSocket(_ type: Int32) throws(ZMQError) -> UnsafeMutableRawPointer {
        // The lock keeps the context from being freed between the look and the call.
        let (socket, code) = handle.withLock { handle -> (Handle?, ZMQError.Code) in
            guard let handle else { return (nil, .terminated) }
            let socket = zmq_socket(handle.pointer, type)
            return (socket.map(Handle.init), .last)
        }
        guard let socket else { throw ZMQError(code: code, operation: "create a socket") }
        return socket.pointer
    }
}

/// The address of something of libzmq's.
///
/// Safe because it is only an address: a context may be used from any thread, and what holds a socket's says on which
/// thread it uses it.
struct Handle: @unchecked Sendable, Equatable {
    let pointer: UnsafeMutableRawPointer
}
