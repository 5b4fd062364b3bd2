import Annotation
import Foundation
import Testing

@testable import Extraction

/// A text with its names marked, `{PERSON:Omar Haddad}`, as a reading: errors of a recogniser stay outside.
struct MarkedText {
    var reading: Reading

    /// - Parameter marked: names in braces, the type before a colon; `{LOC/city:Lima}` gives a subtype and
    ///   `{ORG?:Haddad}` an unsure name.
    init(_ marked: String) {
        var plain: [UInt8] = []
        var found: [(bytes: Range<Int>, label: String)] = []
        for piece in marked.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard piece.offset > 0, let colon = piece.element.firstIndex(of: ":"),
                let close = piece.element.firstIndex(of: "}")
            else {
                plain += Array(piece.element.utf8)
                continue
            }
            let name = Array(piece.element[piece.element.index(after: colon)..<close].utf8)
            found.append((plain.count..<plain.count + name.count, String(piece.element[..<colon])))
            plain += name + Array(piece.element[piece.element.index(after: close)...].utf8)
        }
        let text = TokenizedText(plain)
        reading = Reading(
            text: text, sections: [PageSection(kind: .body, bytes: 0..<plain.count)], language: "en",
            names: found.map { MarkedText.name($0.bytes, $0.label, in: text) })
    }

    /// After the stages.
    func read(by stages: any ReadingStage...) -> Annotation {
        var reading = reading
        for stage in stages { stage.read(&reading) }
        return reading.annotation(document: "key", extractor: "test")
    }

    static func name(_ bytes: Range<Int>, _ label: String, in text: TokenizedText) -> RecognizedName {
        let inside = text.tokens.indices.filter {
            Int(text.tokens[$0].end) > bytes.lowerBound && Int(text.tokens[$0].start) < bytes.upperBound
        }
        let unsure = label.hasSuffix("?")
        let parts = label.split(separator: "?")[0].split(separator: "/").map(String.init)
        return RecognizedName(
            tokens: inside[0]..<inside[inside.count - 1] + 1, type: EntityType(rawValue: parts[0])!,
            subtype: parts.count > 1 ? parts[1] : nil, confidence: unsure ? 0.4 : 0.97)
    }
}

extension Annotation {
    /// The names of each entity by which the text has it, sorted: `[["LHP", "League"], ["NATO"]]`.
    var clusters: [[String]] {
        entities.map { entity in
            Set(mentions.filter { $0.entity == entity.id && $0.kind == .name }.map(\.text)).sorted()
        }
    }

    func entity(named name: String) -> Entity? { entities.first { $0.name == name || $0.aliases.contains(name) } }

    /// The name of the entity with an identifier.
    func name(of identifier: String?) -> String? { entities.first { $0.id == identifier }?.name }
}
