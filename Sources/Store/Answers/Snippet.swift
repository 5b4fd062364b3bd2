import Foundation

/// The words of a text around those that were looked for.
enum Snippet {
    /// The words that are shown.
    private static let length = 16

    private struct Word {
        var range: Range<String.Index>
        var isHit: Bool
    }

    /// About sixteen words with the first words looked for in their middle; the beginning where a title has them alone.
    ///
    /// - Parameter expressions: as they were given to FTS5, in quotes.
    static func cut(_ text: String, around expressions: [String]) -> String {
        let wanted = Set(expressions.flatMap { words(of: $0).map { fold($0) } })
        let all = words(of: text).map { Word(range: $0.startIndex..<$0.endIndex, isHit: wanted.contains(fold($0))) }
        guard let last = all.indices.last else { return "" }
        let start = best(all)
        let end = min(last, start + length - 1)
        let from = start == 0 ? text.startIndex : all[start].range.lowerBound
        let to = end == last ? text.endIndex : all[end].range.upperBound
        return (start == 0 ? "" : "…") + text[from..<to] + (end == last ? "" : "…")
    }

    /// Where the window starts that has most of the hits, in their middle; the first of several.
    private static func best(_ words: [Word]) -> Int {
        let hits = words.indices.filter { words[$0].isHit }
        guard let first = hits.first else { return 0 }
        var best = (count: 0, first: first, last: first)
        for (place, hit) in hits.enumerated().prefix(1_000) {
            let inside = hits[place...].prefix { $0 < hit + length }
            if inside.count > best.count, let last = inside.last { best = (inside.count, hit, last) }
        }
        let middle = (best.first + best.last + 1) / 2
        return max(0, min(middle - length / 2, words.count - length))
    }

    private static func words(of text: String) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber) }
    }

    /// As the index folds words: without case and diacritics.
    private static func fold(_ word: some StringProtocol) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        let decomposed = word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        return String(String.UnicodeScalarView(decomposed.filter { $0.properties.generalCategory != .nonspacingMark }))
    }
}
