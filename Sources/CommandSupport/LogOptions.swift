import ArgumentParser
import Foundation
package import Logging

/// The options of both services for their log: one line an event on standard error, never a document's text.
package struct LogOptions: ParsableArguments {
    @Option(help: "debug, info, warning or error.")
    private var logLevel = Environment.string("LOG_LEVEL") ?? "info"
    @Option(help: "text, or json for a line of JSON an event.")
    private var logFormat = Environment.string("LOG_FORMAT") ?? "text"

    package init() {}

    package func validate() throws {
        guard Logger.Level(rawValue: logLevel) != nil else {
            throw ValidationError("--log-level is \(logLevel): write debug, info, warning or error.")
        }
        guard LogFormat(rawValue: logFormat) != nil else {
            throw ValidationError("--log-format is \(logFormat): write text or json.")
        }
    }

    /// Runs a program with its logger; an error that ends it is the last event of the log.
    ///
    /// No event waits for whoever reads the log, and none that cannot be written ends the program: see ``LogWriter``.
    package func logging(_ program: String, _ body: (Logger) async throws -> Void) async throws {
        let format = LogFormat(rawValue: logFormat) ?? .text
        let writer = LogWriter(descriptor: STDERR_FILENO) { lost in
            format.line(.warning, program, "lines of this log were lost", ["count": "\(lost)"])
        }
        defer { writer.flush() }
        var logger = Logger(label: program) { label in
            LineLogHandler(program: label, format: format) { writer.write($0) }
        }
        logger.logLevel = Logger.Level(rawValue: logLevel) ?? .info
        do {
            try await body(logger)
        } catch {
            logger.critical("\(error)")
            throw ExitCode.failure
        }
    }
}
