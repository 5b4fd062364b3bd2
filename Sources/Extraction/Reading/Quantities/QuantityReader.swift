import Annotation

/// Finds counts with what is counted, money with its currency, percent, measures and ordinals.
///
/// Numbers without a number (`dozens`) and without a meaning (labels, scores, phone numbers) are left out; nothing inside
/// a date or a name is an amount. Reads the dates and names of the stages before it.
package struct QuantityReader: ReadingStage {
    package let name = "quantities"

    package init() {}

    package func read(_ reading: inout Reading) {
        let text = PieceText(reading.text)
        let parser = QuantityParser(text, countries: countries(of: reading))
        var taken = TakenTokens(reading.names.map(\.tokens) + reading.dates.map(\.tokens))
        // "30 Coastal Arts" counts nothing; "13 South Africans" does.
        var counted = TakenTokens(reading.names.filter { $0.type != .group }.map(\.tokens))
        var index = 0
        while index < text.count {
            guard let match = parser.match(at: index) else {
                index += 1
                continue
            }
            index = max(match.pieces.upperBound, index + 1)
            guard !taken.touch(numbers(of: match, in: text)) else { continue }
            if match.kind == .count, counted.touch(text.tokens(match.pieces).suffix(1)) { continue }
            reading.quantities.append(
                FoundQuantity(
                    bytes: text.byteRange(match.pieces), kind: match.kind, value: match.value, unit: match.unit))
        }
    }

    /// The tokens up to the last of the number: a name may well follow it, as in `13 South Africans`.
    private func numbers(of match: QuantityMatch, in text: PieceText) -> Range<Int> {
        guard match.kind == .count else { return text.tokens(match.pieces) }
        return text.tokens(match.pieces.lowerBound..<match.pieces.lowerBound + 1)
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

    /// Whether one of the ranges overlaps the tokens.
    mutating func touch(_ tokens: Range<Int>) -> Bool {
        while next < ranges.count, ranges[next].upperBound <= tokens.lowerBound { next += 1 }
        return next < ranges.count && ranges[next].lowerBound < tokens.upperBound
    }
}
