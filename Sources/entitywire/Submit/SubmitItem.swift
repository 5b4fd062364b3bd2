import Wire

/// One document on its way to the service, or the reason why it does not go.
struct SubmitItem: Sendable {
    struct Document: Sendable {
        var text: [UInt8]
        var submission: Submission
    }

    /// For messages: `docs.jsonl:12` or `a.txt`.
    var origin: String
    var content: Result<Document, Refusal>
    /// The line as it stood in the input, for the rejects file.
    var line: [UInt8]?
    /// Where refused lines of this input go.
    var rejects: String?
    /// The bytes of the input that are done with it.
    var size: Int
}
