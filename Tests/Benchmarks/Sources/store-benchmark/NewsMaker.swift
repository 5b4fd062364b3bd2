import Annotation
import Foundation

/// Makes documents out of real ones: the names in them are others in each, a few in very many documents, most in one or
/// two, as names are in the news. The same number always makes the same document.
struct NewsMaker: Sendable {
    /// A text with its annotation, as an extractor publishes it.
    struct News: Sendable {
        let key: String
        let text: [UInt8]
        let annotation: Annotation
        let json: [UInt8]
        let published: String
        let source: String
    }

    private struct Pattern: Sendable {
        let text: [Unicode.Scalar]
        let annotation: Annotation
    }

    static let extractor = "benchmark 1"
    private let patterns: [Pattern]

    /// - Parameters:
    ///   - texts: a folder of texts.
    ///   - annotations: what `entitywire extract --json` says of them, a line each.
    init(texts: String, annotations: String) throws {
        var byKey: [String: Annotation] = [:]
        for line in try Data(contentsOf: URL(filePath: annotations)).split(separator: UInt8(ascii: "\n")) {
            let annotation = try CanonicalJSON.decode(Annotation.self, from: Array(line))
            byKey[annotation.document] = annotation
        }
        patterns = try FileManager.default.contentsOfDirectory(atPath: texts).sorted().compactMap { name in
            let bytes = Array(try Data(contentsOf: URL(filePath: texts).appending(path: name)))
            return byKey[DocumentKey.of(bytes)].map {
                Pattern(text: Array(String(decoding: bytes, as: UTF8.self).unicodeScalars), annotation: $0)
            }
        }
        guard !patterns.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
    }

    func news(_ number: Int) throws -> News {
        var random = SplitMix(state: UInt64(number) &* 0x9E37_79B9 &+ 7)
        let pattern = patterns[Int(random.next() % UInt64(patterns.count))]
        var rewriting = Rewriting(pattern.text, pattern.annotation) { type in Self.name(type, &random) }
        let text = Array(rewriting.text.utf8) + Array("\n#\(number)".utf8)
        let key = DocumentKey.of(text)
        rewriting.annotation.document = key
        rewriting.annotation.textSha256 = key
        rewriting.annotation.extractor = Self.extractor
        let grown = "\n#\(number)".utf8.count
        if let last = rewriting.annotation.sections.indices.last { rewriting.annotation.sections[last].end += grown }
        let day = Int(random.next() % 1_000)
        let published = String(format: "20%02d-%02d-%02d", 22 + day / 365, day % 365 / 31 + 1, day % 28 + 1)
        return News(
            key: key, text: text, annotation: rewriting.annotation,
            json: try CanonicalJSON.encode(rewriting.annotation), published: published,
            source: "Paper \(Self.zipf(300, &random))")
    }

    /// Every third name is taken from a supply that never ends; the others follow Zipf's law.
    private static func name(_ type: EntityType, _ random: inout SplitMix) -> String {
        let number =
            random.next() % 3 == 0 ? 20_000 + Int(random.next() % 4_000_000) : zipf(20_000, &random)
        let last = word(UInt64(number) &* 7 &+ 40)
        return type == .person ? word(UInt64(number) % 211 &+ 300) + " " + last : last
    }

    /// The most frequent name of a type.
    static func topName() -> String { word(300) + " " + word(40) }

    private static func zipf(_ count: Int, _ random: inout SplitMix) -> Int {
        let uniform = Double(random.next() >> 11) / Double(1 << 53)
        return Int(pow(Double(count), uniform)) - 1
    }

    private static func word(_ number: UInt64) -> String {
        let syllables = [
            "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "an", "er", "in", "os", "ul", "pra",
        ]
        var rest = number &+ 17
        var word = ""
        while rest > 0 {
            word += syllables[Int(rest % 16)]
            rest /= 16
        }
        return word.capitalized
    }
}

/// Puts other names into a text and moves every span of its annotation along.
private struct Rewriting {
    private(set) var text = ""
    var annotation: Annotation
    private var scalars: [Unicode.Scalar] = []
    /// From old offsets to new ones, at the ends of what was replaced.
    private var moves: [(old: Int, new: Int)] = [(0, 0)]

    init(_ old: [Unicode.Scalar], _ annotation: Annotation, name: (EntityType) -> String) {
        self.annotation = annotation
        var names: [String: String] = [:]
        for entity in annotation.entities { names[entity.id] = name(entity.type) }
        var place = 0
        for mention in annotation.mentions where mention.kind == .name && mention.start >= place {
            guard let whole = names[mention.entity] else { continue }
            let isShort = !mention.text.contains(" ")
            let shown = isShort ? String(whole.split(separator: " ").last ?? "") : whole
            scalars += old[place..<mention.start]
            moves.append((mention.start, scalars.count))
            scalars += shown.unicodeScalars
            moves.append((mention.end, scalars.count))
            place = mention.end
        }
        scalars += old[place...]
        text = String(String.UnicodeScalarView(scalars))
        for index in annotation.entities.indices {
            self.annotation.entities[index].name = names[annotation.entities[index].id] ?? ""
            self.annotation.entities[index].aliases = []
        }
        moveAll()
    }

    private func moved(_ offset: Int) -> Int {
        let before = moves.last { $0.old <= offset } ?? (0, 0)
        let next = moves.first { $0.old > offset }
        return min(before.new + offset - before.old, next?.new ?? .max)
    }

    private func words(_ start: Int, _ end: Int) -> String { String(String.UnicodeScalarView(scalars[start..<end])) }

    private mutating func moveAll() {
        func move<Item>(
            _ items: inout [Item], _ start: WritableKeyPath<Item, Int>, _ end: WritableKeyPath<Item, Int>,
            _ text: WritableKeyPath<Item, String>?
        ) {
            for index in items.indices {
                items[index][keyPath: start] = self.moved(items[index][keyPath: start])
                items[index][keyPath: end] = self.moved(items[index][keyPath: end])
                if let text {
                    items[index][keyPath: text] = words(items[index][keyPath: start], items[index][keyPath: end])
                }
            }
            items.removeAll { $0[keyPath: end] <= $0[keyPath: start] }
        }
        var moved = annotation
        move(&moved.sections, \.start, \.end, nil)
        move(&moved.mentions, \.start, \.end, \.text)
        move(&moved.roles, \.start, \.end, \.text)
        move(&moved.quotes, \.start, \.end, \.text)
        move(&moved.dates, \.start, \.end, \.text)
        move(&moved.quantities, \.start, \.end, \.text)
        move(&moved.sources, \.start, \.end, \.text)
        moved.title = nil
        annotation = moved
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
