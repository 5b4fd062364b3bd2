import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct CurveTests {
    @Test func aKnownKeyComesInAndEachMessageNamesItsUser() async throws {
        try await withSecured { secured in
            let router = try Endpoint(.router, loop: secured.loop, options: secured.serverOptions)
            let dealer = try Endpoint(.dealer, loop: secured.loop, options: secured.clientOptions())
            try await dealer.connect(router.bind("tcp://127.0.0.1:*"))
            try await dealer.send([Message("one"), Message("two", "frames")])
            let received = try await router.collect(2)
            #expect(received.map(\.userID) == ["user of test", "user of test"])
            #expect(received.map(\.frames.count) == [2, 3])
            await dealer.close()
            await router.close()
        }
    }

    @Test func aPlainSocketNamesNobody() async throws {
        try await withPair { router, dealer in
            try await dealer.send([Message("x")])
            #expect(try await router.collect(1).first?.userID == nil)
        }
    }

    /// How a client may knock at a server, and what it is told.
    enum Knock: CaseIterable {
        case unknownKey, wrongServerKey, noCurve, plainServer, nobody

        var problem: ConnectionProblem {
            switch self {
            case .unknownKey: .keyRefused
            case .wrongServerKey: .serverUnproven
            case .noCurve, .plainServer: .securityDiffers
            case .nobody: .unreachable
            }
        }

        func options(_ secured: Secured) throws -> SocketOptions {
            switch self {
            case .unknownKey: secured.clientOptions(try .random())
            case .wrongServerKey: secured.clientOptions(server: try CurveKeyPair.random().publicKey)
            case .noCurve: SocketOptions()
            case .plainServer, .nobody: secured.clientOptions()
            }
        }
    }

    @Test(arguments: Knock.allCases)
    func aClientThatIsNotLetInLearnsWhyAndItsMessageIsNotRead(knock: Knock) async throws {
        try await withSecured { secured in
            let options = knock == .plainServer ? SocketOptions() : secured.serverOptions
            let router = try Endpoint(.router, loop: secured.loop, options: options)
            let address = try await router.bind("tcp://127.0.0.1:*")
            if knock == .nobody { await router.close() }
            let dealer = try Endpoint(.dealer, loop: secured.loop, options: try knock.options(secured))
            let events = try await dealer.monitor()
            try await dealer.connect(address)
            try await dealer.send([Message("let me in")])
            var diagnosis = ConnectionDiagnosis()
            for await event in events {
                diagnosis.note(event)
                if diagnosis.problem == knock.problem { break }
            }
            #expect(diagnosis.problem == knock.problem)
            if knock != .nobody {
                let read = try await router.receive(upTo: 1, within: .zero)
                #expect(read == [])
                await router.close()
            }
            await dealer.close()
        }
    }

    @Test func aConnectionThatWasMadeClearsTheDiagnosis() {
        var diagnosis = ConnectionDiagnosis()
        diagnosis.note(.connectRetried(after: .seconds(1)))
        #expect(diagnosis.problem == .unreachable)
        diagnosis.note(.handshakeSucceeded)
        #expect(diagnosis.problem == nil)
    }

    @Test func aGreetingBrokenOffOnceIsNoWrongKey() {
        var diagnosis = ConnectionDiagnosis()
        let brokenOff: [SocketEvent] = [.connected, .handshakeFailed(.noDetail(.closed)), .disconnected]
        for event in brokenOff + [.connectRetried(after: .seconds(1))] { diagnosis.note(event) }
        #expect(diagnosis.problem == nil)
        for event in brokenOff { diagnosis.note(event) }
        #expect(diagnosis.problem == .serverUnproven)
    }

    @Test func aServerThatDiesInTheGreetingIsUnreachable() {
        var diagnosis = ConnectionDiagnosis()
        let events: [SocketEvent] = [
            .connected, .handshakeFailed(.noDetail(.closed)), .disconnected, .connectRetried(after: .seconds(1)),
            .connectDelayed, .closed, .connectRetried(after: .seconds(1)),
        ]
        for event in events { diagnosis.note(event) }
        #expect(diagnosis.problem == .unreachable)
    }
}
