import ArgumentParser
import Foundation

/// `entitywire-lab score GOLD.json ANNOTATIONS.jsonl`: what annotations are worth.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Prints precision, recall and F1 of annotations against a gold answer, by part."
    )

    @Argument(help: "The gold answer: seeds/gold.json has the form.") var gold: String
    @Argument(help: "One annotation a line, in any order, as `entitywire extract --json` prints them.")
    var annotations: String
    @Flag(help: "List each miss and each false finding.") var details = false
    @Flag(help: "Print the figures as one JSON object.") var json = false

    func run() throws {
        let documents = try GoldDocument.documents(in: [UInt8](Data(contentsOf: URL(filePath: gold))))
        let score = GoldScore(gold: documents, found: try JSONLines.read(FoundDocument.self, path: annotations))
        if json {
            print(
                String(decoding: try JSONEncoder().encode(Dictionary(uniqueKeysWithValues: score.cells)), as: UTF8.self)
            )
            return
        }
        print(score.table)
        for file in score.missing { print("no annotation for \(file)") }
        guard details else { return }
        for part in GoldScore.Part.allCases {
            for note in score.tallies[part]?.notes ?? [] { print("[\(part.rawValue)] \(note)") }
        }
    }
}

extension GoldScore {
    /// One part of the JSON form, rounded to four decimals.
    struct Cell: Codable, Equatable {
        var p: Double
        var r: Double
        var f1: Double
        var hit: Int
        var found: Int
        var gold: Int
    }

    var cells: [(String, Cell)] {
        func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
        return rows.map { row in
            let cell = Cell(
                p: rounded(row.figures.precision), r: rounded(row.figures.recall), f1: rounded(row.f1), hit: row.hit,
                found: row.found, gold: row.gold)
            return (row.part, cell)
        }
    }

    var table: String {
        let head = "part".padding(toLength: 34, withPad: " ", startingAt: 0) + "      P      R     F1   hit/found/gold"
        return ([head] + rows.map(Self.line)).joined(separator: "\n")
    }

    private static func line(_ row: Row) -> String {
        let figures = [row.figures.precision, row.figures.recall, row.f1].map { String(format: " %6.3f", $0) }.joined()
        return row.part.padding(toLength: 34, withPad: " ", startingAt: 0) + figures
            + "   \(row.hit)/\(row.found)/\(row.gold)"
    }
}
