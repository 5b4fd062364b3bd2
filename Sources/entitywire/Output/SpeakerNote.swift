import Annotation

/// How tables and pages say who spoke: by which words of the text, and whether the text names the speaker there.
struct SpeakerNote {
    /// The name, or the words of the text where nobody is known.
    let name: String
    /// The words by which the text refers to the speaker, where these are not the name.
    let words: String?
    /// Whether the name was concluded rather than read beside the quotation.
    let isInferred: Bool
    /// The probability that the quotation and its speaker are right, where the extractor gives one.
    let confidence: Double?

    init(_ quote: Quote, speaker: Entity?) {
        confidence = quote.confidence
        guard let speaker else {
            name = quote.speakerText ?? "speaker unknown"
            words = nil
            isInferred = false
            return
        }
        name = speaker.name
        // Extractors of other people may leave the basis out: then the words tell.
        let isNamed =
            quote.speakerBasis.map { $0 == .named } ?? quote.speakerText.map { Self.isName($0, of: speaker) } ?? false
        words = isNamed ? nil : quote.speakerText
        isInferred = !isNamed
    }

    /// Beside a quotation in the text: `López Obrador, inferred`.
    var short: String { isInferred ? "\(name), inferred" : name }

    /// What a list says beside the name: `inferred 0.72`; nil where the text names the speaker.
    var inference: String? {
        guard isInferred else { return nil }
        return confidence.map { "inferred \(($0 * 100).rounded() / 100)" } ?? "inferred"
    }

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
