import Annotation
import ArgumentParser
import Extraction
import Foundation

/// `entitywire-lab check CASES.jsonl`: which short texts are read as they must be.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads short texts and prints each whose facts are not as expected.",
        discussion: """
            One case a line: the text, in `file` beside the cases or as `text`; its date of publication where it has one; and \
            the expected facts. Tests/ExtractionTests/Cases/README.md has the form. Ends with 1 where a case fails.
            """)

    @Argument(help: "The cases, one a line.") var cases: String
    @Option(help: "The model; the shipped one by default.") var model: String?

    func run() throws {
        let extractor = try Extractor.standard(model: model)
        let all = try ReadingCase.load(URL(filePath: cases))
        var right = 0
        for one in all {
            let problems = one.problems(with: extractor)
            if problems.isEmpty {
                right += 1
                continue
            }
            print("\(one.name) (\(one.kind)): \(one.check)")
            for problem in problems { print("    " + problem.prefix(240)) }
        }
        print("\(right) of \(all.count) right")
        if right < all.count { throw ExitCode(1) }
    }
}
