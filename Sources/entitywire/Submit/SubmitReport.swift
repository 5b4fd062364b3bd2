import ClientKit
import CommandSupport
import Wire

/// Tells what becomes of the documents: counts, progress, refusals on standard error and in rejects files.
final class SubmitReport {
    /// A line of `--json`.
    private struct Row: Encodable {
        var input: String
        var document: String
        var duplicate: Bool
        var state: DocumentState
    }

    /// How many refusals are told one by one.
    private static let told = 10

    private(set) var tally = SubmitTally()
    private let console: Console
    private let totalBytes: Int?
    private var files: [String: Rejects] = [:]
    /// The rejects files that could not be written.
    private var broken: Set<String> = []
    /// Why the first of them could not.
    private(set) var lost: Failure?
    private var doneBytes = 0
    private var bar: ProgressBar

    /// A class, so that a dictionary can hold what is not copyable.
    private final class Rejects {
        var file: RejectsFile
        init(_ path: String) throws(Failure) { file = try RejectsFile(path) }
    }

    /// - Parameter totalBytes: the size of all inputs, where it is known.
    init(console: Console, totalBytes: Int?) {
        self.console = console
        self.totalBytes = totalBytes
        bar = ProgressBar()
    }

    func accepted(_ item: SubmitItem, _ answer: Accepted) {
        tally.count(answer)
        if console.isJSON {
            let row = Row(
                input: item.origin, document: answer.document, duplicate: answer.duplicate, state: answer.state)
            // Names and keys can always be written as JSON.
            try? console.json(row)
        }
        advance(item)
    }

    func refused(_ item: SubmitItem, _ refusal: Refusal) {
        tally.countRefused()
        if tally.refused <= Self.told {
            console.say(Sanitised.line("\(item.origin): \(refusal.reason)"))
        } else if tally.refused == Self.told + 1 {
            console.say("Further refusals are only counted.")
        }
        if let line = item.line, let path = item.rejects { reject(line, refusal.reason, path) }
        advance(item)
    }

    /// A rejects file that cannot be written is told once; what it lacks is still counted and told.
    private func reject(_ line: [UInt8], _ reason: String, _ path: String) {
        guard !broken.contains(path) else { return }
        do {
            if files[path] == nil {
                files[path] = try Rejects(path)
                tally.rejects.append(path)
            }
            try files[path]?.file.add(line, error: reason)
        } catch {
            broken.insert(path)
            lost = lost ?? error
            console.say(Sanitised.line("\(error.message ?? "") Not all refused lines are in it."))
        }
    }

    private func advance(_ item: SubmitItem) {
        doneBytes += item.size
        let words = "\(Numbers.grouped(tally.total)) documents"
        let share = totalBytes.map { $0 > 0 ? Double(doneBytes) / Double($0) : 0 }
        if let line = bar.line(share: share, done: tally.total, words: words, force: false) { console.progress(line) }
    }

    /// Names fields that nothing was done with, in one sentence.
    func warn(unknown: [String: Int]) {
        guard !unknown.isEmpty else { return }
        let sorted = unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let names = sorted.prefix(12).map { "\($0.key) (\(Numbers.grouped($0.value)))" }.joined(separator: ", ")
        let more = sorted.count > 12 ? " and \(sorted.count - 12) more" : ""
        console.say("Unknown fields left out: \(names)\(more). To use one: --map title=\(sorted[0].key)")
    }
}
