import CZeroMQ
import Glibc

/// A detached thread outside the shared pool, for what may block.
final class PlainThread: Sendable {
    private let name: String
    private let body: @Sendable () -> Void

    private init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }

    /// Runs a body to its end on a thread of its own.
    ///
    /// - Parameter name: shown by `top` and debuggers, cut to 15 bytes.
    static func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let argument = Unmanaged.passRetained(PlainThread(name: name, body: body)).toOpaque()
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, plainThreadMain, argument)
        precondition(code == 0, "No thread for \(name): error \(code)")
        pthread_detach(thread)
    }

    fileprivate func run() {
        ew_name_thread(name)
        body()
    }
}

private func plainThreadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<PlainThread>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
}
