/// Proves, before a program serves anybody, that unknown keys are refused.
public enum CurveSelfTest {
    /// What the test found: the program must not go on.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        /// An unknown key was accepted.
        case unknownKeyAccepted(domain: String)
        /// An unknown key was neither accepted nor refused in time: nobody answers for the domain.
        case noVerdict(domain: String)

        public var description: String {
            switch self {
            case .unknownKeyAccepted(let domain): "The check of keys for \(domain) accepted an unknown key."
            case .noVerdict(let domain): "The check of keys for \(domain) gave no answer."
            }
        }
    }

    /// Connects with a key made on the spot to a server on a port of loopback that lives as long as the test.
    ///
    /// - Parameters:
    ///   - loop: of the context whose ``ZAPHandler`` runs meanwhile.
    ///   - secretKey: the server's key.
    ///   - domain: the domain to knock at.
    ///   - limit: the longest wait for the verdict.
    /// - Throws: ``Failure``, or ``ZMQError`` where there is no port or socket left.
    public static func run(
        loop: SocketLoop, secretKey: CurveSecretKey, domain: String, within limit: Duration = .seconds(5)
    ) async throws {
        var server = SocketOptions()
        server.curve = .server(secretKey: secretKey, domain: domain)
        var unknown = SocketOptions()
        unknown.curve = .client(
            serverKey: try CurveKeyPair(secretKey: secretKey).publicKey, keyPair: try CurveKeyPair.random())
        let router = try Endpoint(.router, loop: loop, options: server)
        let dealer = try Endpoint(.dealer, loop: loop, options: unknown)
        let events = try await dealer.monitor()
        try await dealer.connect(router.bind("tcp://127.0.0.1:*"))
        let verdict = await verdict(in: events, within: limit)
        await dealer.close()
        await router.close()
        switch verdict {
        case .refused: return
        case .letIn: throw Failure.unknownKeyAccepted(domain: domain)
        case nil: throw Failure.noVerdict(domain: domain)
        }
    }

    private enum Verdict { case refused, letIn }

    private static func verdict(in events: MonitorStream, within limit: Duration) async -> Verdict? {
        await withTaskGroup(of: Verdict?.self) { group in
            group.addTask { await verdict(in: events) }
            group.addTask {
                try? await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private static func verdict(in events: MonitorStream) async -> Verdict? {
        for await event in events {
            switch event {
            case .handshakeSucceeded: return .letIn
            case .handshakeFailed(.authentication): return .refused
            default: continue
            }
        }
        return nil
    }
}
