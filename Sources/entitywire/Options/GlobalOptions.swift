import ArgumentParser
import ClientKit

/// The options of every command that talks to the service.
struct GlobalOptions: ParsableArguments {
    // Unconditional, so that a number below zero is a wrong number and not a missing value.
    @Option(parsing: .unconditional, help: "The most rows to show; 0 shows all. (default: 50)")
    var limit: Int?

    @OptionGroup var output: OutputOptions

    @OptionGroup(title: "Connection") var connection: ConnectionOptions

    mutating func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit is \(limit): give a number of rows, 0 for all.") }
    }

    var json: Bool { output.json }

    func console(goesOnWithoutOutput: Bool = false) -> Console {
        output.console(goesOnWithoutOutput: goesOnWithoutOutput)
    }

    /// The most rows to show.
    var rows: Int { limit.map { $0 == 0 ? .max : $0 } ?? 50 }

    /// The rows to ask for at once.
    var page: Int { min(rows, 500) }

    func clientOptions() throws -> ClientOptions { try connection.clientOptions() }
}
