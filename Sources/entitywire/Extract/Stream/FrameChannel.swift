import Glibc

/// Messages of any length over a stream socket or a pair of pipes: four bytes of length, then the bytes.
struct FrameChannel {
    /// Why a message could not be sent or received.
    enum Fault: Error, Equatable {
        /// The other side is gone.
        case closed
        /// The time was over.
        case late
    }

    /// Far above every line and every annotation; what is longer is no message.
    private static let longest = 1 << 30

    let input: Int32
    let output: Int32

    /// Sends a message whole.
    ///
    /// - Parameter deadline: nil waits for ever.
    func send(_ message: [UInt8], until deadline: ContinuousClock.Instant? = nil) throws(Fault) {
        let length = UInt32(message.count)
        let frame = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + message
        var sent = 0
        while sent < frame.count {
            try Self.wait(for: POLLOUT, output, deadline)
            let count = frame.withUnsafeBytes { Glibc.write(output, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
            if count > 0 { sent += count } else if !Self.isPassing(errno) { throw .closed }
        }
    }

    /// The next message.
    func receive(until deadline: ContinuousClock.Instant? = nil) throws(Fault) -> [UInt8] {
        let length = try read(4, deadline).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.longest else { throw .closed }
        return try read(length, deadline)
    }

    private func read(_ count: Int, _ deadline: ContinuousClock.Instant?) throws(Fault) -> [UInt8] {
        var fault: Fault?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count, fault == nil {
                do throws(Fault) {
                    try Self.wait(for: POLLIN, input, deadline)
                    let got = Glibc.read(input, buffer.baseAddress.map { $0 + filled }, count - filled)
                    if got > 0 { filled += got } else if got == 0 || !Self.isPassing(errno) { fault = .closed }
                } catch {
                    fault = error
                }
            }
        }
        if let fault { throw fault }
        return bytes
    }

    private static func isPassing(_ code: Int32) -> Bool { code == EINTR || code == EAGAIN }

    private static func wait(
        for event: Int32, _ descriptor: Int32, _ deadline: ContinuousClock.Instant?
    ) throws(Fault) {
        var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        while true {
            var milliseconds: Int32 = -1
            if let deadline {
                let left = deadline - .now
                guard left > .zero else { throw .late }
                milliseconds =
                    Int32(clamping: left.components.seconds * 1_000 + 1)
                    &+ Int32(left.components.attoseconds / 1_000_000_000_000_000)
            }
            if poll(&request, 1, milliseconds) > 0 { return }
        }
    }
}
