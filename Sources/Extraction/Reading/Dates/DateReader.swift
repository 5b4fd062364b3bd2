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
        let matches = Self.matches(in: text)
        for match in matches {
            let tokens = text.tokens(match.pieces)
            guard !isInName(tokens, match.value, reading.names) else { continue }
            reading.dates.append(FoundDate(tokens: tokens, type: match.type, value: match.value))
        }
        reading.published = PublicationDate(reading: reading, text: text, matches: matches).find()
    }

    /// The expressions of a text in order, without overlap.
    static func matches(in text: PieceText) -> [DateMatch] {
        let parser = DateParser(text)
        var matches: [DateMatch] = []
        var index = 0
        while index < text.count {
            if let match = parser.match(at: index, floor: matches.last?.pieces.upperBound ?? 0) {
                matches.append(match)
                index = max(match.pieces.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return matches
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
