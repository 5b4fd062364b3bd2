import Wire

/// What one `submit` is to read, found out before anything is sent.
struct SubmitPlan {
    let map: FieldMap
    let defaults: Submission
    let inputs: [InputFinder.Input]
    let manifest: Manifest?
    let isStandardInput: Bool
    /// What was left out of folders, for people.
    let notes: [String]

    /// Throws a `Failure` where the options cannot be.
    init(_ command: SubmitCommand) throws {
        let allowed = command.manifest == nil ? DocumentLine.fields : ["file"] + DocumentLine.fields
        map = try FieldMap(command.map, allowed: allowed)
        defaults = try Self.defaults(command)
        manifest = try command.manifest.map { [map, defaults] in try Manifest($0, map: map, defaults: defaults) }
        isStandardInput = command.inputs == ["-"]
        if isStandardInput {
            inputs = [.init(path: "-", kind: command.jsonl ? .lines : .text, size: 0)]
            notes = []
            return
        }
        var finder = InputFinder(forceLines: command.jsonl, listed: manifest.map { Set($0.paths) })
        let paths = command.inputs.isEmpty ? manifest?.paths ?? [] : command.inputs
        for path in paths { finder.add(path) }
        inputs = finder.inputs
        notes = finder.notes
    }

    private static func defaults(_ command: SubmitCommand) throws -> Submission {
        let submission = Submission(
            source: command.source, published: command.published, tags: command.tags.isEmpty ? nil : command.tags)
        do {
            try submission.validate()
        } catch {
            throw Failure(.usage, error.message)
        }
        return submission
    }

    /// The lines of the manifest that cannot be used.
    var refused: [SubmitItem] { manifest?.refused ?? [] }

    /// The size of all inputs; nil where it cannot be known.
    var totalBytes: Int? { isStandardInput ? nil : inputs.reduce(0) { $0 + $1.size } }

    func makeReader() -> SubmitReader {
        SubmitReader(
            SubmitInputs(inputs, map: map, defaults: defaults, manifest: manifest), isStandardInput: isStandardInput)
    }
}
