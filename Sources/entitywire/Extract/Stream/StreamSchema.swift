import Annotation

/// A line of the output of `extract --stream`, member by member.
enum StreamSchema {
    static let line = ObjectShape(
        "A line of the output of entitywire extract --stream: with document and annotation, or with error. What --keep "
            + "names stands beside them as it stood in the input.",
        [
            .maybe("id", .string(), "The input's own id, as it was given; a whole number as it was written."),
            .maybe("document", .string(pattern: "[0-9a-f]{64}"), "The key of the text: the SHA-256 of its bytes."),
            .maybe("annotation", .object(AnnotationSchema.annotation), "What was found in the text."),
            .maybe("error", .object(error), "Why nothing was found."),
        ])

    private static let error = ObjectShape(
        "Why a line has no annotation. The same line would fail again.",
        [
            .always("code", .choice(StreamError.Code.allCases.map(\.rawValue)), "What kind of fault it is."),
            .always("message", .string(length: 1...1_000), "A sentence for people."),
        ])
}
