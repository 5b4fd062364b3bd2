import ArgumentParser
import ClientKit
import CommandSupport
import Wire

/// `entitywire submit`
struct SubmitCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Submits documents: texts, folders of texts, JSON Lines, standard input.",
        usage: "entitywire submit <file|folder> ... [<options>]",
        discussion: """
            A .txt or .md file is one document; each line of a .jsonl or .ndjson file is one, a JSON object with the \
            field text and any of \(Submission.fields.joined(separator: ", ")). Folders are read recursively; hidden \
            and binary files are left out. Submitting again what is already there changes nothing.

            A file's name, in a folder its path from there, is kept as the submission's id where nothing else gives one: \
            two texts under one id are versions of each other. The files of a manifest are named from its own folder on.

            Refused lines go, with the reason, to NAME.refused beside their file: repair and submit that.
            """)

    @Argument(
        help: ArgumentHelp("Files and folders; - for standard input.", valueName: "file|folder"), completion: .file())
    var inputs: [String] = []
    @Option(
        help: ArgumentHelp(
            "JSON Lines that say where each file was met: {\"file\": …, \"published\": …}; paths from its own folder on.",
            valueName: "file"))
    var manifest: String?
    @Flag(help: "Wait until each document is extracted or given up.")
    var wait = false
    @Flag(help: "Read all files named, and standard input, as JSON Lines.")
    var jsonl = false
    @Option(help: "Rename fields: text=body,published=date takes text from body.")
    var map: String?
    @Option(help: "The outlet, where a line or the manifest names none.")
    var source: String?
    @Option(help: "The date of publication, where none is given: 2024-02-15.")
    var published: String?
    @Option(name: .customLong("tag"), help: "A tag for all documents; can be repeated.")
    var tags: [String] = []
    @OptionGroup var global: GlobalOptions

    var changesSomething: Bool { true }

    mutating func validate() throws {
        if inputs.isEmpty && manifest == nil { throw ValidationError("Name a file, a folder, - or a --manifest.") }
        if inputs.contains("-") && inputs.count > 1 {
            throw ValidationError("- (standard input) cannot be joined with files.")
        }
    }

    func adjust(_ options: inout ClientOptions) {
        options.inFlight = 256
        // A full queue is no reason to give up: the extractors work on.
        options.busyTimeout = .seconds(24 * 3_600)
    }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let defaults = Submission(source: source, published: published, tags: tags.isEmpty ? nil : tags)
        let plan = try SubmitPlan(inputs: inputs, manifest: manifest, map: map, jsonl: jsonl, defaults: defaults)
        for item in plan.notes { console.note(Sanitised.line(item)) }
        let report = SubmitReport(console: console, totalBytes: plan.totalBytes)
        for item in plan.refused { report.refused(item, item.content.refusal) }
        let awaited = wait ? try await AwaitedDocuments(client) : nil
        var run = SubmitRun(client: client, report: report, notice: StallNotice(console)) { awaited?.add($0) }
        let reader = plan.makeReader()
        do {
            try await run.run(reader)
        } catch {
            finish(report, reader, console)
            throw Self.explained(Failure(error), report.tally)
        }
        finish(report, reader, console)
        let allExtracted = try await awaited?.wait(client, console) ?? true
        try console.finish()
        hint(report.tally, console)
        if let lost = report.lost { throw lost }
        if report.tally.status != .success { throw Failure(report.tally.status) }
        if !allExtracted { throw Failure(.partlyRefused) }
    }

    private func finish(_ report: SubmitReport, _ reader: SubmitReader, _ console: Console) {
        console.endProgress()
        report.warn(unknown: reader.unknown)
        if report.tally.refused > 0 { console.say(report.tally.line) } else { console.note(report.tally.line) }
    }

    private static func explained(_ failure: Failure, _ tally: SubmitTally) -> Failure {
        let again = tally.total > 0 ? "Repeat the command to go on: what was accepted stays." : ""
        let message = [failure.message ?? "", again].filter { !$0.isEmpty }.joined(separator: " ")
        return Failure(failure.status, message)
    }

    private func hint(_ tally: SubmitTally, _ console: Console) {
        if let rejects = tally.rejects.first {
            console.hint("Next: repair \(rejects), then entitywire submit --jsonl \(rejects)")
        } else if let key = tally.onlyKey {
            console.hint("Next: entitywire document \(ShortKey.of(key))")
        } else if tally.accepted + tally.alreadyThere > 0 {
            console.hint(wait ? "Next: entitywire entities" : "Next: entitywire status")
        }
    }
}

extension Result where Failure == Refusal {
    /// The reason, where there is one.
    var refusal: Refusal { if case .failure(let refusal) = self { refusal } else { Refusal("") } }
}
