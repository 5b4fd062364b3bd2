import Glibc

/// Faults that tests plant, by environment variables; without them nothing happens.
package enum TestHooks {
    private static let poison = words("ENTITYWIRE_DIE_ON")
    private static let tar = words("ENTITYWIRE_HANG_ON")
    private static let delayMs = getenv("ENTITYWIRE_EXTRACTION_DELAY_MS").flatMap { UInt32(String(cString: $0)) }

    /// Dies by SIGKILL on a text that holds the words of `ENTITYWIRE_DIE_ON`, never comes back from one with those of
    /// `ENTITYWIRE_HANG_ON`, waits `ENTITYWIRE_EXTRACTION_DELAY_MS`.
    package static func beforeExtraction(of text: [UInt8]) {
        if let poison, contains(text, poison) { kill(getpid(), SIGKILL) }
        if let tar, contains(text, tar) { while true { pause() } }
        if let delayMs { usleep(delayMs * 1_000) }
    }

    private static func words(_ variable: String) -> [UInt8]? {
        getenv(variable).map { Array(String(cString: $0).utf8) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func contains(_ text: [UInt8], _ words: [UInt8]) -> Bool {
        text.indices.contains { text[$0...].starts(with: words) }
    }
}
