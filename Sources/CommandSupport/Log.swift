import Foundation
package import Logging

/// The log of the two services: one line an event on stderr, never a document's text.
package enum Log {
    /// A logger of the program's name at a level: `debug`, `info`, `warning`, `error`.
    package static func make(_ label: String, level: Logger.Level) -> Logger {
        var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
