import Annotation
import CommandSupport

/// The account of a proof: each document's facts against its text.
struct Verification {
    /// A line of `--json`.
    private struct Row: Encodable {
        var document: String
        var facts: Int
        var problems: [String]
    }

    private(set) var documents = 0
    private(set) var facts = 0
    /// Documents with a fact that is not proved.
    private(set) var failed = 0
    private let console: Console

    init(console: Console) { self.console = console }

    mutating func check(_ annotation: Annotation, against text: [UInt8]) throws {
        try add(annotation, problems: annotation.problems(in: text))
    }

    mutating func add(_ annotation: Annotation, problems: [String]) throws {
        documents += 1
        let count = Self.facts(annotation)
        facts += count
        if !problems.isEmpty { failed += 1 }
        if console.isJSON {
            try console.json(Row(document: annotation.document, facts: count, problems: problems))
        } else {
            for problem in problems { console.print(Sanitised.line("\(ShortKey.of(annotation.document)): \(problem)")) }
        }
    }

    /// Says how it ended; throws a `Failure` where something is not proved, or nothing was there.
    func finish() throws {
        guard documents > 0 else { throw Failure(.nothingFound, "There is no annotation to verify.") }
        let all = "\(Numbers.count(facts, "fact")) in \(Numbers.count(documents, "document"))"
        guard failed == 0 else {
            throw Failure(
                .refused,
                "Facts of \(Numbers.count(failed, "document")) of \(Numbers.grouped(documents)) are not proved by their "
                    + "text: report them with the lines above.")
        }
        if !console.isJSON { console.print("\(all): each is proved by its text.") }
    }

    private static func facts(_ annotation: Annotation) -> Int {
        let lists = [
            annotation.sections.count, annotation.mentions.count, annotation.roles.count, annotation.quotes.count,
            annotation.dates.count, annotation.quantities.count, annotation.sources.count,
        ]
        return lists.reduce(annotation.title == nil ? 0 : 1, +)
    }
}
