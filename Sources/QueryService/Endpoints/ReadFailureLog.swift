import Logging
import Store
import Synchronization
import Wire

/// Tells the operator of questions that could not be read: each kind at once, its repetitions once a minute, with how many.
final class ReadFailureLog: Sendable {
    private static let pauseMs: Int64 = 60_000

    private struct Told {
        var at: Int64
        var since = 0
    }

    private let logger: Logger
    private let told = Mutex<[String: Told]>([:])

    init(_ logger: Logger) { self.logger = logger }

    func note(_ cause: String, _ failure: ReadFailure, _ envelope: Envelope) {
        let now = Clock.monotonicMs
        let message = failure.error.message
        let repeated = told.withLock { told -> Int? in
            if told.count > 64 { told = [:] }
            if var earlier = told[message], now - earlier.at < Self.pauseMs {
                earlier.since += 1
                told[message] = earlier
                return nil
            }
            defer { told[message] = Told(at: now) }
            return told[message]?.since ?? 0
        }
        guard let repeated else { return }
        let method = (try? envelope.header(as: Query.self).method) ?? envelope.kind
        logger.error(
            "a question was not answered: \(message)",
            metadata: ["question": "\(method.prefix(40))", "cause": "\(cause)", "repeated": "\(repeated)"])
    }
}
