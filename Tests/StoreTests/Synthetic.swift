import Annotation
import Foundation

/// Annotations as dense as real ones, made without an extractor: every run of capitalised words is a mention.
enum Synthetic {
    static func annotation(of text: [UInt8], extractor: String = "x 1") -> Annotation {
        let offsets = CodePointOffsets(text)
        let words = self.words(text)
        var result = Annotation(document: DocumentKey.of(text), extractor: extractor)
        result.language = "en"
        result.sections = sections(length: offsets.count)
        var ids: [String: String] = [:]
        var index = 0
        while index < words.count {
            var end = index
            while end < words.count, end < index + 4, isCapital(text[words[end].lowerBound]) { end += 1 }
            if end > index {
                let bytes = words[index].lowerBound..<words[end - 1].upperBound
                add(String(decoding: text[bytes], as: UTF8.self), bytes, offsets, &ids, &result)
            }
            index = max(end, index + 1)
        }
        addFacts(words, text, offsets, &result)
        return result
    }

    /// Texts of the public sample where it is there, else made-up ones.
    static func texts(count: Int) -> [[UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/news")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
        let found = names.prefix(count).compactMap { try? Data(contentsOf: folder.appending(path: $0)) }
        return found.isEmpty ? (0..<count).map { madeUp(seed: UInt64($0)) } : found.map(Array.init)
    }

    /// About 3 kB of words with the frequencies of a language, one in six capitalised.
    static func madeUp(seed: UInt64, bytes: Int = 3_000) -> [UInt8] {
        var random = SplitMix(state: seed &* 7_919 &+ 1)
        var text: [UInt8] = []
        while text.count < bytes {
            // The square of a uniform number prefers common words.
            let uniform = Double(random.next() >> 11) / Double(1 << 53)
            var word = Array(self.word(UInt64(uniform * uniform * uniform * 20_000)).utf8)
            if random.next() % 6 == 0 { word[0] &= 0xDF }
            text += word + (random.next() % 12 == 0 ? [UInt8(ascii: "."), 10] : [32])
        }
        return text
    }

    private static func word(_ number: UInt64) -> String {
        let syllables = [
            "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "an", "er", "in", "os", "ul", "pra",
        ]
        var rest = number + 17
        var word = ""
        while rest > 0 {
            word += syllables[Int(rest % 16)]
            rest /= 16
        }
        return word
    }

    private static func sections(length: Int) -> [Section] {
        let cut = min(max(length / 20, 1), length)
        let title = Section(kind: .title, start: 0, end: cut, language: "en")
        return cut == length ? [title] : [title, Section(kind: .body, start: cut, end: length, language: "en")]
    }

    private static func add(
        _ name: String, _ bytes: Range<Int>, _ offsets: CodePointOffsets, _ ids: inout [String: String],
        _ result: inout Annotation
    ) {
        let type = EntityType.allCases[Int(bytes.count) % 3]
        let id = ids[name] ?? "e\(ids.count + 1)"
        if ids[name] == nil {
            ids[name] = id
            result.entities.append(Entity(id: id, type: type, name: name, country: type == .location ? "UA" : nil))
        }
        result.mentions.append(
            Mention(
                id: "m\(result.mentions.count + 1)", start: offsets.codePoint(atByte: bytes.lowerBound),
                end: offsets.codePoint(atByte: bytes.upperBound), text: name, type: type, entity: id,
                confidence: 0.5 + Double(bytes.lowerBound % 50) / 100))
    }

    /// A role for each twelfth mention and a quotation of eight words for each twentieth.
    private static func addFacts(
        _ words: [Range<Int>], _ text: [UInt8], _ offsets: CodePointOffsets, _ result: inout Annotation
    ) {
        guard !result.entities.isEmpty else { return }
        func span(_ bytes: Range<Int>) -> TextSpan {
            TextSpan(
                start: offsets.codePoint(atByte: bytes.lowerBound), end: offsets.codePoint(atByte: bytes.upperBound),
                text: String(decoding: text[bytes], as: UTF8.self))
        }
        for index in stride(from: 0, to: max(0, words.count - 10), by: 90) {
            let role = span(words[index].lowerBound..<words[index + 1].upperBound)
            let quote = span(words[index + 2].lowerBound..<words[index + 9].upperBound)
            let holder = result.entities[index % result.entities.count].id
            result.roles.append(
                Role(
                    holder: holder, office: role.text, country: "UA", start: role.start, end: role.end, text: role.text)
            )
            result.quotes.append(
                Quote(
                    kind: .direct, start: quote.start, end: quote.end, text: quote.text, speaker: holder, cue: "said"))
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

    private static func words(_ text: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (index, byte) in (text + [32]).enumerated() {
            let isLetter = byte >= 0x80 || (65...90).contains(byte & 0xDF)
            if isLetter, start == nil { start = index }
            if !isLetter, let first = start {
                words.append(first..<index)
                start = nil
            }
        }
        return words
    }
}

/// A small generator of numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
