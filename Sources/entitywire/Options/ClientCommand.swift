import ArgumentParser
import ClientKit

/// A command that talks to the service.
protocol ClientCommand: AsyncParsableCommand, Sendable {
    var global: GlobalOptions { get }

    /// Does the work; throws `Failure` or `ClientError`.
    func run(_ client: ServiceClient, _ console: Console) async throws
    /// Changes to the options of the client.
    func adjust(_ options: inout ClientOptions)
}

extension ClientCommand {
    mutating func run() async throws {
        let command = self
        let console = global.console()
        var options = try global.clientOptions()
        command.adjust(&options)
        defer { console.flush() }
        try await ServiceClient.with(options) { client in try await command.run(client, console) }
    }

    func adjust(_ options: inout ClientOptions) {}
}
