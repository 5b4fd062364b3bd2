import ArgumentParser
import ClientKit
import Foundation

/// Where the service is, and how to reach it.
struct ConnectionOptions: ParsableArguments {
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

    mutating func validate() throws {
        if let timeout, !(timeout > 0 && timeout <= 86_400) {
            throw ValidationError("--timeout takes seconds, from 0.1 to 86400.")
        }
    }

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
