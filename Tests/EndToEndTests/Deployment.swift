import ClientKit
import Foundation
import Synchronization
import Testing
import Wire

/// A folder with a database, the service on ports that the system picked, and extractors.
final class Deployment: Sendable {
    private struct State {
        var service: RunningProcess
        var ports: [String: Int]
        var extractors: [RunningProcess] = []
    }

    let folder: URL
    private let leaseSeconds: Double
    private let state: Mutex<State>

    var service: RunningProcess { state.withLock { $0.service } }
    var ports: [String: Int] { state.withLock { $0.ports } }
    var extractors: [RunningProcess] { state.withLock { $0.extractors } }

    /// The service's folder of backups.
    var backups: String { folder.appendingPathComponent("backups").path }

    var database: String { folder.appendingPathComponent("case.db").path }

    /// Starts the service on an empty database.
    init(
        lease: Double = 2, environment: [String: String] = [:], options: [String] = []
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("entitywire-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        leaseSeconds = lease
        let (service, ports) = try await Self.start(
            database: folder.appendingPathComponent("case.db").path, lease: lease, ports: [:], environment: environment,
            options: options)
        state = Mutex(State(service: service, ports: ports))
    }

    deinit {
        for extractor in extractors { extractor.kill() }
        service.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Starts the service again behind the same ports.
    func restart(environment: [String: String] = [:]) async throws {
        service.kill()
        let (service, _) = try await Self.start(
            database: database, lease: leaseSeconds, ports: ports, environment: environment)
        state.withLock { $0.service = service }
    }

    private static func start(
        database: String, lease: Double, ports: [String: Int], environment: [String: String], options: [String] = []
    ) async throws -> (RunningProcess, [String: Int]) {
        let arguments =
            [
                "--database", database, "--lease", "\(lease)", "--work-port", "\(ports["work"] ?? 0)", "--query-port",
                "\(ports["query"] ?? 0)", "--feed-port", "\(ports["feed"] ?? 0)", "--min-free", "0", "--log-level",
                "warning",
            ] + options
        let process = try RunningProcess("entitywire-service", arguments, environment: environment)
        guard let line = await process.line(beginningWith: "ready") else {
            throw StartError(message: "the service did not start: \(process.standardError)")
        }
        var bound: [String: Int] = [:]
        for part in line.split(separator: " ").dropFirst() {
            let pair = part.split(separator: "=")
            if pair.count == 2 { bound[String(pair[0])] = Int(pair[1]) }
        }
        return (process, bound)
    }

    @discardableResult
    func startExtractor(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> RunningProcess {
        let process = try RunningProcess(
            "entitywire-extractor",
            ["--work-port", "\(ports["work"] ?? 0)", "--jobs", "2", "--log-level", "warning"] + arguments,
            environment: environment)
        state.withLock { $0.extractors.append(process) }
        return process
    }

    /// Replaces an extractor that was killed.
    func replaceExtractor(_ index: Int, environment: [String: String] = [:]) throws {
        let victim = state.withLock { $0.extractors.remove(at: index) }
        victim.kill()
        try startExtractor(environment: environment)
    }

    /// The options that reach this deployment from the command line.
    var connection: [String] {
        [
            "--work-port", "\(ports["work"] ?? 0)", "--query-port", "\(ports["query"] ?? 0)", "--feed-port",
            "\(ports["feed"] ?? 0)",
        ]
    }

    /// Runs the client and waits for its end.
    func client(_ arguments: [String], input: String? = nil) throws -> (code: Int32, output: String, errors: String) {
        let process = try RunningProcess("entitywire", arguments + connection, input: input)
        let code = process.waitForExit()
        return (code, process.standardOutput, process.standardError)
    }

    /// A client of ClientKit, running for the time of the body.
    func withClient<Result: Sendable>(_ body: @Sendable (ServiceClient) async throws -> Result) async throws -> Result {
        var options = ClientOptions(
            workPort: ports["work"] ?? 0, queryPort: ports["query"] ?? 0, feedPort: ports["feed"] ?? 0)
        // Services are killed and restarted under it.
        options.timeout = .seconds(120)
        options.connectTimeout = .seconds(60)
        return try await ServiceClient.with(options, body)
    }

    /// Waits until no job is open.
    func waitUntilDone(_ client: ServiceClient, within limit: Duration = .seconds(300)) async throws -> StatusAnswer {
        let deadline = ContinuousClock.now.advanced(by: limit)
        while ContinuousClock.now < deadline {
            if let status = try? await client.status(), status.queue.ready + status.queue.leased == 0 { return status }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw StartError(message: "jobs were still open after \(limit)")
    }
}

struct StartError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
