import Annotation
import Extraction
import Foundation

/// A short text with what must be read in it.
struct ReadingCase: Decodable {
    /// The text's file beside that of the cases; nil where the case holds its text.
    var file: String?
    var text: String?
    var kind: String
    var published: String?
    /// The right answer in words.
    var check: String
    var expected: Expected
    /// Why it is not yet right, for a case that is kept to show what is missing.
    var open: String?

    private enum CodingKeys: CodingKey { case file, text, kind, what, published, check, why, expected, open }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        file = try fields.decodeIfPresent(String.self, forKey: .file)
        text = try fields.decodeIfPresent(String.self, forKey: .text)
        published = try fields.decodeIfPresent(String.self, forKey: .published)
        expected = try fields.decode(Expected.self, forKey: .expected)
        open = try fields.decodeIfPresent(String.self, forKey: .open)
        let what = try fields.decodeIfPresent(String.self, forKey: .what)
        kind = try fields.decodeIfPresent(String.self, forKey: .kind) ?? what ?? ""
        let why = try fields.decodeIfPresent(String.self, forKey: .why)
        check = try fields.decodeIfPresent(String.self, forKey: .check) ?? why ?? ""
    }

    /// The cases of a file with their texts.
    static func load(_ url: URL) throws -> [ReadingCase] {
        try JSONLines.read(ReadingCase.self, path: url.path).map { one in
            guard one.text == nil, let file = one.file else { return one }
            var one = one
            let bytes = try Data(contentsOf: url.deletingLastPathComponent().appending(path: file))
            one.text = String(decoding: bytes, as: UTF8.self)
            return one
        }
    }

    var name: String { file ?? String((text ?? "").prefix(60)).replacing("\n", with: " ") }

    /// What of the expected facts was not found, and what was found that must not be, in words.
    func problems(with extractor: Extractor) -> [String] {
        let annotation = extractor.annotate(Array((text ?? "").utf8)).resolvingDates(published: published)
        return CaseChecker(text: text ?? "", annotation: annotation).problems(expected)
    }
}

extension ReadingCase {
    /// The facts that a case is about, in the form of the annotation without offsets.
    struct Expected: Decodable {
        struct Name: Decodable {
            var text: String
            var type: OneOrMore<String>
            var count: Int?
        }
        struct Office: Decodable {
            var holder: String
            var office: String
            var organization: String?
        }
        struct Statement: Decodable {
            var kind: String
            var text: String?
            var textStarts: String?
            var speaker: String?
            var speakerText: String?
        }
        struct Day: Decodable {
            var text: String
            var nth: Int?
            var resolved: [String?]?
            var value: OneOrMore<String>?
            var valueContains: String?
            var type: String?
        }
        struct Amount: Decodable {
            var text: String
            var nth: Int?
            var kind: String
            var value: Double?
            var unit: String?
        }
        struct Part: Decodable {
            var kind: String
            var text: String
        }
        struct Agreement: Decodable {
            var quote: String
            var pronoun: String
        }

        var language: String?
        var publishedValue: String?
        var mentions: [Name]?
        var sameEntity: [[String]]?
        var roles: [Office]?
        var quotes: [Statement]?
        var dates: [Day]?
        var quantities: [Amount]?
        var sections: [Part]?
        var pronounAgrees: [Agreement]?
        /// By list of the annotation: patterns that no fact may match, all their keys together.
        var absent: [String: [[String: Scalar]]]?
    }

    /// A value, or a list of those that are right.
    struct OneOrMore<Value: Decodable>: Decodable {
        var values: [Value]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(Value.self) {
                values = [one]
            } else {
                values = try container.decode([Value].self)
            }
        }
    }
}
