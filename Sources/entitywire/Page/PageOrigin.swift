import Annotation
import Wire

/// What a page says of where its text is from: a title that reads as one, the file, the date.
struct PageOrigin {
    /// The title of the text, that of a submission, or the first words of the text.
    let title: String
    /// Whether a submission gives the title and the text has none.
    let isGiven: Bool
    /// The submission's id, as a rule the file's name; the file itself where there is none.
    let file: String?
    /// The outlet, where a submission names it.
    let source: String?
    /// When the text was published; the earliest date that was given, where the text has none.
    let published: String?

    init(_ text: String, _ annotation: Annotation, _ submissions: [Submission], file: String?) {
        let given = submissions.lazy.compactMap(\.title).first
        title =
            annotation.title?.text ?? given ?? Self.opening(text, annotation.sections) ?? file ?? annotation.document
        isGiven = annotation.title == nil && given != nil
        self.file = submissions.lazy.compactMap(\.id).first ?? file
        source = submissions.lazy.compactMap(\.source).first
        published = annotation.published?.value ?? submissions.compactMap(\.published).min()
    }

    /// The longest that a title of first words becomes, in characters.
    private static let openingLength = 90

    /// The first line with words in it after the dateline, cut between words.
    private static func opening(_ text: String, _ sections: [Section]) -> String? {
        let body = sections.first { $0.kind != .dateline && $0.kind != .boilerplate }
        // A text may be one line of megabytes.
        let head = text.unicodeScalars.dropFirst(body?.start ?? 0).prefix(4_000)
        let lines = head.split { $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" }
        guard let line = lines.first(where: { $0.contains { $0.properties.isAlphabetic } }) else { return nil }
        let words = String(line).split(whereSeparator: \.isWhitespace)
        var result = ""
        for word in words {
            guard result.count + 1 + word.count < openingLength else {
                return result.isEmpty ? "\(word.prefix(openingLength))…" : "\(result)…"
            }
            result += result.isEmpty ? "\(word)" : " \(word)"
        }
        return result
    }
}
