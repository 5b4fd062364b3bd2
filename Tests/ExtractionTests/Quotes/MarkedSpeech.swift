import Annotation
import Extraction

/// A text whose mentions stand in braces, for tests that need no recogniser: `{0 Jane Roe} said`, `{0~ The minister} said`.
///
/// The digit is the index of the entity; `~` marks a nominal mention, `^` a pronoun, `!` an office that the entity holds, which is
/// no mention.
struct MarkedSpeech {
    var reading: Reading

    /// - Parameter types: the type of each entity; person where the list is too short.
    init(_ marked: String, types: [EntityType] = [], language: String = "en") {
        var bytes: [UInt8] = []
        var marks: [(bytes: Range<Int>, entity: Int, form: UInt8)] = []
        let source = Array(marked.utf8)
        var index = 0
        while index < source.count {
            guard source[index] == UInt8(ascii: "{"), let close = source[index...].firstIndex(of: UInt8(ascii: "}"))
            else {
                bytes.append(source[index])
                index += 1
                continue
            }
            let entity = Int(source[index + 1] - UInt8(ascii: "0"))
            let hasForm = source[index + 2] != UInt8(ascii: " ")
            let name = source[(index + (hasForm ? 4 : 3))..<close]
            marks.append((bytes.count..<bytes.count + name.count, entity, hasForm ? source[index + 2] : 0))
            bytes += name
            index = close + 1
        }
        let text = TokenizedText(bytes)
        var reading = Reading(
            text: text, sections: [PageSection(kind: .body, bytes: 0..<bytes.count)], language: language, names: [])
        let count = (marks.map(\.entity).max() ?? -1) + 1
        reading.entities = (0..<count).map {
            FoundEntity(type: $0 < types.count ? types[$0] : .person, name: "entity \($0)")
        }
        for mark in marks {
            let tokens = Self.tokens(covering: mark.bytes, of: text)
            let type = reading.entities[mark.entity].type
            if mark.form == UInt8(ascii: "!") {
                reading.roles.append(FoundRole(holder: mark.entity, office: text.string(of: tokens), tokens: tokens))
                continue
            }
            let kind: Mention.Kind =
                mark.form == UInt8(ascii: "~") ? .nominal : mark.form == UInt8(ascii: "^") ? .pronoun : .name
            reading.mentions.append(
                FoundMention(tokens: tokens, type: type, kind: kind, entity: mark.entity, confidence: 1))
        }
        self.reading = reading
    }

    private static func tokens(covering bytes: Range<Int>, of text: TokenizedText) -> Range<Int> {
        let first = text.tokens.firstIndex { Int($0.end) > bytes.lowerBound } ?? text.tokens.count
        let end = text.tokens.firstIndex { Int($0.start) >= bytes.upperBound } ?? text.tokens.count
        return first..<end
    }

    /// The quotations that the reader finds.
    func quotes() -> [FoundQuote] { read().quotes }

    /// The text with its quotations, nominals and pronouns.
    func read() -> Reading {
        var reading = reading
        OfficeReader().read(&reading)
        QuoteReader().read(&reading)
        return reading
    }

    func direct() -> [FoundQuote] { quotes().filter { $0.kind == .direct } }
    func indirect() -> [FoundQuote] { quotes().filter { $0.kind == .indirect } }

    func string(_ quote: FoundQuote) -> String { String(decoding: reading.text.bytes[quote.bytes], as: UTF8.self) }
    func string(_ tokens: Range<Int>?) -> String? { tokens.map(reading.text.string(of:)) }
}
