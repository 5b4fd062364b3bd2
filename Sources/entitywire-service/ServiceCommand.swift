import ArgumentParser
import CommandSupport
import Foundation
import Logging
import QueryService
import ServiceLifecycle
import Store
import UnixSignals
import Wire

@main
struct ServiceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entitywire-service",
        abstract: "Keeps the documents, gives out the work, stores the results and answers questions.",
        discussion: "Every option can be given as an environment variable too: --work-port is ENTITYWIRE_WORK_PORT.",
        version: Program.version)

    @Option(help: ArgumentHelp("The database file; made if it is not there.", valueName: "path"))
    var database = Environment.string("DATABASE") ?? "entitywire.db"
    @Option(help: "The address to bind to.")
    var host = Environment.string("HOST") ?? "127.0.0.1"
    @Option(help: "The port for extractors and submitters; 0 lets the system pick.")
    var workPort = Environment.int("WORK_PORT") ?? 7701
    @Option(help: "The port for questions and commands.")
    var queryPort = Environment.int("QUERY_PORT") ?? 7702
    @Option(help: "The port that events are published on.")
    var feedPort = Environment.int("FEED_PORT") ?? 7703
    @Option(help: "How long a worker may be silent about a document, in seconds.")
    var lease = Environment.double("LEASE") ?? 30
    @Option(help: "The longest that one attempt may take, in seconds.")
    var attemptLimit = Environment.double("ATTEMPT_LIMIT") ?? 600
    @Option(help: "Submissions are answered `busy` while this many documents are open.")
    var maxOpen = Environment.int("MAX_OPEN") ?? 100_000
    @Option(help: "Submissions are refused while the disk has fewer free MiB than this.")
    var minFree = Environment.int("MIN_FREE") ?? 512
    @Option(help: "Delete documents that were accepted more than this many days ago; all are kept if not given.")
    var keepDays: Int?
    @Option(
        help: ArgumentHelp(
            "Where backups go; has to be there. The folder `backups` beside the database if not given.",
            valueName: "dir"))
    var backups: String?
    @Option(
        help: ArgumentHelp(
            "Put a backup in the place of the database, keep what was there under another name, and end. A name "
                + "without a folder is looked for among the backups.", valueName: "file"))
    var restore: String?
    @Option(help: "Use the results of this extractor version, whatever was used before.")
    var extractor: String?
    @Option(
        help: ArgumentHelp(
            "Let in only who has a key: see `entitywire keys`. Made if it is not there.", valueName: "dir"))
    var keys: String?
    @Flag(help: "Bind to an address other than loopback without keys: whoever reaches it can do anything.")
    var insecure = false
    @OptionGroup var metrics: MetricsOptions
    @OptionGroup var log: LogOptions

    func validate() throws {
        guard (0.1...86_400).contains(lease), (lease...86_400 * 365).contains(attemptLimit) else {
            throw ValidationError(
                "--lease is 0.1 to 86400 seconds, --attempt-limit at least the lease and at most a year.")
        }
        guard maxOpen > 0 else { throw ValidationError("--max-open is \(maxOpen): write 1 or more.") }
        guard (0...1 << 42).contains(minFree) else {
            throw ValidationError("--min-free is \(minFree): write 0 to \(1 << 42) MiB.")
        }
        if let extractor, !(1...256).contains(extractor.utf8.count) {
            throw ValidationError("--extractor is the version of an extractor, of 1 to 256 bytes.")
        }
        if let days = keptDays, !(1...36_500).contains(days) {
            throw ValidationError("--keep-days is \(days): write 1 to 36500.")
        }
        for port in [workPort, queryPort, feedPort] where !(0...65_535).contains(port) {
            throw ValidationError("\(port) is no port.")
        }
    }

    static func main() async { await CommandRunner.run(Self.self) }

    private var keptDays: Int? { keepDays ?? Environment.int("KEEP_DAYS") }
    private var backupFolder: String? { backups ?? Environment.string("BACKUPS") }

    func run() async throws {
        if let restore { return try put(restore, from: BackupFolder(backupFolder, beside: database)) }
        OpenFiles.raiseLimit()
        try await log.logging("entitywire-service") { logger in
            let service = try await EntityWireService.make(options, logger: logger)
            // A line for programs that started the service and must learn the ports.
            Announcement.say(
                "ready work=\(service.ports.work) query=\(service.ports.query) feed=\(service.ports.feed)")
            try await ServiceGroup(services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
                .run()
        }
    }

    private var options: ServiceOptions {
        var options = ServiceOptions(database: database)
        options.backups = backupFolder
        options.keepDays = keptDays
        options.metricsPort = metrics.port
        options.metricsHost = metrics.metricsHost
        options.metricsAreServed = MetricsOptions.announce
        options.host = host
        options.workPort = workPort
        options.queryPort = queryPort
        options.feedPort = feedPort
        options.leaseMs = Int(lease * 1_000)
        options.attemptLimitMs = Int(attemptLimit * 1_000)
        options.maximumOpenJobs = maxOpen
        options.minimumFreeBytes = minFree * 1024 * 1024
        options.extractor = extractor ?? Environment.string("EXTRACTOR")
        options.keys = keys ?? Environment.string("KEYS")
        options.insecure = insecure || Environment.flag("INSECURE")
        return options
    }

    /// `--restore`: puts a backup in place and says so.
    private func put(_ backup: String, from folder: BackupFolder) throws {
        let path = backup.contains("/") ? backup : "\(folder.path)/\(backup)"
        let restored = try Store.restore(path, to: database, now: Clock.unixMs)
        let documents = restored.documents == 1 ? "1 document" : "\(restored.documents) documents"
        Announcement.say("\(path) is in the place of \(database), with \(documents). Start the service.")
        if let replaced = restored.replaced { Announcement.say("What was there before is now \(replaced).") }
    }
}
