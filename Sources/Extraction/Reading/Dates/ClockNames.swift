import Annotation

/// Tells times from names: a recogniser takes `2115 GMT Sunday` for an event.
enum ClockNames {
    /// The names but for those that are a time of the day with its zone, and perhaps a day.
    static func removed(from names: [RecognizedName], in text: TokenizedText) -> [RecognizedName] {
        names.filter { name in
            let first = Int(text.tokens[name.tokens.lowerBound].start)
            guard (0x30...0x39).contains(text.bytes[first]), name.tokens.count > 1 else { return true }
            let end = Int(text.tokens[name.tokens.upperBound - 1].end)
            let pieces = PieceText(bytes: text.bytes, range: first..<end)
            let match = DateParser(pieces).match(at: 0, floor: 0)
            return match?.type != .time || match?.pieces.upperBound != pieces.count
        }
    }
}
