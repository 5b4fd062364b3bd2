import Annotation
import ArgumentParser
import ClientKit
import CommandSupport
import Wire

/// `entitywire watch`
struct WatchCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Shows what happens as it happens, each event once, across restarts.",
        usage: "entitywire watch [<options>]",
        discussion: """
            Without --from it begins with what comes now. Each line names its position, epoch:sequence: give that to \
            --from to go on after it; --from 0 begins with the oldest event kept.
            """)

    @Option(help: "Go on after this position: epoch:sequence, or a sequence number.")
    var from: String?
    @Option(help: "Only events that concern this entity, by name or id.")
    var entity: String?
    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
        if let from, FeedPosition(from) == nil {
            throw ValidationError("--from takes epoch:sequence or a sequence number, not \(from).")
        }
    }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let topic = try await entityID(client)
        var position: FeedPosition
        if let from = from.flatMap({ FeedPosition($0) }) {
            position = from
        } else {
            position = try await client.position()
        }
        console.note("Watching after \(position). Ctrl-C ends.")
        do {
            var shown = 0
            for try await record in client.events(from: position) {
                position = record.position
                if let topic, !record.event.topics.contains(topic) { continue }
                try show(record, console)
                shown += 1
                if shown == limit { return }
            }
        } catch {
            console.note("To go on: entitywire watch --from \(position)")
            throw error
        }
    }

    private var limit: Int { global.limit.map { $0 == 0 ? .max : $0 } ?? .max }

    private func entityID(_ client: ServiceClient) async throws -> String? {
        guard let entity else { return nil }
        return try await client.entity(entity, limit: 1).entity.id
    }

    /// A line of `--json`.
    private struct Row: Encodable {
        var epoch: String
        var event: String
        var sequence: Int
        var document: String?
        var topics: [String]
    }

    private func show(_ record: FeedRecord, _ console: Console) throws {
        let event = record.event
        if console.isJSON {
            let row = Row(
                epoch: record.epoch, event: event.event.rawValue, sequence: event.sequence, document: event.document,
                topics: event.topics)
            try console.json(row)
        } else {
            let parts = [
                record.position.description, event.event.rawValue.padding(to: 8), event.document.map(ShortKey.of) ?? "",
                event.topics.isEmpty ? "" : Numbers.count(event.topics.count, "entity", "entities"),
            ]
            console.print(Sanitised.line(parts.filter { !$0.isEmpty }.joined(separator: "  ")))
        }
        console.flush()
    }
}
