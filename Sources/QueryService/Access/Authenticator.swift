import Access
import Logging
import Wire
import ZeroMQ

/// Lets the right ones in (guarantee H): keys at the ports, permissions at each message. Without keys everyone may do everything,
/// which `EntityWireService` allows on loopback only.
struct Authenticator: Sendable {
    /// Who is let in; nil without keys.
    let control: AccessControl?
    let handler: ZAPHandler?
    fileprivate let logger: Logger

    /// Reads the keys, takes its place before any port is open, and proves that unknown keys are refused.
    ///
    /// - Parameter keys: the directory of keys, if there is to be any.
    /// - Throws: where the keys cannot be used, or an unknown key was not refused: the service must not start.
    static func post(keys: String?, loop: SocketLoop, logger: Logger) async throws -> Authenticator {
        guard let keys else { return Authenticator(control: nil, handler: nil, logger: logger) }
        let control = try AccessControl(KeyDirectory(path: keys))
        for problem in control.initialProblems { logger.warning("a key does not count: \(problem)") }
        if control.list.keys.isEmpty { logger.warning("nobody is authorised: see `entitywire keys authorise`") }
        let refusals = RefusalLog(logger)
        let handler = try await ZAPHandler(loop: loop) { request in
            guard let port = ServicePort(rawValue: request.domain) else { return nil }
            let key = control.key(ofUser: request.key.z85, with: port.permissions)
            if key == nil { refusals.note(request) }
            return key?.userID
        }
        let authenticator = Authenticator(control: control, handler: handler, logger: logger)
        try await authenticator.prove(loop: loop, secretKey: control.serverKey.secretKey)
        refusals.begin()
        return authenticator
    }

    /// The security of a port; nil without keys.
    func curve(_ port: ServicePort) -> SocketOptions.Curve? {
        control.map { .server(secretKey: $0.serverKey.secretKey, domain: port.rawValue) }
    }

    /// Who sent a message; throws `unauthorised` where that one's key is not, or no longer, on the list, and `malformed`
    /// where the socket did not keep all of the message.
    func caller(of message: Message) throws(WireError) -> Caller {
        guard !message.truncated else {
            throw WireError(.malformed, "The message has more frames or bytes than a message may have.")
        }
        guard let control else { return .anyone }
        guard let key = message.userID.flatMap({ control.key(ofUser: $0) }) else {
            throw WireError(
                .unauthorised, "This key is not authorised any more: ask the operator of the service to authorise it.")
        }
        return .owner(key)
    }

    // MARK: On duty

    /// Runs a body with the ports guarded. If the guard ends first, the ports are closed and the error is thrown.
    func guarding(_ sockets: [Endpoint], _ body: @escaping @Sendable () async throws -> Void) async throws {
        guard let handler else { return try await body() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await body()
                } catch {
                    await handler.stop()
                    throw error
                }
                await handler.stop()
            }
            do {
                try await handler.run()
            } catch  where !(error is CancellationError) {
                logger.critical("\(error)")
                // From now on libzmq would let everybody in.
                for socket in sockets { await socket.close() }
                group.cancelAll()
                throw error
            }
            try await group.waitForAll()
        }
    }

    private func prove(loop: SocketLoop, secretKey: CurveSecretKey) async throws {
        guard let handler else { return }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // Cancelling ends the answers for now, not the handler.
                do { try await handler.run() } catch is CancellationError {}
            }
            for port in ServicePort.allCases {
                try await CurveSelfTest.run(loop: loop, secretKey: secretKey, domain: port.rawValue)
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
