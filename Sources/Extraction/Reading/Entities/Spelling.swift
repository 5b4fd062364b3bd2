/// Compares folded words that may be two spellings of one name.
enum Spelling {
    /// The number of letters inserted, deleted or replaced between two words, or nil where it is over the limit.
    ///
    /// Levenshtein's distance, computed on the diagonal band that the limit leaves.
    static func distance(_ first: String, _ second: String, limit: Int) -> Int? {
        let one = Array(first.utf8)
        let two = Array(second.utf8)
        guard abs(one.count - two.count) <= limit else { return nil }
        var row = Array(0...two.count)
        for i in 0..<one.count {
            var diagonal = row[0]
            row[0] = i + 1
            var least = row[0]
            for j in 0..<two.count {
                let replaced = diagonal + (one[i] == two[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
                least = min(least, row[j + 1])
            }
            if least > limit { return nil }
        }
        return row[two.count] <= limit ? row[two.count] : nil
    }

    /// The word with what transliterations differ in taken away: `zelenskyy`, `zelenskiy` and `zelenski` are one.
    static func skeleton(_ word: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(word.utf8)
        var index = 0
        while index < bytes.count {
            let next: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
            var letter = bytes[index]
            switch (letter, next) {
            case (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "g"), UInt8(ascii: "h")),
                (UInt8(ascii: "z"), UInt8(ascii: "h")), (UInt8(ascii: "o"), UInt8(ascii: "u")),
                (UInt8(ascii: "c"), UInt8(ascii: "k")):
                letter = letter == UInt8(ascii: "k") ? UInt8(ascii: "h") : letter
                if letter == UInt8(ascii: "o") { letter = UInt8(ascii: "u") }
                if letter == UInt8(ascii: "c") { letter = UInt8(ascii: "k") }
                index += 1
            case (UInt8(ascii: "y"), _), (UInt8(ascii: "j"), _): letter = UInt8(ascii: "i")
            case (UInt8(ascii: "w"), _): letter = UInt8(ascii: "v")
            case (UInt8(ascii: "q"), _): letter = UInt8(ascii: "k")
            default: break
            }
            if result.last != letter { result.append(letter) }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The word and each form of it with one letter left out: two words one letter apart share one of these.
    ///
    /// The neighbourhood of the symmetric-delete spelling correction, for a look-up in constant time.
    static func neighbours(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        return [word]
            + bytes.indices.map { left in
                String(decoding: bytes[..<left] + bytes[(left + 1)...], as: UTF8.self)
            }
    }

    /// Whether two words of a document are likely one name spelled in two ways, with nothing else to go by.
    static func areVariants(_ first: String, _ second: String) -> Bool {
        guard min(first.utf8.count, second.utf8.count) >= 5, first.utf8.first == second.utf8.first else { return false }
        if skeleton(first) == skeleton(second) { return true }
        return max(first.utf8.count, second.utf8.count) >= 6 && distance(first, second, limit: 1) != nil
    }

    /// Whether two words are likely one name where the text gives both the same title.
    static func areVariantsUnderOneTitle(_ first: String, _ second: String) -> Bool {
        let length = min(first.utf8.count, second.utf8.count)
        guard length >= 4, first.utf8.first == second.utf8.first else { return false }
        return distance(skeleton(first), skeleton(second), limit: length >= 6 ? 2 : 1) != nil
    }
}
