import Annotation

/// Finds the dates, times, durations and sets of a document with their TIMEX3 values, and the date of its publication
/// where the text has one.
///
/// Values are what the text alone gives; `Annotation.resolvingDates` resolves them. Nothing inside a name is a date.
package struct DateReader: ReadingStage {
    package let name = "dates"

    package init() {}

    package func read(_ reading: inout Reading) {
        let text = PieceText(reading.text)
        reading.dates = dates(of: text, names: reading.names)
    }

    private func dates(of text: PieceText, names: [RecognizedName]) -> [FoundDate] {
        let parser = DateParser(text)
        var dates: [FoundDate] = []
        var floor = 0
        var index = 0
        while index < text.count {
            guard let match = parser.match(at: index, floor: floor) else {
                index += 1
                continue
            }
            let tokens = text.tokens(match.pieces)
            index = max(match.pieces.upperBound, index + 1)
            guard !isInName(tokens, match.value, names) else { continue }
            dates.append(FoundDate(tokens: tokens, type: match.type, value: match.value))
            floor = match.pieces.upperBound
        }
        return dates
    }

    /// Names keep their weekdays, months and years; a full date is one whatever a recogniser took it for.
    private func isInName(_ tokens: Range<Int>, _ value: String, _ names: [RecognizedName]) -> Bool {
        if value.utf8.count >= 10, value.utf8.first.map({ $0 <= 0x39 }) == true { return false }
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.upperBound <= tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < names.count && names[low].tokens.lowerBound < tokens.upperBound
    }
}
