import ZeroMQ

/// A context and a loop that end with the body, however it ends.
func withLoop<Result>(_ body: (SocketLoop) async throws -> Result) async throws -> Result {
    let context = try ZMQContext()
    let loop = SocketLoop(context: context, name: "test")
    defer {
        loop.stop()
        context.shutdown()
    }
    return try await body(loop)
}

/// A router on a port that the system picked, and a dealer connected to it.
func withPair<Result>(
    router routerOptions: SocketOptions = .init(), dealer dealerOptions: SocketOptions = .init(),
    _ body: (_ router: Endpoint, _ dealer: Endpoint) async throws -> Result
) async throws -> Result {
    try await withLoop { loop in
        let router = try Endpoint(.router, loop: loop, options: routerOptions)
        let dealer = try Endpoint(.dealer, loop: loop, options: dealerOptions)
        try await dealer.connect(router.bind("tcp://127.0.0.1:*"))
        let result = try await body(router, dealer)
        await dealer.close()
        await router.close()
        return result
    }
}

extension Endpoint {
    /// Receives until so many messages are there, or nothing came for ten seconds.
    func collect(_ count: Int) async throws -> [Message] {
        var messages: [Message] = []
        while messages.count < count {
            guard let batch = try await receive(upTo: count - messages.count, within: .seconds(10)),
                !batch.isEmpty
            else { break }
            messages += batch
        }
        return messages
    }
}

extension Message {
    /// A message of texts.
    init(_ texts: String...) { self.init(frames: texts.map { Array($0.utf8) }) }

    /// A message with a frame in front.
    func addressed(to peer: Frame) -> Message { Message(frames: [peer] + frames) }
}
