import Foundation

/// The words of a text around those that were looked for.
enum Snippet {
    /// The words that are shown.
    private static let length = 16

    private struct Word {
        /// Places in the bytes of the text.
        var range: Range<Int>
        var isHit: Bool
    }

    /// About sixteen words with the first words looked for in their middle; the beginning where a title has them alone.
    ///
    /// - Parameter expressions: as they were given to FTS5, in quotes.
    static func cut(_ text: String, around expressions: [String]) -> String {
        let wanted = Set(
            expressions.flatMap { expression in
                let bytes = Array(expression.utf8)
                return words(of: bytes).map { fold(bytes[$0]) }
            })
        let bytes = Array(text.utf8)
        let all = words(of: bytes).map { Word(range: $0, isHit: wanted.contains(fold(bytes[$0]))) }
        guard let last = all.indices.last else { return "" }
        let start = best(all)
        let end = min(last, start + length - 1)
        let from = start == 0 ? 0 : all[start].range.lowerBound
        let to = end == last ? bytes.count : all[end].range.upperBound
        return (start == 0 ? "" : "…") + String(decoding: bytes[from..<to], as: UTF8.self) + (end == last ? "" : "…")
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

    /// Letters and digits of ASCII, and everything else but the punctuation that texts have most.
    private static func words(of bytes: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        var place = 0
        while place < bytes.count {
            let size = separator(bytes, place)
            if size == 0 {
                start = start ?? place
                place += 1
            } else {
                if let first = start { words.append(first..<place) }
                start = nil
                place += size
            }
        }
        if let first = start { words.append(first..<bytes.count) }
        return words
    }

    /// The bytes of a separator that stands at a place; 0 where none does.
    private static func separator(_ bytes: [UInt8], _ place: Int) -> Int {
        switch bytes[place] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            return 0
        case 0..<0x80: return 1
        // No-break space, guillemets and the like; dashes, quotation marks, ellipsis.
        case 0xC2: return place + 1 < bytes.count && bytes[place + 1] < 0xC0 ? 2 : 0
        case 0xE2: return place + 2 < bytes.count && (0x80...0x81).contains(bytes[place + 1]) ? 3 : 0
        default: return 0
        }
    }

    /// As the index folds words: without case and diacritics.
    private static func fold(_ word: ArraySlice<UInt8>) -> [UInt8] {
        if word.allSatisfy({ $0 < 0x80 }) {
            return word.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        }
        let text = String(decoding: word, as: UTF8.self).lowercased().decomposedStringWithCanonicalMapping
        return Array(
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark })
            ).utf8)
    }
}
