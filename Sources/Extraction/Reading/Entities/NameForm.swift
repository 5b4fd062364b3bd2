import Annotation

/// One way in which a document writes a name: the drafts with the same type, words and country around them.
struct NameForm {
    let type: EntityType
    let words: [String]
    /// As the text first has it.
    let surface: String
    /// The country that stands before the name, where its head needs one: `Poland's Defence Ministry`.
    let country: String?
    /// Indexes of drafts, in order.
    var drafts: [Int]
    var isAcronym: Bool
    var isDefinite: Bool
    /// Written with small letters only, as in `armed forces`.
    var isCommon: Bool
    /// The title of a ruler or heir before the name: `king`.
    var royalTitle: String?

    var first: Int { drafts[0] }
}

/// The forms of a document, each once, in order of first appearance.
struct NameForms {
    private(set) var forms: [NameForm] = []
    /// The form of each draft.
    private(set) var formOfDraft: [Int] = []

    init(_ drafts: [NameDraft], countries: [String?], text: TokenizedText) {
        var numbers: [String: Int] = [:]
        formOfDraft.reserveCapacity(drafts.count)
        for (index, draft) in drafts.enumerated() {
            let country = countries[index]
            let key = "\(draft.type.rawValue) \(country ?? "") \(draft.words.joined(separator: " "))"
            if let number = numbers[key] {
                forms[number].drafts.append(index)
                forms[number].isAcronym = forms[number].isAcronym || draft.isAcronym
                forms[number].isDefinite = forms[number].isDefinite || draft.isDefinite
                formOfDraft.append(number)
                continue
            }
            numbers[key] = forms.count
            formOfDraft.append(forms.count)
            forms.append(
                NameForm(
                    type: draft.type, words: draft.words, surface: text.string(of: draft.tokens), country: country,
                    drafts: [index], isAcronym: draft.isAcronym,
                    isDefinite: draft.isDefinite, isCommon: draft.endsInSmallLetter(text),
                    royalTitle: draft.royalTitle(text)))
        }
    }
}

extension NameDraft {
    /// The word before a person's name, where it is a ruler's title.
    func royalTitle(_ text: TokenizedText) -> String? {
        guard type == .person, tokens.lowerBound > 0 else { return nil }
        let bytes = text.bytes(of: tokens.lowerBound - 1)
        guard (3...8).contains(bytes.count) else { return nil }
        let word = Folding.fold(bytes)
        return NameDraft.royalTitles.contains(word) ? word : nil
    }

    private static let royalTitles: Set<String> = [
        "king", "queen", "prince", "princess", "emir", "amir", "sultan", "emperor", "empress",
    ]

    /// Whether the last word begins with a small letter: `Ukrainian army`.
    func endsInSmallLetter(_ text: TokenizedText) -> Bool {
        guard let byte = text.bytes(of: tokens.upperBound - 1).first else { return false }
        return (0x61...0x7A).contains(byte)
    }
}
