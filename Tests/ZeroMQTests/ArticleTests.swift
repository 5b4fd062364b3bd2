import Testing
import ZeroMQ

/// The examples of the articles, so that they stay true.
@Suite(.timeLimit(.minutes(1)))
struct ArticleTests {
    @Test func theEchoOfTheOverviewAnswersUntilItIsClosed() async throws {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "work")
        let router = try Endpoint(.router, loop: loop)
        let address = try await router.bind("tcp://127.0.0.1:*")
        let echo = Task {
            while let batch = try await router.receive(upTo: 64) {
                try await router.send(batch)
            }
        }
        let dealer = try Endpoint(.dealer, loop: loop)
        try await dealer.connect(address)
        try await dealer.send([Message("hello")])
        #expect(try await dealer.collect(1) == [Message("hello")])
        await dealer.close()
        await router.close()
        loop.stop()
        context.shutdown()
        try await echo.value
    }

    @Test func anActorOnTheLoopCallsItsEndpointsWithoutAHop() async throws {
        try await withLoop { loop in
            let service = try Service(loop: loop)
            let dealer = try Endpoint(.dealer, loop: loop)
            try await dealer.connect(service.start())
            try await dealer.send([Message("hello")])
            #expect(try await service.receive()?.first?.frames.last == Array("hello".utf8))
            await dealer.close()
            await service.stop()
        }
    }

    private actor Service {
        private let loop: SocketLoop
        private let router: Endpoint

        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        init(loop: SocketLoop) throws {
            self.loop = loop
            router = try Endpoint(.router, loop: loop)
        }

        func start() async throws -> String { try await router.bind("tcp://127.0.0.1:*") }

        func receive() async throws -> [Message]? { try await router.receive(upTo: 64) }

        func stop() async { await router.close() }
    }
}
