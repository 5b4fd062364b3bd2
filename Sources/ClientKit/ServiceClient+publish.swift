public import Annotation
public import Wire

extension ServiceClient {
    /// Publishes a text with what an extractor of the caller's found in it; returns when both are on disk.
    ///
    /// - Parameters:
    ///   - text: the bytes of the document, UTF-8, at most `Limits.text`.
    ///   - submission: where the text was met.
    ///   - annotation: of this very text; its `extractor` names the version that made it.
    /// - Throws: ``ClientError``; `refused` with `bad_field` where the annotation does not fit the text.
    public func publish(
        _ text: [UInt8], _ submission: Submission = Submission(), _ annotation: Annotation
    ) async throws(ClientError) -> Stored {
        try Self.check(text, submission)
        let publish = Publish(sha256: annotation.document, submission: submission, extractor: annotation.extractor)
        guard let body = try? CanonicalJSON.encode(annotation), body.count <= Limits.body else {
            throw ClientError(.invalid, "The annotation is above the limit of \(Limits.body) bytes.")
        }
        let request = Envelope(.publish, requestID: [], publish, bodies: [text, body])
        return try await header(of: work, request, options.timeout, expecting: .stored)
    }
}
