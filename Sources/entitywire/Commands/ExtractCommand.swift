import Annotation
import ArgumentParser
import CommandSupport
import Extraction
import Foundation
import Wire

/// `entitywire extract`
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Extracts texts here and now, without a service.",
        usage: "entitywire extract <file|folder> ... [<options>]",
        discussion:
            """
            Takes what submit takes; shows texts and facts in the order of the input, with --json the annotations as \
            JSON Lines, with --html as pages: one file for one text, a folder with an index for several. With --stream it \
            is a filter for Spark, Slurm, GNU parallel: from JSON Lines to JSON Lines, whatever the texts hold.
            """)

    @Argument(
        help: ArgumentHelp("Files and folders; - for standard input.", valueName: "file|folder"), completion: .file())
    var inputs: [String] = []
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
    @Option(
        help: ArgumentHelp("Write pages for the browser: a file, or a folder for several texts.", valueName: "path"),
        completion: .file())
    var html: String?
    @OptionGroup var streaming: StreamArguments
    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
        if html != nil, output.json { throw ValidationError("--html and --json exclude each other.") }
        if html != nil, streaming.stream { throw ValidationError("--html and --stream exclude each other.") }
        if inputs.isEmpty, !streaming.stream { throw ValidationError("Missing expected argument '<file|folder> ...'") }
        if let published, !PublicationDate.isValid(published) {
            throw ValidationError("\(published) is not a date: write 2024-02-15, 2024-02 or 2024.")
        }
    }

    func run() async throws {
        let console = output.console()
        if streaming.stream { return try await filter.run(console) }
        let plan = try SubmitPlan(
            inputs: inputs, manifest: nil, map: map, jsonl: jsonl, defaults: Submission(published: published))
        for note in plan.notes { console.note(Sanitised.line(note)) }
        let several =
            plan.inputs.count > 1 || plan.inputs.contains { $0.kind == .lines } || plan.inputs.map(\.path) != inputs
        var pages = try html.map { path throws(Failure) in try PageOutput(path, isFolder: several) }
        var run = ExtractRun(
            extractor: try makeExtractor(), jobs: jobCount
        ) { found in
            guard pages == nil else { return try pages?.add(found.page) ?? () }
            try show(found, withOrigin: several, console)
        } refuse: { origin, refusal in
            console.say(Sanitised.line("\(origin): \(refusal.reason)"))
        }
        try await run.run(plan.makeReader())
        if run.extracted == 0, run.refused == 0 { throw Failure(.nothingFound, "There is no text to extract.") }
        if run.extracted > 0, let html, let file = try pages?.finish(html) { console.note("Written to \(file).") }
        try console.finish()
        if run.refused > 0 { throw Failure(run.extracted == 0 ? .refused : .partlyRefused) }
    }

    private var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    private var filter: StreamFilter {
        StreamFilter(
            inputs: inputs.isEmpty ? ["-"] : inputs, jobs: jobCount, timeLimit: streaming.limit,
            options: StreamOptions(
                map: map, keep: streaming.kept, published: published, model: model, gazetteer: gazetteer),
            output: streaming.output, resumes: streaming.resume)
    }

    private func show(_ found: ExtractRun.Extracted, withOrigin: Bool, _ console: Console) throws {
        if console.isJSON { return console.write(try AnnotationLine.bytes(found.annotation)) }
        if withOrigin { console.print(console.style.bold(Sanitised.line("\(found.origin):"))) }
        let (style, width) = (console.style, console.width)
        for line in TextView(found.text, found.annotation, style: style, width: width).lines { console.print(line) }
        for line in FactsView(found.annotation, style: style, width: width).lines { console.print(line) }
        if withOrigin { console.print("") }
    }

    private func makeExtractor() throws -> Extractor {
        do {
            return try Extractor.standard(model: model, gazetteer: gazetteer)
        } catch {
            throw Failure(.usage, "\(error)")
        }
    }
}
