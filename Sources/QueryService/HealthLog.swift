import Logging

/// Tells the operator once when the service falls ill, and once when it is well again.
struct HealthLog {
    /// How many looks in a row must find it well: what comes and goes by the second is told once.
    private static let patience = 3

    let logger: Logger
    private var told: (trouble: Health.Trouble, since: Int64)?
    private var well = 0

    init(_ logger: Logger) { self.logger = logger }

    /// Takes the health of now, once a second.
    mutating func note(_ health: Health, now: Int64) {
        guard let trouble = health.trouble else { return noteWell(now) }
        well = 0
        guard told?.trouble != trouble else { return }
        told = (trouble, now)
        // Those tell more of themselves when they happen.
        guard ![.loss, .reading, .clock].contains(trouble) else { return }
        logger.warning("\(health.problem ?? "")")
    }

    private mutating func noteWell(_ now: Int64) {
        guard let (trouble, since) = told else { return }
        well += 1
        guard well >= Self.patience else { return }
        told = nil
        logger.notice(
            "healthy again", metadata: ["after": "\((now - since) / 1_000) s", "was": "\(trouble.rawValue)"])
    }
}
