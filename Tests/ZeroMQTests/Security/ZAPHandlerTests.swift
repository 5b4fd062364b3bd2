import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct ZAPHandlerTests {
    @Test func theHandlerIsToldDomainAddressAndKey() async throws {
        try await withLoop { loop in
            let (requests, continuation) = AsyncStream<ZAPHandler.Request>.makeStream()
            let handler = try await ZAPHandler(loop: loop) { request in
                continuation.yield(request)
                return nil
            }
            let run = Task { try await handler.run() }
            let server = try CurveKeyPair.random()
            let client = try CurveKeyPair.random()
            let secured = Secured(loop: loop, handler: handler, server: server, client: client)
            let router = try Endpoint(.router, loop: loop, options: secured.serverOptions)
            let dealer = try Endpoint(.dealer, loop: loop, options: secured.clientOptions())
            try await dealer.connect(router.bind("tcp://127.0.0.1:*"))
            var iterator = requests.makeAsyncIterator()
            let request = await iterator.next()
            #expect(request?.domain == "test")
            #expect(request?.address == "127.0.0.1")
            #expect(request?.key == client.publicKey)
            for endpoint in [dealer, router] { await endpoint.close() }
            await handler.stop()
            try await run.value
        }
    }

    @Test func aContextHasOneHandler() async throws {
        try await withSecured { secured in
            await #expect(throws: ZMQError.self) {
                _ = try await ZAPHandler(loop: secured.loop) { _ in "anybody" }
            }
        }
    }

    @Test func anEndThatNobodyAskedForIsAnError() async throws {
        try await withLoop { loop in
            let handler = try await ZAPHandler(loop: loop) { _ in nil }
            let run = Task { try await handler.run() }
            loop.stop()
            await #expect(throws: ZAPHandler.Ended.self) { try await run.value }
            await handler.stop()
        }
    }

    @Test func theSelfTestPassesWhereStrangersAreRefused() async throws {
        try await withSecured { secured in
            try await CurveSelfTest.run(loop: secured.loop, secretKey: secured.server.secretKey, domain: "test")
        }
    }

    @Test func theSelfTestFailsWhereEverybodyIsLetIn() async throws {
        try await withLoop { loop in
            let handler = try await ZAPHandler(loop: loop) { _ in "anybody" }
            let run = Task { try await handler.run() }
            let secret = try CurveKeyPair.random().secretKey
            await #expect(throws: CurveSelfTest.Failure.unknownKeyAccepted(domain: "test")) {
                try await CurveSelfTest.run(loop: loop, secretKey: secret, domain: "test")
            }
            await handler.stop()
            try await run.value
        }
    }

    @Test func theSelfTestFailsWhereThereIsNoHandler() async throws {
        try await withLoop { loop in
            let secret = try CurveKeyPair.random().secretKey
            await #expect(throws: CurveSelfTest.Failure.unknownKeyAccepted(domain: "test")) {
                try await CurveSelfTest.run(loop: loop, secretKey: secret, domain: "test")
            }
        }
    }

    @Test func theSelfTestFailsWhereTheHandlerIsSilent() async throws {
        try await withLoop { loop in
            let handler = try await ZAPHandler(loop: loop) { _ in nil }
            let secret = try CurveKeyPair.random().secretKey
            await #expect(throws: CurveSelfTest.Failure.noVerdict(domain: "test")) {
                try await CurveSelfTest.run(
                    loop: loop, secretKey: secret, domain: "test", within: .milliseconds(200))
            }
            await handler.stop()
        }
    }
}
