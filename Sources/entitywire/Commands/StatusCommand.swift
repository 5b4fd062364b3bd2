import ArgumentParser
import ClientKit
import Wire

/// `entitywire status`
struct StatusCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "How the service is: queue, rate, extractors, what limits.")

    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let status = try await client.status()
        if console.isJSON { return try console.json(status) }
        for item in StatusView(status).lines(console.style) { console.print(item) }
        console.flush()
        if let hint = StatusView(status).hint { console.hint(hint) }
    }
}
