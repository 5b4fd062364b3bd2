import CommandSupport
import Foundation
import Glibc
import Testing

@testable import entitywire

/// Messages between the filter and its processes.
@Suite struct FrameChannelTests {
    /// As in the program: who has gone shows as an error.
    init() { signal(SIGPIPE, SIG_IGN) }

    private func pair() -> (FrameChannel, FrameChannel) {
        var ends: [Int32] = [0, 0]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        return (FrameChannel(input: ends[0], output: ends[0]), FrameChannel(input: ends[1], output: ends[1]))
    }

    @Test(arguments: [0, 1, 255, 65_536, 5_000_000])
    func aMessageOfAnyLengthArrives(length: Int) throws {
        let (one, other) = pair()
        let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        Thread.detachNewThread {
            try? one.send(message)
            try? one.send([7])
            close(one.output)
        }
        #expect(try other.receive() == message)
        #expect(try other.receive() == [7])
        #expect(throws: FrameChannel.Fault.closed) { try other.receive() }
        close(other.input)
    }

    @Test func nobodyWaitsLongerThanAllowed() {
        let (one, other) = pair()
        let deadline = ContinuousClock.now + .milliseconds(20)
        #expect(throws: FrameChannel.Fault.late) { try other.receive(until: deadline) }
        #expect(throws: FrameChannel.Fault.late) {
            try one.send([UInt8](repeating: 0, count: 50_000_000), until: .now + .milliseconds(20))
        }
        close(one.input)
        close(other.input)
    }

    @Test(arguments: [[], [1], [5, 0, 0, 0, 1], [0xFF, 0xFF, 0xFF, 0xFF]] as [[UInt8]])
    func whatIsCutIsAClosedChannel(bytes: [UInt8]) {
        let (one, other) = pair()
        #expect(Descriptor.write(bytes, to: one.output).error == 0)
        close(one.output)
        #expect(throws: FrameChannel.Fault.closed) { try other.receive() }
        close(other.input)
    }
}
