import Annotation
import Wire

/// A result as it came: its exact bytes and what they say.
struct Finding {
    var extractor: String
    var annotation: Annotation
    var json: [UInt8]

    /// What is wrong with the result of a text, all of it; empty where every fact is proved.
    func problems(text: [UInt8]) -> [String] {
        var problems = annotation.extractor == extractor ? [] : ["extractor is not that of the message."]
        problems += annotation.problems(in: text)
        if !AnswerSize.fits(annotation, json: json.count, text: text) {
            problems.append("it is too large to be given back in one answer with its text.")
        }
        return problems
    }

    /// Throws `bad_field` with all problems.
    func check(text: [UInt8]) throws(WireError) {
        let problems = problems(text: text)
        if !problems.isEmpty { throw .badAnnotation(problems) }
    }
}
