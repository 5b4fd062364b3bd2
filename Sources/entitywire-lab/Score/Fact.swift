import Foundation

/// A fact of a gold answer or of an annotation, with the fields that scoring compares; absent ones are nil.
struct Fact: Decodable {
    var start: Int
    var end: Int
    /// False for a note of a gold file that has no place in the text.
    var hasOffsets: Bool
    var text: String?
    var type: String?
    var kind: String?
    var entity: String?
    var holder: String?
    var speaker: String?
    var value: Scalar?
    var resolved: Scalar?
    /// What the text alone gives, and what it becomes with the date of publication.
    var noMetadata: Scalar?
    var withManifest: Scalar?
    var part: String?

    private enum CodingKeys: CodingKey {
        case start, end, text, type, kind, entity, holder, speaker, value, resolved, noMetadata, withManifest, part
    }

    init(from decoder: any Decoder) throws {
        guard let fields = try? decoder.container(keyedBy: CodingKeys.self) else {
            (start, end, hasOffsets) = (0, 0, false)
            return
        }
        let text = try? fields.decodeIfPresent(String.self, forKey: .text)
        start = (try? fields.decodeIfPresent(Int.self, forKey: .start)) ?? 0
        let length = text?.unicodeScalars.count ?? 0
        let last = try? fields.decodeIfPresent(Int.self, forKey: .end)
        end = last ?? start + length
        hasOffsets = last != nil
        self.text = text
        func string(_ key: CodingKeys) -> String? { (try? fields.decodeIfPresent(Scalar.self, forKey: key))?.text }
        func scalar(_ key: CodingKeys) -> Scalar? { try? fields.decodeIfPresent(Scalar.self, forKey: key) }
        (type, kind, entity) = (string(.type), string(.kind), string(.entity))
        (holder, speaker, part) = (string(.holder), string(.speaker), string(.part))
        (value, resolved) = (scalar(.value), scalar(.resolved))
        (noMetadata, withManifest) = (scalar(.noMetadata), scalar(.withManifest))
    }

    func overlap(_ other: Fact) -> Int { max(0, min(end, other.end) - max(start, other.start)) }

    /// Intersection over union of the spans.
    func agreement(_ other: Fact) -> Double {
        let shared = Double(overlap(other))
        return shared > 0 ? shared / (Double(end - start + other.end - other.start) - shared) : 0
    }

    func isSame(_ other: Fact) -> Bool { start == other.start && end == other.end }

    /// Whether the types agree, where facilities are places, and works and laws are of no type of their own.
    func hasType(of other: Fact) -> Bool { Self.scored(type) == Self.scored(other.type) }

    private static func scored(_ type: String?) -> String? { type.map { scoredTypes[$0] ?? $0 } }

    private static let scoredTypes = ["FAC": "LOC", "GPE": "LOC", "WORK": "MISC", "LAW": "MISC"]
}

/// A JSON string or number.
struct Scalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self.text = text
        } else if let whole = try? value.decode(Int.self) {
            text = String(whole)
        } else {
            text = String(try value.decode(Double.self))
        }
    }

    /// The number that it is, separators of thousands left out.
    var number: Double? { Double(text.filter { $0 != "," && $0 != " " }) }

    /// The value before a comma or a remark in brackets.
    var cleaned: String {
        var head = Substring(text)
        if let comma = head.firstIndex(of: ",") { head = head[..<comma] }
        if let remark = head.firstRange(of: " (") { head = head[..<remark.lowerBound] }
        return head.trimmingCharacters(in: .whitespaces)
    }

    /// The TIMEX3 value of a gold date; nil where it gives no calendar value.
    var timex: String? {
        let value = cleaned
        if value.isEmpty || value.hasPrefix("(") || value.contains("REF") { return nil }
        return value.hasPrefix("SET") || value == "TEV" ? nil : value
    }

    /// Whether a found value is the gold's, or its day where the gold adds a part of the day.
    func agrees(with found: Scalar?) -> Bool {
        guard let gold = timex, let found = found?.cleaned, !found.isEmpty else { return false }
        let days = (gold.prefix { $0 != "T" }, found.prefix { $0 != "T" })
        return gold == found || (days.0 == days.1 && !days.1.isEmpty)
    }
}
