import Foundation
import Logging

/// How an event stands in the log: one line, whatever it holds.
package enum LogFormat: String, Sendable {
    /// `2024-02-15T10:00:00+0000 warning entitywire-service: port=work a key was refused`
    case text
    /// `{"time":…,"level":…,"program":…,"message":…}` and the event's own fields.
    case json

    private static let names = ["time", "level", "program", "message"]

    func line(_ level: Logger.Level, _ program: String, _ message: String, _ fields: Logger.Metadata) -> [UInt8] {
        let fields = fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
        let line =
            switch self {
            case .text: Self.text(level, program, message, fields)
            case .json: Self.json(level, program, message, fields)
            }
        return Array("\(line)\n".utf8)
    }

    private static func text(
        _ level: Logger.Level, _ program: String, _ message: String, _ fields: [(String, String)]
    ) -> String {
        var time = Date().formatted(Date.ISO8601FormatStyle())
        if time.hasSuffix("Z") { time = time.dropLast() + "+0000" }
        let parts = ["\(time) \(level) \(program):"] + fields.map { "\($0)=\($1)" } + [message]
        return Sanitised.line(parts.joined(separator: " "))
    }

    private static func json(
        _ level: Logger.Level, _ program: String, _ message: String, _ own: [(String, String)]
    ) -> String {
        let time = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        var fields = zip(names, [time, level.rawValue, program, message]).map { ($0, $1) }
        fields += own.filter { !names.contains($0.0) }
        return "{\(fields.map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ","))}"
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // A string can always be written as JSON.
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}

/// Hands each event of a logger on as one line.
struct LineLogHandler: LogHandler {
    let program: String
    let format: LogFormat
    /// Takes a whole line, its line feed included.
    let write: @Sendable ([UInt8]) -> Void
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    init(program: String, format: LogFormat, write: @escaping @Sendable ([UInt8]) -> Void) {
        self.program = program
        self.format = format
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
        write(format.line(event.level, program, event.message.description, fields))
    }
}
