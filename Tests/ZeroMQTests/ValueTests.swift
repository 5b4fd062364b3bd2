import Testing

@testable import ZeroMQ

@Suite struct ValueTests {
    @Test(arguments: [
        (Duration.zero, Int64(0)), (.nanoseconds(1), 1), (.milliseconds(1), 1), (.microseconds(1_001), 2),
        (.seconds(10), 10_000),
        (.seconds(Int64.max), Int64.max),
    ])
    func durationsRoundUpToMilliseconds(duration: Duration, milliseconds: Int64) {
        #expect(duration.wholeMilliseconds == milliseconds)
    }

    @Test(arguments: [
        (1, 0, SocketEvent.connected), (4, 250, .connectRetried(after: .milliseconds(250))),
        (0x20, 7, .accepted), (0x0200, 7, .disconnected), (0x1000, 0, .handshakeSucceeded),
        (0x0800, 32, .handshakeFailed(.noDetail(ZMQError.Code(rawValue: 32)))),
        (0x2000, 0x1100_0001, .handshakeFailed(.protocol(code: 0x1100_0001))),
        (0x4000, 400, .handshakeFailed(.authentication(status: 400))),
    ])
    func eventsAreReadAsLibzmqSendsThem(number: UInt16, value: Int32, event: SocketEvent) {
        #expect(SocketEvent(bytes(of: number) + bytes(of: value)) == event)
    }

    @Test(arguments: [[], [1], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0xFF, 0xFF, 0, 0, 0, 0]])
    func whatIsNoEventIsNone(frame: Frame) {
        #expect(SocketEvent(frame) == nil)
    }

    @Test func anErrorSaysWhatFailedAndWhere() async throws {
        try await withLoop { loop in
            let first = try Endpoint(.router, loop: loop)
            let second = try Endpoint(.router, loop: loop)
            let address = try await first.bind("tcp://127.0.0.1:*")
            do {
                _ = try await second.bind(address)
                Issue.record("Two sockets bound to one port")
            } catch let error as ZMQError {
                #expect(error.code == .addressInUse)
                #expect(error.description == "Cannot bind \(address): Address already in use (error 98)")
            }
            await first.close()
            await second.close()
        }
    }

    @Test(arguments: ["", "nonsense", "tcp://", "tcp://127.0.0.1", "quic://127.0.0.1:1"])
    func aMalformedEndpointIsRefused(endpoint: String) async throws {
        try await withLoop { loop in
            let dealer = try Endpoint(.dealer, loop: loop)
            await #expect(throws: ZMQError.self) { try await dealer.connect(endpoint) }
            await dealer.close()
        }
    }

    private func bytes<Value: FixedWidthInteger>(of value: Value) -> Frame {
        withUnsafeBytes(of: value) { Frame($0) }
    }
}
