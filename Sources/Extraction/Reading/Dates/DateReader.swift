import Annotation

/// Finds the dates, times, durations and sets of a document with their TIMEX3 values, and the date of its publication
/// where the text has one.
///
/// Values are what the text alone gives; `Annotation.resolvingDates` resolves them. Nothing inside a name is a date.
package struct DateReader: ReadingStage {
    package let name = "dates"
    package let reads: Set<ReadingLayer> = [.names]
    package let adds: Set<ReadingLayer> = [.dates]

    package init() {}

    package func read(_ reading: inout Reading) {
        let text = reading.view.pieces
        let matches =
            Extractor.readsWhole(reading.language)
            ? Self.matches(in: text).map(DateTense(text: text).sided)
            : CalendarParser(text: text, language: reading.language ?? "").matches()
        for match in matches where !match.isVoid {
            let tokens = text.tokens(match.pieces)
            let isCertain = Self.isFull(match) || text.look(match.pieces.lowerBound, in: DateLink.table) == .on
            guard isCertain || !isPartOfName(tokens, reading.names) else { continue }
            reading.dates.append(
                FoundDate(tokens: tokens, type: match.type, value: match.value, offset: match.offset))
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

    /// A full date is one whatever a recogniser took it for; so is "on Friday".
    private static func isFull(_ match: DateMatch) -> Bool {
        match.value.utf8.count >= 10 && match.value.utf8.first.map { $0 <= 0x39 } == true
    }

    /// Names keep their weekdays, months and years. A name that is wholly a date is none, but for people and events.
    private func isPartOfName(_ tokens: Range<Int>, _ names: [RecognizedName]) -> Bool {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].tokens.upperBound <= tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < names.count, names[low].tokens.lowerBound < tokens.upperBound else { return false }
        let name = names[low]
        let isWithin = tokens.lowerBound <= name.tokens.lowerBound && name.tokens.upperBound <= tokens.upperBound
        return !isWithin || name.type == .person || name.type == .event
    }
}
