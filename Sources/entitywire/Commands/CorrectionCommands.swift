import ArgumentParser
import ClientKit
import Wire

/// What every command has that corrects names.
struct CorrectionOptions: ParsableArguments {
    @Flag(help: "Only show what would change.") var dryRun = false
    @Option(help: "Why; kept with the correction.") var note: String?
}

extension ClientCommand {
    /// Sends a correction and shows which names are another entity now.
    func correct(
        _ kind: CorrectionKind, _ first: String, _ second: String?, _ options: CorrectionOptions,
        _ client: ServiceClient,
        _ console: Console
    ) async throws {
        let answer = try await client.correct(
            CorrectionParameters(
                kind: kind, first: first, second: second, note: options.note, dryRun: options.dryRun ? true : nil))
        if console.isJSON { return try console.json(answer) }
        if !answer.changes.isEmpty {
            var table = Table([.init(title: "NAME", gives: 1), .init(title: "WAS"), .init(title: "IS")])
            for change in answer.changes { table.add([change.name, change.from, change.to]) }
            console.print(table)
        }
        let names =
            answer.changes.isEmpty
            ? "no name changes"
            : "\(Numbers.count(answer.changes.count, "name")) \(answer.changes.count == 1 ? "changes" : "change")"
        if let number = answer.correction {
            console.note("Correction \(number): \(names).")
            console.hint("Undo it: entitywire corrections undo \(number)")
        } else {
            console.note("Nothing was done: \(names).")
        }
    }
}

/// `entitywire merge A B`
struct MergeCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Says that two names are one entity, now and in documents to come.")

    @Argument(help: "A name or an id.") var first: String
    @Argument(help: "The other one.") var second: String
    @OptionGroup var options: CorrectionOptions
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        try await correct(.merge, first, second, options, client, console)
    }
}

/// `entitywire apart A B`
struct ApartCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "apart", abstract: "Says that two names are never one entity, and parts them if they are.")

    @Argument(help: "A name or an id.") var first: String
    @Argument(help: "The other one.") var second: String
    @OptionGroup var options: CorrectionOptions
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        try await correct(.apart, first, second, options, client, console)
    }
}

/// `entitywire rename A NAME`
struct RenameCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Gives an entity the name that lists show.")

    @Argument(help: "A name or an id.") var entity: String
    @Argument(help: "What it is to be called.") var name: String
    @OptionGroup var options: CorrectionOptions
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        try await correct(.rename, entity, name, options, client, console)
    }
}

/// `entitywire false NAME`
struct FalseCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "false", abstract: "Says that a name is none: no list shows it any more.")

    @Argument(help: "A name or an id.") var name: String
    @OptionGroup var options: CorrectionOptions
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        try await correct(.false, name, nil, options, client, console)
    }
}
