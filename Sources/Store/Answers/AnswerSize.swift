import Annotation
import Wire

/// How large answers become, in bytes of JSON. What is stored always fits into an answer.
enum AnswerSize {
    /// What `document` needs besides text and annotation: submissions, versions, keys.
    static let reserve = 2 * 1024 * 1024
    /// The submissions of one document that an answer lists.
    static let submissions = 1024 * 1024

    /// The bytes of a string between its quotes.
    static func json(_ text: some Sequence<UInt8>) -> Int {
        text.reduce(0) { sum, byte in
            switch byte {
            case 0x22, 0x5C, 0x08, 0x09, 0x0A, 0x0C, 0x0D: sum + 2
            case 0..<0x20: sum + 6
            default: sum + 1
            }
        }
    }

    /// The most that an annotation takes with what the service adds to it, ids of entities and resolved dates, and with
    /// the other ways to write its numbers.
    static func most(_ annotation: Annotation, json bytes: Int) -> Int {
        let numbers = 16 * (annotation.quantities.count + annotation.mentions.count)
        return annotation.dates.reduce(bytes + 128 + 40 * annotation.entities.count + numbers) {
            $0 + 48 + 2 * json($1.value.utf8)
        }
    }

    /// Whether a text and its annotation fit into one answer.
    static func fits(_ annotation: Annotation, json bytes: Int, text: [UInt8]) -> Bool {
        // Nothing grows more than this: most documents need no look.
        if 4 * bytes + 6 * text.count < Limits.body - reserve { return true }
        return most(annotation, json: bytes) + json(text) < Limits.body - reserve
    }
}
