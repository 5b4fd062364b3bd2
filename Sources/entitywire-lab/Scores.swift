import Annotation
import Extraction
import Foundation

/// Counts of right, found and gold names by type.
struct Scores {
    private(set) var counts: [String: (right: Int, found: Int, gold: Int)] = [:]

    /// Adds a sentence; with `collapse` facilities count as places and only people, organisations and places count.
    mutating func add(found: [LabelledSpan], gold: [LabelledSpan], collapse: Bool) {
        let found = collapse ? found.compactMap(Self.collapsed) : found
        let gold = collapse ? gold.compactMap(Self.collapsed) : gold
        for span in found { count(span, right: gold.contains(span) ? 1 : 0, found: 1, gold: 0) }
        for span in gold { count(span, right: 0, found: 0, gold: 1) }
    }

    static func collapsed(_ span: LabelledSpan) -> LabelledSpan? {
        if span.type == 3 { return LabelledSpan(tokens: span.tokens, type: 2) }
        return span.type < 3 ? span : nil
    }

    private mutating func count(_ span: LabelledSpan, right: Int, found: Int, gold: Int) {
        for key in ["all", Labels.types[span.type].rawValue] {
            let old = counts[key] ?? (0, 0, 0)
            counts[key] = (old.right + right, old.found + found, old.gold + gold)
        }
    }

    func f1(_ key: String = "all") -> Double {
        guard let count = counts[key], count.found + count.gold > 0 else { return 0 }
        return 200 * Double(count.right) / Double(count.found + count.gold)
    }

    var table: String {
        counts.sorted { ($0.key != "all" ? 1 : 0, $0.key) < ($1.key != "all" ? 1 : 0, $1.key) }.map { key, count in
            let precision = count.found > 0 ? 100 * Double(count.right) / Double(count.found) : 0
            let recall = count.gold > 0 ? 100 * Double(count.right) / Double(count.gold) : 0
            let padded = key.padding(toLength: 11, withPad: " ", startingAt: 0)
            return "\(padded) P \(rounded(precision)) R \(rounded(recall)) F1 \(rounded(f1(key)))   "
                + "\(count.right)/\(count.found)/\(count.gold)"
        }.joined(separator: "\n")
    }

    private func rounded(_ value: Double) -> String { String(format: "%5.1f", value) }
}
