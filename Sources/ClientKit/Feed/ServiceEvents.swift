import Wire
import ZeroMQ

/// Every event of the feed from a position on, once, in order, for as long as it is read.
///
/// The feed itself may lose messages; each gap is noticed (numbers, heartbeats, epoch) and filled with SINCE. While the
/// service is away the sequence waits for it and goes on where it was. It throws ``ClientError``: `unreachable` where the
/// service was never there, `refused` with the code `history_trimmed` where the events after the position are no longer
/// kept: list what you need, then begin anew from ``ServiceClient/position()``.
public struct ServiceEvents: AsyncSequence, Sendable {
    public typealias Element = FeedRecord

    let client: ServiceClient
    let start: FeedPosition

    public func makeAsyncIterator() -> Iterator { Iterator(client: client, start: start) }

    public struct Iterator: AsyncIteratorProtocol {
        /// Without a heartbeat for this long the connection counts as lost.
        private var silence = Duration.seconds(5)

        private let client: ServiceClient
        private var machine: FeedCatchUp
        private var records: ArraySlice<FeedRecord> = []
        private var feed: Endpoint?
        private var wasReached = false
        private var backoff = Backoff()

        init(client: ServiceClient, start: FeedPosition) {
            self.client = client
            machine = FeedCatchUp(after: start)
        }

        /// The next event; waits for one. Cancelling the task throws.
        public mutating func next() async throws(ClientError) -> FeedRecord? {
            while records.isEmpty {
                guard !Task.isCancelled else { throw .cancelled }
                let feed = try await connectedFeed()
                if machine.question != nil {
                    try await catchUp()
                } else {
                    try await listen(to: feed)
                }
            }
            return records.removeFirst()
        }

        /// The socket is there before the question is put, so that nothing falls between.
        private mutating func connectedFeed() async throws(ClientError) -> Endpoint {
            if let feed { return feed }
            let socket: Endpoint
            do {
                socket = try Endpoint(
                    .sub, loop: client.loop, options: await client.security.socketOptions(for: client.feedEndpoint))
                // Nobody reads the stream; the endpoint itself notes what is wrong.
                _ = try await socket.monitor()
                try await socket.subscribe([])
                try await socket.connect(client.feedEndpoint)
            } catch {
                throw ClientError(.closed, "The feed cannot be opened: \(error)")
            }
            feed = socket
            machine.feedInterrupted()
            return socket
        }

        private mutating func catchUp() async throws(ClientError) {
            guard let question = machine.question else { return }
            do {
                let (answer, page) = try await client.since(question)
                records = try machine.page(answer, page.events)[...]
                wasReached = true
                backoff.reset()
            } catch  where wasReached && (error.code == .unreachable || error.code == .noAnswer) {
                await pause()
            } catch  where wasReached && error.answer.map({ $0.retry != .never }) == true {
                await pause()
            }
        }

        private mutating func pause() async { try? await Task.sleep(for: backoff.next()) }

        private mutating func listen(to feed: Endpoint) async throws(ClientError) {
            let batch: [Message]?
            do {
                batch = try await feed.receive(upTo: 256, within: silence)
            } catch is CancellationError {
                throw .cancelled
            } catch {
                batch = []
            }
            guard let batch else { throw .closed }
            if batch.isEmpty {
                // A key that may ask and not listen asks more often.
                if await feed.problem == .keyRefused { silence = .seconds(1) }
                await feed.close()
                self.feed = nil
                return
            }
            for message in batch {
                guard let (epoch, event) = FeedMessage.read(message.frames) else { continue }
                records += machine.live(epoch: epoch, event)
            }
        }
    }
}

extension ServiceClient {
    /// Every event after a position, once, in order.
    ///
    /// - Parameter position: ``FeedPosition/beginning`` is the oldest event kept; for only what comes now, give what
    ///   ``position()`` says.
    public func events(from position: FeedPosition) -> ServiceEvents { ServiceEvents(client: self, start: position) }

    /// Where the feed stands now.
    public func position() async throws(ClientError) -> FeedPosition {
        let pong = try await ping()
        return FeedPosition(epoch: pong.epoch, sequence: pong.last)
    }

    /// One page of events.
    func since(_ question: Since) async throws(ClientError) -> (SinceAnswer, FeedPage) {
        let request = Envelope(.since, requestID: [], question)
        let reply = try await reply(of: questions, request, options.timeout, expecting: .ok)
        let answer: SinceAnswer = try Self.read(reply)
        return (answer, try Self.decode(FeedPage.self, from: reply.bodies.first ?? []))
    }
}
