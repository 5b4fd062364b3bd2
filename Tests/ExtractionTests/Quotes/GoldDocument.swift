import Annotation
import Extraction
import Foundation

/// One document of a gold file, as far as sections and quotations need it.
struct GoldDocument: Decodable {
    struct Span: Decodable {
        let start: Int
        let end: Int
        let text: String?
    }
    struct Entity: Decodable {
        let canonical: String
        let type: String
        let mentions: [Span]
    }
    struct Nominal: Decodable {
        let entity: String
        let text: String
        let start: Int
        let end: Int
    }
    struct Role: Decodable {
        let holder: String?
        let text: String?
        let start: Int?
        let end: Int?
    }
    struct Quote: Decodable {
        let kind: String
        let start: Int
        let end: Int
        let speaker: String?
        /// The words by which the text names the speaker.
        let speakerText: String?
    }

    let file: String
    let body: [[Int]]
    let entities: [Entity]
    let nominals: [Nominal]?
    let roles: [Role]?
    let quotes: [Quote]

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let seeds = (
        gold: root.appending(path: "seeds/gold.json"), texts: root.appending(path: "seeds")
    )
    static let development = (
        gold: root.appending(path: "Tests/ExtractionTests/Gold/development.json"),
        texts: root.appending(path: "../shared/news")
    )

    /// Whether the texts of a gold file, which are not part of the project, are beside the checkout.
    static func isPresent(_ source: (gold: URL, texts: URL)) -> Bool {
        FileManager.default.fileExists(atPath: source.gold.path)
            && FileManager.default.fileExists(atPath: source.texts.path)
    }

    static func load(_ source: (gold: URL, texts: URL)) throws -> [(document: GoldDocument, bytes: [UInt8])] {
        let all = try JSONDecoder().decode([String: GoldDocument].self, from: Data(contentsOf: source.gold))
        return try all.values.sorted { $0.file < $1.file }.map {
            ($0, [UInt8](try Data(contentsOf: source.texts.appending(path: $0.file))))
        }
    }

    /// The sections that our reader finds, with the gold's mentions and roles, so that errors of other stages do not count.
    func reading(of bytes: [UInt8]) -> Reading {
        let found = SectionReader().sections(of: bytes)
        let text = TokenizedText(bytes).keeping(found.sections.filter { $0.kind != .boilerplate }.map(\.bytes))
        let edge = CodePointOffsets(bytes)
        var reading = Reading(text: text, sections: found.sections, language: found.language, names: [])
        func tokens(_ start: Int, _ end: Int) -> Range<Int>? {
            let bytes = edge.byte(atCodePoint: start)..<edge.byte(atCodePoint: end)
            let first = text.tokens.firstIndex { Int($0.end) > bytes.lowerBound } ?? text.tokens.count
            let last = text.tokens.firstIndex { Int($0.start) >= bytes.upperBound } ?? text.tokens.count
            return first < last ? first..<last : nil
        }
        func add(_ span: Range<Int>?, _ kind: Mention.Kind, _ entity: Int) {
            guard let span, !reading.mentions.contains(where: { $0.tokens.overlaps(span) }) else { return }
            let type = reading.entities[entity].type
            reading.mentions.append(FoundMention(tokens: span, type: type, kind: kind, entity: entity, confidence: 1))
        }
        for entity in entities {
            let type = EntityType(rawValue: String(entity.type.prefix { $0 != "/" })) ?? .miscellaneous
            reading.entities.append(FoundEntity(type: type, name: entity.canonical))
            for mention in entity.mentions {
                add(tokens(mention.start, mention.end), .name, reading.entities.count - 1)
            }
        }
        for nominal in nominals ?? [] {
            guard let entity = reading.entities.firstIndex(where: { $0.name == nominal.entity }) else { continue }
            let isPronoun = ["he", "she", "it", "they", "his", "her", "him"].contains(nominal.text.lowercased())
            add(tokens(nominal.start, nominal.end), isPronoun ? .pronoun : .nominal, entity)
        }
        reading.mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        for role in roles ?? [] {
            guard let holder = reading.entities.firstIndex(where: { $0.name == role.holder }), let start = role.start,
                let end = role.end, let span = tokens(start, end)
            else { continue }
            reading.roles.append(FoundRole(holder: holder, office: role.text ?? "", tokens: span))
        }
        return reading
    }
}
