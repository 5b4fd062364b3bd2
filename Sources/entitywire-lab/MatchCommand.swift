import Annotation
import ArgumentParser
import Foundation
import Resolution

/// `entitywire-lab match --type PERSON FILE.tsv`: scores pairs of bare names.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Writes each pair of names with its score and whether the names alone say that both are one.",
        discussion: """
            A line of FILE is a name, a tab and another name; further columns are ignored. A line of the answer has both
            names, the score from 0 to 1, and yes or no, with tabs between; with --explain a fifth column has the reasons.
            Lines are written as they are read, in their order.
            """)

    @Option(help: "The type of the names: PERSON, ORG, LOC, FAC, NORP, EVENT, PRODUCT or MISC.") var type = "PERSON"
    @Flag(help: "Add the reasons.") var explain = false
    @Argument(help: "The pairs; - for standard input.") var file: String

    func run() throws {
        guard let type = EntityType(rawValue: type.uppercased()) else {
            throw ValidationError("there is no type \(type)")
        }
        guard let input = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file) else {
            throw ValidationError("there is no file \(file)")
        }
        let matcher = NameMatcher(tables: try NameTables.shipped())
        let output = FileHandle.standardOutput
        var rest = Data()
        while true {
            let chunk = try input.read(upToCount: 1 << 16) ?? Data()
            rest.append(chunk)
            var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let last = lines.removeLast()
            if chunk.isEmpty, !last.isEmpty { lines.append(last) }
            var answer = ""
            for line in lines { try answer += self.answer(to: line, matcher, type) }
            try output.write(contentsOf: Data(answer.utf8))
            if chunk.isEmpty { return }
            rest = Data(last)
        }
    }

    private func answer(to line: Data, _ matcher: NameMatcher, _ type: EntityType) throws -> String {
        let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: CharacterSet(charactersIn: "\r"))
        if text.isEmpty { return "" }
        let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count > 1 else { throw ValidationError("a line without a tab: \(text)") }
        let match = matcher.match(String(columns[0]), String(columns[1]), type: type, explains: explain)
        var answer = "\(columns[0])\t\(columns[1])\t\(Self.twoDecimals(match.score))\t\(match.isMatch ? "yes" : "no")"
        if explain {
            answer +=
                "\t"
                + match.reasons.map { "\($0.rule.rawValue) \($0.first)/\($0.second) \($0.factor)" }.joined(
                    separator: "; ")
        }
        return answer + "\n"
    }

    private static func twoDecimals(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded(.down))
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
