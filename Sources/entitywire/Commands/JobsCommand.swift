import ArgumentParser
import ClientKit
import Wire

/// `entitywire jobs`
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "The jobs of the extractors: lists them, retries dead ones.",
        subcommands: [JobsListCommand.self, JobsRetryCommand.self], defaultSubcommand: JobsListCommand.self)
}

/// `entitywire jobs list`
struct JobsListCommand: ClientCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists jobs by document.")

    @Flag(help: "Only those that were given up, with their reason.")
    var dead = false
    @Option(help: "\(DocumentState.allCases.map(\.rawValue).joined(separator: ", ")).")
    var state: DocumentState?
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let listing = Listing<JobRow>(
            columns: [
                .init(title: "DOCUMENT"), .init(title: "STATE"), .init(title: "ATTEMPT", isNumber: true),
                .init(title: "FAILED", isNumber: true), .init(title: "SINCE"), .init(title: "WORKER", gives: 2),
                .init(title: "REASON", gives: 1),
            ],
            nothing: dead ? "No job is dead." : "There is no job."
        ) { row in
            let reason = [row.code, row.reason].compactMap(\.self).joined(separator: ": ")
            return [
                ShortKey.of(row.document), row.suspect ? "\(row.state.rawValue), suspect" : row.state.rawValue,
                Numbers.grouped(row.attempt), Numbers.grouped(row.failures), row.since, row.worker ?? "", reason,
            ]
        }
        let parameters = JobsParameters(state: dead ? .dead : state, limit: global.page)
        try await listing.show(client.jobs(parameters), limit: global.rows, on: console)
        if dead || state == .dead { console.hint("Next: entitywire jobs retry KEY, or entitywire jobs retry --all") }
    }

    mutating func validate() throws {
        if dead, let state, state != .dead {
            throw ValidationError("--dead and --state \(state.rawValue) exclude each other.")
        }
    }
}

/// `entitywire jobs retry`
struct JobsRetryCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Puts dead jobs back in the queue.")

    @Argument(help: "Keys of documents, or their first characters, at least 4.")
    var keys: [String] = []
    @Flag(help: "All dead jobs.")
    var all = false
    @OptionGroup var global: GlobalOptions

    var changesSomething: Bool { true }

    mutating func validate() throws {
        if keys.isEmpty != all { throw ValidationError("Give keys of documents, or --all.") }
    }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let answer = try await client.retry(all ? nil : keys)
        if console.isJSON { try console.json(answer) }
        guard answer.retried > 0 else { throw Failure(.nothingFound, "No dead job was found to retry.") }
        console.note("\(Numbers.count(answer.retried, "job")) put back in the queue.")
        console.hint("Next: entitywire status")
    }
}
