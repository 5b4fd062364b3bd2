import Annotation

/// Who said something, by which words, and who passed it on.
struct Attribution: Sendable, Equatable {
    var speaker: Int?
    var speakerTokens: Range<Int>?
    var cue: Range<Int>?
    var source: Int?
    /// A verb of saying or a colon stands right beside the words.
    var isAttached = false
    /// Somebody says the words whom the text does not name, or whom the rules do not find: not whoever spoke last.
    var isUnknown = false

    /// How the text tells who speaks, where somebody is known to.
    func basis(in view: DocumentView) -> Quote.SpeakerBasis? {
        guard let speaker else { return nil }
        guard let speakerTokens else { return .carried }
        if speakerTokens.count == 1,
            !view[speakerTokens.lowerBound].isDisjoint(with: WordClasses.subjects.union([.personalPronoun]))
        {
            return .pronoun
        }
        // `Jane Roe's office` is not she herself.
        if view[speakerTokens.upperBound - 1].contains(.pressOffice) { return .described }
        let isNamed = speakerTokens.contains { token in
            view.mention(at: token).map { $0.kind == .name && $0.entity == speaker } ?? false
        }
        return isNamed ? .named : .described
    }
}
