import Annotation
import Wire

/// A result as it came: its exact bytes and what they say.
struct Finding {
    var extractor: String
    var annotation: Annotation
    var json: [UInt8]

    /// The first thing wrong with the result of a text; nil where every fact is proved.
    func problem(text: [UInt8]) -> String? {
        guard annotation.extractor == extractor else { return "extractor is not that of the message." }
        if let problem = annotation.problems(in: text).first { return problem }
        guard AnswerSize.fits(annotation, json: json.count, text: text) else {
            return "it is too large to be given back in one answer with its text."
        }
        return nil
    }

    /// Throws `bad_field` with the first problem.
    func check(text: [UInt8]) throws(WireError) {
        if let problem = problem(text: text) { throw refusal(problem) }
    }

    func refusal(_ problem: String) -> WireError {
        .badField("annotation", "The annotation is wrong: \(problem)")
    }
}
