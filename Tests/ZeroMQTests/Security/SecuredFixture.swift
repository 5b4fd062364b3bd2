import ZeroMQ

/// A context with a handler that knows one key, and what its sockets need.
struct Secured: Sendable {
    let loop: SocketLoop
    let handler: ZAPHandler
    let server: CurveKeyPair
    let client: CurveKeyPair

    /// The options of a CURVE server in the domain `test`.
    var serverOptions: SocketOptions {
        var options = SocketOptions()
        options.curve = .server(secretKey: server.secretKey, domain: "test")
        return options
    }

    /// The options of a client with a key, the known one if not given.
    func clientOptions(_ key: CurveKeyPair? = nil, server: CurvePublicKey? = nil) -> SocketOptions {
        var options = SocketOptions()
        options.curve = .client(serverKey: server ?? self.server.publicKey, keyPair: key ?? client)
        return options
    }
}

/// A loop with a handler that lets one key in, for as long as the body runs.
@discardableResult
func withSecured<Result: Sendable>(_ body: @Sendable (Secured) async throws -> Result) async throws -> Result {
    try await withLoop { loop in
        let server = try CurveKeyPair.random()
        let client = try CurveKeyPair.random()
        let known = client.publicKey
        let handler = try await ZAPHandler(loop: loop) { $0.key == known ? "user of \($0.domain)" : nil }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await handler.run() }
            let result = try await body(Secured(loop: loop, handler: handler, server: server, client: client))
            await handler.stop()
            try await group.waitForAll()
            return result
        }
    }
}
