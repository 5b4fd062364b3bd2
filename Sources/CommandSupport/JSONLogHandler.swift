import Foundation
import Logging

/// Writes each event as one line of JSON: `{"time":…,"level":…,"program":…,"message":…}` and the event's own fields.
struct JSONLogHandler: LogHandler {
    private static let names = ["time", "level", "program", "message"]

    let program: String
    /// Takes a whole line, its line feed included.
    let write: @Sendable (Data) -> Void
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    init(program: String, write: @escaping @Sendable (Data) -> Void) {
        self.program = program
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let time = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        var fields = zip(Self.names, [time, event.level.rawValue, program, event.message.description]).map { ($0, $1) }
        let own = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in own.sorted(by: { $0.key < $1.key }) where !Self.names.contains(key) {
            fields.append((key, value.description))
        }
        let members = fields.map { "\(Self.quoted($0)):\(Self.quoted($1))" }
        write(Data("{\(members.joined(separator: ","))}\n".utf8))
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // A string can always be written as JSON.
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
