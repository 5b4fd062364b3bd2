import Annotation
import ArgumentParser
import ClientKit
import Foundation
import Wire

/// `entitywire corrections`
struct CorrectionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections", abstract: "What people have said of names: lists, undoes, exports, imports.",
        subcommands: [
            CorrectionsListCommand.self, CorrectionsUndoCommand.self, CorrectionsExportCommand.self,
            CorrectionsImportCommand.self,
        ],
        defaultSubcommand: CorrectionsListCommand.self)
}

/// `entitywire corrections list`
struct CorrectionsListCommand: ClientCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists all, the first first.")

    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let listing = Listing<CorrectionRow>(
            columns: [
                .init(title: "ID", isNumber: true), .init(title: "KIND"), .init(title: "FIRST", gives: 1),
                .init(title: "SECOND", gives: 1), .init(title: "BY"), .init(title: "AT"),
                .init(title: "NOTE", gives: 2),
            ],
            nothing: "Nobody has corrected anything."
        ) { row in
            [
                String(row.id), row.undone ? "\(row.kind.rawValue), undone" : row.kind.rawValue,
                row.first.map(\.name).joined(separator: ", "),
                row.name ?? row.second.map(\.name).joined(separator: ", "), row.author, row.at, row.note ?? "",
            ]
        }
        try await listing.show(client.corrections(), limit: global.rows, on: console)
    }
}

/// `entitywire corrections undo ID`
struct CorrectionsUndoCommand: ClientCommand {
    static let configuration = CommandConfiguration(commandName: "undo", abstract: "Takes a correction back.")

    @Argument(help: "Its number, as `corrections` lists it.") var id: Int
    @OptionGroup var options: CorrectionOptions
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        try await correct(.undo, String(id), nil, options, client, console)
    }
}

/// `entitywire corrections export`
struct CorrectionsExportCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the corrections that stand as JSON Lines, for `corrections import`.")

    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        for try await row in client.corrections() where !row.undone { try console.json(row) }
        console.flush()
    }
}

/// `entitywire corrections import FILE`
struct CorrectionsImportCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Says again what `corrections export` wrote; what names nobody here is left out and told.")

    @Argument(help: "The file; - for standard input.") var file: String
    @OptionGroup var options: CorrectionOptions
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let data = file == "-" ? try FileHandle.standardInput.readToEnd() : FileManager.default.contents(atPath: file)
        guard let data else { throw Failure(.usage, "There is no such file: \(file)") }
        var (done, left) = (0, 0)
        for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let row = try? CanonicalJSON.decode(CorrectionRow.self, from: Array(line)) else {
                throw Failure(.usage, "\(file), line \(number + 1): not a correction.")
            }
            guard let first = row.first.first else { continue }
            let parameters = CorrectionParameters(
                kind: row.kind, first: first.name, second: row.name ?? row.second.first?.name, note: row.note,
                dryRun: options.dryRun ? true : nil)
            do {
                _ = try await client.correct(parameters)
                done += 1
            } catch {
                left += 1
                console.note("Line \(number + 1), \(row.kind.rawValue) \(first.name): \(error)")
            }
        }
        console.note("\(Numbers.count(done, "correction")) made, \(left) left out.")
    }
}

/// `entitywire explain A B`
struct ExplainCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says why two names are one entity, or two.")

    @Argument(help: "A name or an id.") var first: String
    @Argument(help: "The other one.") var second: String
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let answer = try await client.explain(first, second)
        if console.isJSON { return try console.json(answer) }
        console.print(
            answer.isOne
                ? "One entity: \(answer.first.name) (\(answer.first.id))"
                : "Two entities: \(answer.first.name) (\(answer.first.id)) and \(answer.second.name) (\(answer.second.id))"
        )
        var table = Table([
            .init(title: "FIRST"), .init(title: "SECOND"), .init(title: "VERDICT"),
            .init(title: "SCORE", isNumber: true),
            .init(title: "ASKED", isNumber: true), .init(title: "WHY", gives: 1),
        ])
        for pair in answer.pairs {
            table.add([
                pair.first, pair.second, pair.verdict, String(pair.score), String(pair.threshold),
                (pair.evidence + pair.reasons).joined(separator: "; "),
            ])
        }
        console.print(table)
        for row in answer.corrections where !row.undone {
            console.print(
                "Correction \(row.id), \(row.kind.rawValue), by \(row.author) at \(row.at)\(row.note.map { ": \($0)" } ?? "")"
            )
        }
    }
}

/// `entitywire review`
struct ReviewCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Lists pairs of entities that may be one, those with most documents first; asks at a terminal.")

    @Flag(help: "Ask about each pair: y they are one, n they never are, u or Return unsure, q ends.") var ask = false
    @OptionGroup var global: GlobalOptions

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let rows = try await client.review(limit: global.page)
        guard !rows.isEmpty else { throw Failure(.nothingFound, "No pair is doubtful.") }
        if console.isJSON {
            for row in rows { try console.json(row) }
            return
        }
        if ask { return try await ask(rows, client, console) }
        var table = Table([
            .init(title: "FIRST", gives: 1), .init(title: "DOCUMENTS", isNumber: true),
            .init(title: "SECOND", gives: 1),
            .init(title: "DOCUMENTS", isNumber: true), .init(title: "SCORE", isNumber: true),
            .init(title: "WHY", gives: 2),
        ])
        for row in rows {
            table.add([
                row.first.name, String(row.first.documents), row.second.name, String(row.second.documents),
                String(row.reason.score), (row.reason.evidence + row.reason.reasons).joined(separator: "; "),
            ])
        }
        console.print(table)
        console.hint("Next: entitywire review --ask, entitywire merge A B, entitywire apart A B")
    }

    private func ask(_ rows: [ReviewRow], _ client: ServiceClient, _ console: Console) async throws {
        for row in rows {
            console.print("\(row.first.name) (\(row.first.documents)) = \(row.second.name) (\(row.second.documents))?")
            console.print(
                "  \((row.reason.evidence + row.reason.reasons).joined(separator: "; ")), score \(row.reason.score)")
            console.flush()
            guard let answer = readLine() else { return }
            switch answer.lowercased().prefix(1) {
            case "y": _ = try await client.correct(.init(kind: .merge, first: row.first.id, second: row.second.id))
            case "n": _ = try await client.correct(.init(kind: .apart, first: row.first.id, second: row.second.id))
            case "q": return
            default: continue
            }
        }
    }
}
