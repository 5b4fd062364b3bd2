import Annotation
import Foundation

/// Compares an annotation with the facts that a case expects.
struct CaseChecker {
    let annotation: Annotation
    private let text: [Unicode.Scalar]
    private let entities: [String: String]

    init(text: String, annotation: Annotation) {
        self.annotation = annotation
        self.text = Array(text.unicodeScalars)
        entities = Dictionary(annotation.entities.map { ($0.id, $0.name) }) { $1 }
    }

    func problems(_ expected: ReadingCase.Expected) -> [String] {
        var problems: [String?] = []
        if let language = expected.language, annotation.language != language {
            problems.append("language \(annotation.language ?? "unknown")")
        }
        if let value = expected.publishedValue, annotation.published?.value != value {
            problems.append("published \(annotation.published?.value ?? "unknown")")
        }
        problems += (expected.mentions ?? []).map(problem)
        problems += (expected.sameEntity ?? []).map(problem)
        problems += (expected.roles ?? []).map(problem)
        problems += (expected.quotes ?? []).map(problem)
        problems += (expected.dates ?? []).map(problem)
        problems += (expected.quantities ?? []).map(problem)
        problems += (expected.sections ?? []).map(problem)
        problems += (expected.pronounAgrees ?? []).map(problem)
        return problems.compactMap { $0 } + forbidden(expected.absent ?? [:])
    }

    private func problem(_ name: ReadingCase.Expected.Name) -> String? {
        let found = annotation.mentions.count { $0.text == name.text && name.type.values.contains($0.type.rawValue) }
        if found >= name.count ?? 1 { return nil }
        let near = annotation.mentions.filter { overlaps($0.start, $0.end, name.text) }
        return "mention \(name.text): \(near.map { "\($0.text) \($0.type.rawValue)" })"
    }

    private func problem(_ names: [String]) -> String? {
        let owners = names.map { name in Set(annotation.mentions.filter { $0.text == name }.map(\.entity)) }
        return owners.dropFirst().allSatisfy { !$0.isDisjoint(with: owners[0]) } ? nil : "not one entity: \(names)"
    }

    private func problem(_ role: ReadingCase.Expected.Office) -> String? {
        let isFound = annotation.roles.contains { found in
            entities[found.holder]?.lowercased() == role.holder.lowercased() && found.office == role.office
                && (role.organization == nil || name(found.organization) == role.organization)
        }
        let all = annotation.roles.map { "\($0.office) of \(name($0.organization) ?? "-"): \(name($0.holder) ?? "-")" }
        return isFound ? nil : "role \(role.office) of \(role.holder): \(all)"
    }

    private func problem(_ quote: ReadingCase.Expected.Statement) -> String? {
        let isFound = annotation.quotes.contains { found in
            guard found.kind.rawValue == quote.kind else { return false }
            let isText = quote.text.map { Self.trimmed(found.text) == Self.trimmed($0) }
            guard isText ?? found.text.hasPrefix(quote.textStarts ?? "") else { return false }
            return (quote.speaker == nil || name(found.speaker) == quote.speaker)
                && (quote.speakerText == nil || found.speakerText == quote.speakerText)
        }
        let all = annotation.quotes.map { "\($0.text) | \(name($0.speaker) ?? $0.speakerText ?? "-")" }
        return isFound ? nil : "quote \(quote.text ?? quote.textStarts ?? ""): \(all)"
    }

    private func problem(_ day: ReadingCase.Expected.Day) -> String? {
        let found = annotation.dates.filter { overlaps($0.start, $0.end, day.text, day.nth) }
        let isRight =
            if let resolved = day.resolved {
                found.isEmpty ? resolved.contains(nil) : found.allSatisfy { resolved.contains($0.resolved) }
            } else if let value = day.value {
                found.contains { value.values.contains($0.value) }
            } else if let part = day.valueContains {
                found.contains { $0.value.contains(part) }
            } else {
                found.contains { $0.type.rawValue == day.type }
            }
        return isRight ? nil : "date \(day.text): \(found.map { "\($0.text) \($0.value) \($0.resolved ?? "-")" })"
    }

    private func problem(_ amount: ReadingCase.Expected.Amount) -> String? {
        let found = annotation.quantities.filter { overlaps($0.start, $0.end, amount.text, amount.nth) }
        let isFound = found.contains { one in
            let isValue = amount.value.map { value in one.value.map { ($0 - value).magnitude < 1e-6 } ?? false }
            return one.kind.rawValue == amount.kind && isValue ?? true
                && (amount.unit == nil || one.unit == amount.unit)
        }
        let all = found.map { "\($0.text) \($0.kind.rawValue) \($0.value ?? .nan) \($0.unit ?? "-")" }
        return isFound ? nil : "quantity \(amount.text): \(all)"
    }

    private func problem(_ part: ReadingCase.Expected.Part) -> String? {
        func trimmed(_ section: Section) -> String {
            string(section.start, section.end).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if annotation.sections.contains(where: { $0.kind.rawValue == part.kind && trimmed($0) == part.text }) {
            return nil
        }
        return "section \(part.text): \(annotation.sections.map { "\($0.kind.rawValue) \(trimmed($0).prefix(30))" })"
    }

    /// A pronoun beside a quotation is its speaker.
    private func problem(_ pair: ReadingCase.Expected.Agreement) -> String? {
        guard let quote = annotation.quotes.first(where: { $0.text == pair.quote }) else { return nil }
        let near = annotation.mentions.filter { mention in
            mention.kind == .pronoun && mention.text == pair.pronoun
                && ((0...3).contains(mention.start - quote.end) || (0...14).contains(quote.start - mention.end))
        }
        if near.allSatisfy({ $0.entity == quote.speaker }) { return nil }
        return
            "pronoun \(pair.pronoun) is \(near.map { name($0.entity) ?? "-" }), speaker \(name(quote.speaker) ?? "-")"
    }

    // MARK: Parts

    private func name(_ id: String?) -> String? { id.flatMap { entities[$0] } }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let last = text.last, last == "." || last == "," { text.removeLast() }
        return String(text)
    }

    func string(_ start: Int, _ end: Int) -> String { String(String.UnicodeScalarView(text[start..<end])) }

    /// Whether a span overlaps an occurrence of a string: the nth, or any.
    private func overlaps(_ start: Int, _ end: Int, _ part: String, _ nth: Int? = nil) -> Bool {
        let part = Array(part.unicodeScalars)
        guard !part.isEmpty, text.count >= part.count else { return false }
        var places = (0...text.count - part.count).filter { text[$0..<$0 + part.count].elementsEqual(part) }
        if let nth { places = nth <= places.count ? [places[nth - 1]] : [] }
        return places.contains { start < $0 + part.count && $0 < end }
    }
}
