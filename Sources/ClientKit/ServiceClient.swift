import ZeroMQ

/// A client of the query service: submits, asks, commands, follows the feed.
///
/// Any number of tasks may use one client at once; their requests share two sockets, are answered in any order, and are
/// sent again with the same content when a connection is lost, which is safe. A client works while its ``run()`` does:
///
/// ```swift
/// try await ServiceClient.with(ClientOptions(service: "tcp://127.0.0.1")) { client in
///     let accepted = try await client.submit("The mayor of Lyon visited Porto.")
///     print(accepted.document, accepted.state)
/// }
/// ```
///
/// Every call throws ``ClientError``: `unreachable` means not done, `noAnswer` means unknown and safe to repeat, `refused`
/// carries the service's words. A service that is busy is obeyed and asked again, see ``ClientOptions``.
public final class ServiceClient: Sendable {
    public let options: ClientOptions
    let context: ZMQContext
    let loop: SocketLoop
    let work: RequestChannel
    let questions: RequestChannel
    let feedEndpoint: String
    let security: ClientSecurity

    /// Makes a client that connects when it is first used; throws where an address or the key file cannot be right.
    public init(_ options: ClientOptions = ClientOptions()) throws(ClientError) {
        self.options = options
        let workEndpoint = try options.endpoint(port: options.workPort)
        let queryEndpoint = try options.endpoint(port: options.queryPort)
        feedEndpoint = try options.endpoint(port: options.feedPort)
        security = try ClientSecurity(keyFile: options.keyFile)
        do {
            context = try ZMQContext()
        } catch {
            throw ClientError(.invalid, "\(error): raise the limit of open files (ulimit -n).")
        }
        loop = SocketLoop(context: context, name: "ew-client")
        let prefix = Self.makeToken(10)
        work = RequestChannel(endpoint: workEndpoint, prefix: prefix, loop: loop, security: security, options: options)
        questions = RequestChannel(
            endpoint: queryEndpoint, prefix: prefix, loop: loop, security: security, options: options)
    }

    deinit {
        loop.stop()
        context.shutdown()
    }

    /// Carries the client's requests until the task is cancelled; what is open then fails as closed.
    ///
    /// Call it once, beside the tasks that use the client, for example as a service of a `ServiceGroup`.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.work.run() }
            group.addTask { await self.questions.run() }
            await group.waitForAll()
        }
        loop.stop()
        context.shutdown()
    }

    /// Runs a client for as long as the body does.
    public static func with<Value: Sendable>(
        _ options: ClientOptions = ClientOptions(),
        _ body: @Sendable (ServiceClient) async throws -> Value
    ) async throws -> Value {
        let client = try ServiceClient(options)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await client.run() }
            defer { group.cancelAll() }
            return try await body(client)
        }
    }

    /// Random letters and digits, for ids that no other client makes.
    static func makeToken(_ length: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        return String(decoding: (0..<length).map { _ in letters[Int.random(in: 0..<letters.count)] }, as: UTF8.self)
    }
}
