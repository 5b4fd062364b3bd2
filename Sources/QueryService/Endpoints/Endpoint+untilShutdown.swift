import ServiceLifecycle
import ZeroMQ

extension Endpoint {
    /// The next messages, as `receive` has them; nil when the endpoint is closed or the service is told to stop.
    func receiveUntilShutdown(upTo count: Int, bytes: Int = .max, within limit: Duration? = nil) async throws
        -> [Message]?
    {
        do {
            return try await cancelWhenGracefulShutdown {
                try await self.receive(upTo: count, bytes: bytes, within: limit)
            }
        } catch is CancellationError {
            return nil
        }
    }
}
