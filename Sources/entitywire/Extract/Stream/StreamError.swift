/// Why a line of the input has no annotation: what stands in its line of the output.
struct StreamError: Error, Sendable, Equatable, Codable {
    /// A program that does not know a code takes it for final: the same line would fail again.
    enum Code: String, Sendable, Codable, CaseIterable {
        /// The line is not a JSON object in UTF-8.
        case malformed
        /// A field is missing or cannot be accepted.
        case badField = "bad_field"
        /// The line or its text is above the limit.
        case tooLarge = "too_large"
        /// The process that extracted the text ended, twice.
        case extractorDied = "extractor_died"
        /// The extraction took longer than allowed.
        case timeLimit = "time_limit"
    }

    var code: Code
    /// A sentence, the same for the same line in every run.
    var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
