import Annotation
import ArgumentParser
import Extraction
import Foundation
import Wire

/// `entitywire extract`
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Extracts texts here and now, without a service.",
        discussion:
            "Takes what submit takes; writes the annotations in the order of the input, with --json as JSON Lines.")

    @Argument(
        help: ArgumentHelp("Files and folders; - for standard input.", valueName: "file|folder"), completion: .file())
    var inputs: [String]
    @Option(name: [.short, .long], help: "Documents worked on at once. (default: the processor's cores)")
    var jobs: Int?
    @Option(help: "The date of publication that dates are counted from: 2024-02-15.")
    var published: String?
    @Option(help: ArgumentHelp("A model file instead of the one that comes with the program.", valueName: "file"))
    var model: String?
    @Option(help: ArgumentHelp("A file of names of your own.", valueName: "file"))
    var gazetteer: String?
    @Flag(help: "Read all files named, and standard input, as JSON Lines.")
    var jsonl = false
    @Option(help: "Rename fields of JSON Lines: text=body,published=date takes text from body.")
    var map: String?
    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
        if let published, !PublicationDate.isValid(published) {
            throw ValidationError("\(published) is not a date: write 2024-02-15, 2024-02 or 2024.")
        }
    }

    func run() async throws {
        let console = global.console()
        defer { console.flush() }
        let plan = try SubmitPlan(
            inputs: inputs, manifest: nil, map: map, jsonl: jsonl, defaults: Submission(published: published))
        for note in plan.notes { console.note(note) }
        let json = global.json
        let several = plan.inputs.count > 1 || plan.inputs.contains { $0.kind == .lines }
        var run = ExtractRun(
            extractor: try makeExtractor(), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount
        ) { origin, annotation in
            if json { return console.write(try AnnotationLine.bytes(annotation)) }
            if several { console.print(console.style.bold(Sanitised.line("\(origin):"))) }
            for line in FactsView(annotation, style: console.style, width: console.width).lines { console.print(line) }
            if several { console.print("") }
        } refuse: { origin, refusal in
            console.say("\(origin): \(refusal.reason)")
        }
        try await run.run(plan.makeReader())
        if run.refused > 0 { throw Failure(run.extracted == 0 ? .refused : .partlyRefused) }
        if run.extracted == 0 { throw Failure(.nothingFound, "There is no text to extract.") }
    }

    private func makeExtractor() throws -> Extractor {
        do {
            return try Extractor.standard(model: model, gazetteer: gazetteer)
        } catch {
            throw Failure(.usage, "\(error)")
        }
    }
}
