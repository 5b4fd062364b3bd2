import Logging
import Synchronization
import ZeroMQ

/// Tells the operator of refused keys, each once for a while, so that one who tries all day fills no disk.
final class RefusalLog: Sendable {
    private static let remembered = 256

    private let logger: Logger
    private let told = Mutex<Set<String>?>(nil)

    init(_ logger: Logger) { self.logger = logger }

    /// From now on refusals are logged; those before belong to the service's own test.
    func begin() { told.withLock { $0 = [] } }

    func note(_ request: ZAPHandler.Request) {
        let isNew = told.withLock { told in
            if told.map({ $0.count >= Self.remembered }) == true { told = [] }
            return told?.insert("\(request.domain) \(request.address) \(request.key.z85)").inserted == true
        }
        guard isNew else { return }
        logger.warning(
            "a key was refused",
            metadata: [
                "port": "\(request.domain)", "address": "\(request.address)", "key": "\(request.key.z85)",
            ])
    }
}
