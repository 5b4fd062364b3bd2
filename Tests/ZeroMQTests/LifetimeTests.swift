import Foundation
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(2)))
struct LifetimeTests {
    @Test func thousandsOfConnectsLeaveNoDescriptorBehind() async throws {
        let connects = 3_000
        try await withLoop { loop in
            let router = try Endpoint(.router, loop: loop)
            let address = try await router.bind("tcp://127.0.0.1:*")
            let echo = Task {
                while let batch = try await router.receive(upTo: 64) { try await router.send(batch) }
            }
            let before = try count("fd")
            for number in 0..<connects {
                let dealer = try Endpoint(.dealer, loop: loop)
                if number.isMultiple(of: 2) { _ = try await dealer.monitor() }
                try await dealer.connect(address)
                try await dealer.send([Message("\(number)")])
                #expect(try await dealer.collect(1) == [Message("\(number)")])
                // Every third is left to its deinit.
                if !number.isMultiple(of: 3) { await dealer.close() }
            }
            // Other tests run meanwhile; a leak of one for each connect would still stand out.
            try await untilFewer("fd", than: before + connects / 10)
            await router.close()
            try await echo.value
        }
    }

    /// A loop that was stopped just before it went to sleep once slept for ever.
    @Test func loopsAndContextsLeaveNoDescriptorAndNoThreadBehind() async throws {
        let before = try count("fd")
        let threads = try count("task")
        for _ in 0..<300 {
            try await withLoop { loop in
                let endpoint = try Endpoint(.router, loop: loop)
                _ = try await endpoint.bind("tcp://127.0.0.1:*")
                await endpoint.close()
            }
        }
        try await untilFewer("fd", than: before + 150)
        try await untilFewer("task", than: threads + 150)
    }

    @Test func anEndpointLetGoOfGivesItsPortBack() async throws {
        try await withLoop { loop in
            var first: Endpoint? = try Endpoint(.router, loop: loop)
            let address = try await #require(first).bind("tcp://127.0.0.1:*")
            first = nil
            let second = try Endpoint(.router, loop: loop)
            try await bindWhenFree(second, to: address)
            await second.close()
        }
    }

    @Test func aSecondWaiterTraps() async {
        await #expect(processExitsWith: .failure) {
            let context = try ZMQContext()
            let loop = SocketLoop(context: context, name: "test")
            let router = try Endpoint(.router, loop: loop)
            async let first = router.receive(upTo: 1, within: .seconds(30))
            async let second = router.receive(upTo: 1, within: .seconds(30))
            _ = try await (first, second)
        }
    }

    /// The open descriptors ("fd") or the threads ("task") of this process.
    private func count(_ what: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(what)").count
    }

    /// Sockets are closed in the background; the suite's time limit ends the wait for those that never are.
    private func untilFewer(_ what: String, than limit: Int) async throws {
        while try count(what) >= limit { await Task.yield() }
    }
}
