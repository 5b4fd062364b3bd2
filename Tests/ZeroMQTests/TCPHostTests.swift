import Testing

@testable import ZeroMQ

@Suite struct TCPHostTests {
    @Test(
        arguments: [
            ("127.0.0.1", "127.0.0.1", false, true), ("127.8.9.1", "127.8.9.1", false, true),
            ("::1", "[::1]", true, true), ("[::1]", "[::1]", true, true),
            ("0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]", true, true),
            ("::ffff:127.0.0.1", "[::ffff:127.0.0.1]", true, true), ("localhost", "127.0.0.1", false, true),
            ("::", "[::]", true, false), ("::ffff:10.0.0.1", "[::ffff:10.0.0.1]", true, false),
            ("fe80::1%eth0", "[fe80::1%eth0]", true, false), ("0.0.0.0", "0.0.0.0", false, false),
            ("*", "*", false, false), ("127.example.org", "127.example.org", false, false),
            ("host", "host", false, false),
            ("::2", "[::2]", true, false),
        ])
    func whatIsWrittenIsUnderstood(name: String, text: String, isIPv6: Bool, isLoopback: Bool) {
        let host = TCPHost(name)
        #expect(host.bindText == text)
        #expect(host.isIPv6 == isIPv6)
        #expect(host.isLoopback == isLoopback)
    }

    @Test func theHostOfAnEndpointIsFound() {
        #expect(TCPHost(ofEndpoint: "tcp://[::1]:7701").text == "[::1]")
        #expect(TCPHost(ofEndpoint: "tcp://case.example:7701").text == "case.example")
    }

    @Test(.timeLimit(.minutes(1))) func socketsMeetAtAnAddressOfIPv6() async throws {
        let fixture = try ZMQContext()
        let loop = SocketLoop(context: fixture, name: "ipv6")
        defer {
            loop.stop()
            fixture.shutdown()
        }
        var options = SocketOptions()
        options.ipv6 = true
        let router = try Endpoint(.router, loop: loop, options: options)
        // Where the system has no IPv6 there is nothing to meet at.
        guard let address = try? await router.bind("tcp://[::1]:*") else { return await router.close() }
        let dealer = try Endpoint(.dealer, loop: loop, options: options)
        try await dealer.connect(address)
        try await dealer.send([Message(frames: [[1]])])
        #expect(try await router.receive(upTo: 1, within: .seconds(20))?.first?.frames.last == [1])
        await dealer.close()
        await router.close()
    }
}
