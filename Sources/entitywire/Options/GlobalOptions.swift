import ArgumentParser
import ClientKit
import Foundation

/// The options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(help: "Where the service is: tcp://HOST. [ENTITYWIRE_SERVICE] (default: tcp://127.0.0.1)")
    var service: String?

    @Option(help: "The port for submitting. [ENTITYWIRE_WORK_PORT] (default: 7701)")
    var workPort: Int?

    @Option(help: "The port for questions. [ENTITYWIRE_QUERY_PORT] (default: 7702)")
    var queryPort: Int?

    @Option(help: "The port of the feed. [ENTITYWIRE_FEED_PORT] (default: 7703)")
    var feedPort: Int?

    @Option(help: ArgumentHelp("Your key, made by `keys new`. [ENTITYWIRE_KEY]", valueName: "file"))
    var key: String?

    @Option(help: "How long to wait for an answer, in seconds. (default: 30)")
    var timeout: Double?

    @Flag(help: "Write JSON Lines for programs.")
    var json = false

    @Option(help: "The most rows to show; 0 shows all. (default: 50)")
    var limit: Int?

    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    mutating func validate() throws {
        if let timeout, !(timeout > 0 && timeout <= 86_400) {
            throw ValidationError("--timeout takes seconds, from 0.1 to 86400.")
        }
        if let limit, limit < 0 { throw ValidationError("--limit takes a number of rows, 0 for all.") }
    }

    /// - Parameter goesOnWithoutOutput: whether the work is more than its data.
    func console(goesOnWithoutOutput: Bool = false) -> Console {
        Console(
            isQuiet: quiet, isJSON: json, environment: ProcessInfo.processInfo.environment,
            goesOnWithoutOutput: goesOnWithoutOutput)
    }

    /// The most rows to show.
    var rows: Int { limit.map { $0 == 0 ? .max : $0 } ?? 50 }

    /// The rows to ask for at once.
    var page: Int { min(rows, 500) }

    func clientOptions(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> ClientOptions {
        var options = ClientOptions(
            service: service ?? environment["ENTITYWIRE_SERVICE"].flatMap { $0.isEmpty ? nil : $0 }
                ?? "tcp://127.0.0.1",
            workPort: try port(workPort, environment, "ENTITYWIRE_WORK_PORT") ?? 7701,
            queryPort: try port(queryPort, environment, "ENTITYWIRE_QUERY_PORT") ?? 7702,
            feedPort: try port(feedPort, environment, "ENTITYWIRE_FEED_PORT") ?? 7703)
        options.keyFile = key ?? environment["ENTITYWIRE_KEY"].flatMap { $0.isEmpty ? nil : $0 }
        options.timeout = .milliseconds(Int((timeout ?? 30) * 1_000))
        return options
    }

    private func port(_ given: Int?, _ environment: [String: String], _ name: String) throws -> Int? {
        if let given { return given }
        guard let text = environment[name], !text.isEmpty else { return nil }
        guard let port = Int(text) else { throw Failure(.usage, "\(name) is \(text): give a port from 1 to 65535.") }
        return port
    }
}
