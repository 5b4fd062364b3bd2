import ArgumentParser
import ClientKit

/// A command that talks to the service.
protocol ClientCommand: AsyncParsableCommand, Sendable {
    var global: GlobalOptions { get }

    /// Does the work; throws `Failure` or `ClientError`.
    func run(_ client: ServiceClient, _ console: Console) async throws
    /// Whether the command changes something: it then ends its work even where nobody reads what it says.
    var changesSomething: Bool { get }
    /// Changes to the options of the client.
    func adjust(_ options: inout ClientOptions)
}

extension ClientCommand {
    mutating func run() async throws {
        let command = self
        let console = global.console(goesOnWithoutOutput: changesSomething)
        var options = try global.clientOptions()
        command.adjust(&options)
        do {
            try await ServiceClient.with(options) { client in try await command.run(client, console) }
        } catch {
            console.flush()
            throw error
        }
        try console.finish()
    }

    var changesSomething: Bool { false }

    func adjust(_ options: inout ClientOptions) {}
}
