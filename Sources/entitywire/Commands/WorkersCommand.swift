import ArgumentParser
import ClientKit
import Wire

/// `entitywire workers`
struct WorkersCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "workers", abstract: "Lists the extractors that are connected now.",
        usage: "entitywire workers [<options>]")

    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let workers = try await client.workers()
        guard !workers.isEmpty else {
            throw Failure(.nothingFound, "No extractor is connected: start one with entitywire-extractor.")
        }
        if console.isJSON {
            for row in workers { try console.json(row) }
            return
        }
        var table = Table([
            .init(title: "NAME", gives: 2), .init(title: "IN WORK", isNumber: true),
            .init(title: "WINDOW", isNumber: true), .init(title: "STORED", isNumber: true),
            .init(title: "FAILED", isNumber: true), .init(title: "SILENT", isNumber: true),
            .init(title: "EXTRACTOR", gives: 1),
        ])
        for worker in workers.prefix(global.rows) {
            table.add([
                worker.name, Numbers.grouped(worker.inFlight), Numbers.grouped(worker.window),
                Numbers.grouped(worker.stored), Numbers.grouped(worker.failed),
                "\(Numbers.rate(worker.silentSeconds)) s",
                worker.current ? worker.extractor : "\(worker.extractor) (not the pinned version: gets no jobs)",
            ])
        }
        console.print(table)
    }
}
