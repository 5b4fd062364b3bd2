import Annotation

/// Finds counts with what is counted, money with its currency, percent, measures and ordinals.
///
/// Numbers without a number (`dozens`) and without a meaning (labels, scores, phone numbers) are left out; nothing inside
/// a date or a name is an amount. Reads the dates and names of the stages before it.
package struct QuantityReader: ReadingStage {
    package let name = "quantities"
    package let reads: Set<ReadingLayer> = [.names, .entities, .dates]
    package let adds: Set<ReadingLayer> = [.quantities]

    package init() {}

    package func read(_ reading: inout Reading) {
        let text = reading.view.pieces
        let parser = QuantityParser(text, countries: countries(of: reading))
        var dates = TakenTokens(reading.dates.map(\.tokens))
        var names = TakenTokens(reading.names.map(\.tokens))
        var counted = TakenTokens(reading.names.map(\.tokens))
        var index = 0
        while index < text.count {
            let matches = parser.matches(at: index)
            index = max(matches.last?.pieces.upperBound ?? 0, index + 1)
            for match in matches where !match.isVoid {
                let tokens = text.tokens(match.pieces)
                if dates.touching(tokens) != nil { continue }
                if match.kind == .count || match.kind == .ordinal {
                    // "The Group of 77" is a name; "30 Coastal Arts Trail stops" has one behind its number, "13 Koreans" too.
                    if names.touching(tokens.prefix(1)) != nil { continue }
                    if let name = counted.touching(tokens.suffix(1)), name.upperBound > tokens.upperBound { continue }
                }
                reading.quantities.append(
                    FoundQuantity(
                        bytes: text.byteRange(match.pieces), kind: match.kind, value: match.value, unit: match.unit))
            }
        }
    }

    /// The countries of the document's entities, sorted.
    private func countries(of reading: Reading) -> [String] {
        Set(reading.entities.compactMap(\.country)).sorted()
    }
}

/// Walks along token ranges beside a rising sequence of token ranges.
private struct TakenTokens {
    private let ranges: [Range<Int>]
    private var next = 0

    init(_ ranges: [Range<Int>]) {
        self.ranges = ranges.sorted { ($0.upperBound, $0.lowerBound) < ($1.upperBound, $1.lowerBound) }
    }

    /// The first of the ranges that overlaps the tokens.
    mutating func touching(_ tokens: Range<Int>) -> Range<Int>? {
        while next < ranges.count, ranges[next].upperBound <= tokens.lowerBound { next += 1 }
        return next < ranges.count && ranges[next].lowerBound < tokens.upperBound ? ranges[next] : nil
    }
}
