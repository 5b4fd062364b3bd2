import Wire

/// What a person types into a search field, as FTS5 expressions: each word or "quoted phrase" literally.
enum SearchWords {
    /// One expression for each word; all must be found.
    ///
    /// - Throws: `bad_field` where there is nothing to search for, or too much.
    static func expressions(_ text: String) throws(WireError) -> [String] {
        var words: [String] = []
        for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                words.append(String(part))
            } else {
                words += part.split(whereSeparator: \.isWhitespace).map(String.init)
            }
        }
        words = words.filter {
            $0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
        guard !words.isEmpty else { throw .badField("text", "There is no word to search for.") }
        guard words.count <= 16 else { throw .badField("text", "At most 16 words can be searched for at once.") }
        // A NUL would end the expression for SQLite.
        return words.map { "\"" + $0.filter { $0 != "\0" } + "\"" }
    }
}
