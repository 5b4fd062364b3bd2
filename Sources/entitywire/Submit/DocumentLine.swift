import Annotation
import Wire

/// A line of JSON Lines as a document: its text and where it was met.
struct DocumentLine: Sendable, Equatable {
    /// The fields that a line may have.
    static let fields = ["text"] + Submission.fields
    /// What a rejects file adds; it is not reported as unknown when such a file is submitted.
    static let errorField = "error"

    var text: [UInt8]?
    var file: String?
    var submission: Submission
    /// The fields that nothing is done with, as the input names them, sorted.
    var unknown: [String]

    /// Reads a line; throws the reason why it cannot be accepted, a sentence.
    init(_ line: [UInt8], map: FieldMap, defaults: Submission, isManifest: Bool = false) throws(Refusal) {
        let object = try Self.object(line)
        var values = FieldReader(object: object, map: map)
        if isManifest {
            file = try values.string("file")
        } else {
            text = try values.string("text").map { Array($0.utf8) }
        }
        submission = try values.submission(defaults: defaults)
        unknown = object.keys.filter { !values.used.contains($0) && $0 != Self.errorField }.sorted()
        if isManifest ? file == nil : text == nil {
            let field = isManifest ? "file" : "text"
            throw Refusal("The line has no field \(map.name(of: field)).\(isManifest ? "" : Self.mapAdvice(object))")
        }
    }

    /// The object of a line.
    static func object(_ line: [UInt8]) throws(Refusal) -> [String: JSONValue] {
        if let offset = UTF8Check.firstInvalidByte(line) {
            throw Refusal(
                "The line is not valid UTF-8 at byte \(offset): convert the file first, for example with iconv.")
        }
        do {
            try JSONShape.check(line, part: "line")
            return try CanonicalJSON.decode([String: JSONValue].self, from: line)
        } catch let error as WireError {
            throw Refusal(error.message)
        } catch {
            throw Refusal("The line is not valid JSON.")
        }
    }

    /// The longest string of a line is most likely its text.
    private static func mapAdvice(_ object: [String: JSONValue]) -> String {
        let strings = object.compactMap { key, value -> (key: String, length: Int)? in
            if case .string(let text) = value, text.utf8.count > 80 { (key, text.utf8.count) } else { nil }
        }
        let longest = strings.max { ($0.length, $1.key) < ($1.length, $0.key) }
        return longest.map { " Name it: --map text=\($0.key)" } ?? ""
    }
}

/// Why a document is not accepted: a sentence.
struct Refusal: Error, Equatable, Sendable {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}
