import CommandSupport
import Glibc
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

    /// - Parameters:
    ///   - inputs: files and folders, or `-` alone; empty for all that the manifest lists.
    ///   - defaults: what a line or the manifest leaves open.
    /// - Throws: a `Failure` where the options cannot be.
    init(inputs: [String], manifest: String?, map: String?, jsonl: Bool, defaults: Submission) throws(Failure) {
        let fields = manifest == nil ? DocumentLine.fields : ["file"] + DocumentLine.fields
        let map = try FieldMap(map, allowed: fields)
        do {
            try defaults.validate()
        } catch {
            throw Failure(.usage, error.message)
        }
        self.map = map
        self.defaults = defaults
        if let manifest {
            self.manifest = try Manifest(manifest, map: map, defaults: defaults)
        } else {
            self.manifest = nil
        }
        isStandardInput = inputs == ["-"]
        if isStandardInput {
            self.inputs = [.init(path: "-", kind: jsonl ? .lines : .text, size: 0)]
            notes = []
            return
        }
        var finder = InputFinder(forceLines: jsonl, listed: self.manifest.map { Set($0.paths) })
        let listed = self.manifest?.paths ?? []
        for path in inputs.isEmpty ? listed : inputs { finder.add(path) }
        let missing = finder.addMissing(of: listed)
        self.inputs = finder.inputs
        notes = finder.notes + missing
    }

    /// The lines of the manifest that cannot be used.
    var refused: [SubmitItem] { manifest?.refused ?? [] }

    /// The size of all inputs; nil where it cannot be known.
    var totalBytes: Int? { isStandardInput ? nil : inputs.reduce(0) { $0 + $1.size } }

    /// Removes rejects files of earlier runs whose lines were all taken this time; to be called once everything is read.
    ///
    /// - Parameter written: those that this run wrote.
    func removeOldRejects(except written: [String]) {
        let read = Set(inputs.map(\.path))
        for input in inputs where input.kind == .lines && input.path != "-" {
            let rejects = "\(input.path).refused"
            guard !written.contains(rejects), !read.contains(rejects), let status = RawPath.status(rejects),
                status.st_mode & S_IFMT == S_IFREG
            else { continue }
            _ = RawPath.with(rejects) { unlink($0) }
        }
    }

    func makeReader() -> SubmitReader {
        SubmitReader(
            SubmitInputs(inputs, map: map, defaults: defaults, manifest: manifest), isStandardInput: isStandardInput)
    }
}
