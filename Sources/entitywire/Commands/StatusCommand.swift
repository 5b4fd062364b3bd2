import ArgumentParser
import ClientKit
import Wire

/// `entitywire status`
struct StatusCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "How the service is: queue, rate, extractors, what limits.",
        usage: "entitywire status [<options>]",
        discussion: """
            Ends with 0 where the service is healthy and with 5 where it is not, with one sentence that says why: the disk \
            is nearly full or does not answer, a commit stored nothing, or documents have waited for five minutes while \
            no extractor is connected.
            """)

    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let status = try await client.status()
        if console.isJSON {
            try console.json(status)
        } else if !console.isQuiet {
            for item in StatusView(status).lines(console.style) { console.print(item) }
        }
        console.flush()
        guard status.healthy else { throw Failure(.server, status.problem ?? "The service is not healthy.") }
        if let hint = StatusView(status).hint, !console.isJSON { console.hint(hint) }
    }
}
