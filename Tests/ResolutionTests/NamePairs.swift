import Annotation
import Foundation

/// The development pairs beside this file: two names and whether they are one.
struct NamePairs {
    let type: EntityType
    let pairs: [(first: String, second: String, isOne: Bool)]

    init(_ file: String, type: EntityType) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs")
        let text = try String(contentsOf: folder.appending(path: "\(file).tsv"), encoding: .utf8)
        self.type = type
        pairs = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "\t")
            return (String(columns[0]), String(columns[1]), columns[2] == "yes")
        }
    }

    /// F1 of a judgement: of the pairs that are one and those that are said to be.
    func score(_ isMatch: (String, String) -> Bool) -> Double {
        var (right, missed, wrong) = (0, 0, 0)
        for pair in pairs {
            switch (pair.isOne, isMatch(pair.first, pair.second)) {
            case (true, true): right += 1
            case (true, false): missed += 1
            case (false, true): wrong += 1
            case (false, false): break
            }
        }
        return Double(2 * right) / Double(2 * right + missed + wrong)
    }
}
