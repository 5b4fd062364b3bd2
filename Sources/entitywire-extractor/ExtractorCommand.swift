import Access
import ArgumentParser
import ClientKit
import CommandSupport
import Extraction
import ExtractorWorker
import Foundation
import Logging
import Metrics
import ServiceLifecycle
import UnixSignals
import Wire

@main
struct ExtractorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entitywire-extractor",
        abstract:
            "Takes documents from the service, finds who, where, when and what was said, and gives the results back.",
        discussion: """
            Start as many as you like, on as many machines as you like. With --input it needs no jobs from the service: it \
            reads documents itself and publishes text and result.
            Every option can be given as an environment variable too: --work-port is ENTITYWIRE_WORK_PORT.
            """,
        version: Program.version)

    @Option(help: ArgumentHelp("The service.", valueName: "tcp://host"))
    var service = Environment.string("SERVICE") ?? "tcp://127.0.0.1"
    @Option(help: "Its port for extractors.")
    var workPort = Environment.int("WORK_PORT") ?? 7701
    @Option(help: ArgumentHelp("The worker's key, made by `entitywire keys new`.", valueName: "file"))
    var key: String?
    @Option(help: "Documents to extract at the same time; the number of cores if not given.")
    var jobs = Environment.int("JOBS") ?? ProcessInfo.processInfo.activeProcessorCount
    @Option(
        help: "Documents to hold at a time: more where the service is far; 4 a job if not given.")
    var window: Int?
    @Option(help: "What people call this worker; the host's name if not given.")
    var name = Environment.string("NAME") ?? ProcessInfo.processInfo.hostName
    @Option(help: "Another model than the one beside the program.")
    var model: String?
    @Option(help: ArgumentHelp("Names of your own: name, type, id, aliases.", valueName: "file.tsv"))
    var gazetteer: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Read these documents and publish them with their results, then stop.", valueName: "file"))
    var input: [String] = []
    @Option(help: "How long to go on with what has begun when told to stop, in seconds.")
    var stopTime = Environment.int("STOP_TIME") ?? 25
    @OptionGroup var metrics: MetricsOptions
    @OptionGroup var log: LogOptions

    func validate() throws {
        guard (1...256).contains(name.utf8.count), !name.utf8.contains(where: { $0 < 32 || $0 == 127 }) else {
            throw ValidationError("--name has 1 to 256 bytes and no control characters.")
        }
        guard (0...86_400).contains(stopTime) else {
            throw ValidationError("--stop-time is \(stopTime): write 0 to 86400 seconds.")
        }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs is \(jobs): write 1 to 64.") }
        if let window = heldAtOnce, !(jobs...64).contains(window) {
            throw ValidationError("--window is \(window): write \(jobs), the jobs, to 64.")
        }
        guard service.hasPrefix("tcp://"), !service.dropFirst(6).contains(":") else {
            throw ValidationError("--service is \(service): write tcp://HOST, the port goes to --work-port.")
        }
    }

    static func main() async { await CommandRunner.run(Self.self) }

    private var heldAtOnce: Int? { window ?? Environment.int("WINDOW") }

    func run() async throws {
        if !input.isEmpty { return try await publish(with: makeExtractor()) }
        try await log.logging("entitywire-extractor") { logger in try await work(with: makeExtractor(), logger) }
    }

    private func makeExtractor() throws -> Extractor {
        try Extractor.standard(
            model: model ?? Environment.string("MODEL"), gazetteer: gazetteer ?? Environment.string("GAZETTEER"))
    }

    /// Works for the service until it is told to stop.
    private func work(with extractor: Extractor, _ logger: Logger) async throws {
        var options = WorkerOptions(jobs: jobs, name: name)
        options.service = service
        options.workPort = workPort
        options.stopSeconds = stopTime
        if let window = heldAtOnce { options.window = window }
        options.key = try (key ?? Environment.string("KEY")).map { try ClientKey(path: $0) }
        let worker = Worker(options, extractor: extractor, logger: logger)
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [.init(service: worker)]
        if let port = metrics.port {
            let server = try MetricsServer(
                host: metrics.metricsHost, port: port, families: { worker.families }, problem: { worker.problem },
                isListening: MetricsOptions.announce)
            services.append(.init(service: server, failureTerminationBehavior: .gracefullyShutdownGroup))
        }
        logger.info("started", metadata: ["extractor": "\(extractor.version)", "jobs": "\(jobs)"])
        try await ServiceGroup(
            configuration: .init(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }

    /// The self-fed mode: publishes the files of `--input`, says what became of them, and ends.
    private func publish(with extractor: Extractor) async throws {
        do {
            var options = ClientOptions(service: service, workPort: workPort)
            options.keyFile = key ?? Environment.string("KEY")
            let tally = try await ServiceClient.with(options) { client in
                try await SelfFed(extractor: extractor, client: client, jobs: jobs).publish(input)
            }
            for (path, reason) in tally.refused { Self.say("\(path): \(reason)") }
            Self.say(
                "Published \(tally.published) · already there \(tally.duplicates) · refused \(tally.refused.count)")
            guard tally.refused.isEmpty else { throw ExitCode(tally.published + tally.duplicates > 0 ? 6 : 3) }
        } catch let error as ClientError {
            Self.say("\(error.message) What is missing can be published by the same command again.")
            throw ExitCode(Self.status(of: error.code))
        }
    }

    private static func status(of code: ClientError.Code) -> Int32 {
        switch code {
        case .unreachable, .noAnswer: 4
        case .keyRefused, .wrongService: 3
        default: 5
        }
    }

    private static func say(_ sentence: String) {
        _ = Descriptor.write(Array("\(Sanitised.line(sentence))\n".utf8), to: STDERR_FILENO)
    }
}
