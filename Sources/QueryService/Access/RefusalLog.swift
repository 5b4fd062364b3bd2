import Logging
import Synchronization
import ZeroMQ

/// Tells the operator of refused keys, each once for a while, so that a stranger who knocks all day fills no disk.
final class RefusalLog: Sendable {
    private static let remembered = 256

    private let logger: Logger
    private let told = Mutex<Set<String>>([])

    init(_ logger: Logger) { self.logger = logger }

    func note(_ request: ZAPHandler.Request) {
        let isNew = told.withLock { told in
            if told.count >= Self.remembered { told.removeAll() }
            return told.insert("\(request.domain) \(request.address) \(request.key.z85)").inserted
        }
        guard isNew else { return }
        logger.warning(
            "a key was refused",
            metadata: [
                "port": "\(request.domain)", "address": "\(request.address)", "key": "\(request.key.z85)",
            ])
    }
}
