import Annotation
import Foundation

// What must not be found.
extension CaseChecker {
    func forbidden(_ absent: [String: [[String: Scalar]]]) -> [String] {
        absent.sorted { $0.key < $1.key }.flatMap { list, patterns in
            patterns.compactMap { pattern in
                facts(of: list).first { matches($0, pattern) }.map { fact in
                    "must not be: \(list) \(fact["text"] ?? "") \(pattern.mapValues(\.text))"
                }
            }
        }
    }

    private func matches(_ fact: [String: String], _ pattern: [String: Scalar]) -> Bool {
        pattern.allSatisfy { key, value in
            if key == "textStarts" { return fact["text"]?.hasPrefix(value.text) == true }
            guard let found = fact[key] else { return false }
            return found == value.text || (value.number != nil && Double(found) == value.number)
        }
    }

    /// The facts of one list of the annotation as their fields; each has its text.
    private func facts(of list: String) -> [[String: String]] {
        switch list {
        case "sections":
            annotation.sections.map {
                ["kind": $0.kind.rawValue, "text": string($0.start, $0.end), "language": $0.language ?? ""]
            }
        case "mentions":
            annotation.mentions.map { ["text": $0.text, "type": $0.type.rawValue, "kind": $0.kind.rawValue] }
        case "roles": annotation.roles.map { ["text": $0.text, "office": $0.office] }
        case "quotes":
            annotation.quotes.map { quote in
                ["text": quote.text, "kind": quote.kind.rawValue].merging(
                    quote.speakerText.map { ["speakerText": $0] } ?? [:]
                ) { $1 }
            }
        case "dates":
            annotation.dates.map { date in
                ["text": date.text, "type": date.type.rawValue, "value": date.value].merging(
                    date.resolved.map { ["resolved": $0] } ?? [:]
                ) { $1 }
            }
        case "quantities":
            annotation.quantities.map { quantity in
                var fields = ["text": quantity.text, "kind": quantity.kind.rawValue]
                fields["value"] = quantity.value.map { String($0) }
                fields["unit"] = quantity.unit
                return fields
            }
        case "sources": annotation.sources.map { ["text": $0.text] }
        default: []
        }
    }
}
