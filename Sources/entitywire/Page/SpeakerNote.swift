import Annotation

/// How a page says who spoke: by which words of the text, and whether the text names the speaker there.
struct SpeakerNote {
    /// The name, or the words of the text where nobody is known.
    let name: String
    /// The words by which the text refers to the speaker, where these are not the name.
    let words: String?
    /// Whether the name was concluded rather than read beside the quotation.
    let isInferred: Bool

    init(_ quote: Quote, speaker: Entity?) {
        guard let speaker else {
            name = quote.speakerText ?? "speaker unknown"
            words = nil
            isInferred = false
            return
        }
        name = speaker.name
        let isNamed = quote.speakerText.map { text in Self.isName(text, of: speaker) } ?? false
        words = isNamed ? nil : quote.speakerText
        isInferred = !isNamed
    }

    /// Beside a quotation in the text: `López Obrador, inferred`.
    var short: String { isInferred ? "\(name), inferred" : name }

    /// In one line: `the president → López Obrador, inferred`.
    var line: String { words.map { "\($0) → \(short)" } ?? short }

    private static func isName(_ text: String, of speaker: Entity) -> Bool {
        let text = text.lowercased()
        return ([speaker.name] + speaker.aliases).contains { form in
            text.contains(form.lowercased())
                || Set(text.split(separator: " ")).isSubset(of: form.lowercased().split(separator: " "))
        }
    }
}
