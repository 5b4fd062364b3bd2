import Annotation

/// The stage that mends what the recogniser found by rules on words: what a learned model cuts, misses or takes for
/// something else, the same way in every text.
package struct NameReader: ReadingStage {
    package let name = "name rules"
    package let reads: Set<ReadingLayer> = [.recognized]
    package let adds: Set<ReadingLayer> = [.names]

    package init() {}

    /// Joins, adds, retypes and drops names; those of a user's gazetteer stay as they are. Linear.
    package func read(_ reading: inout Reading) {
        var draft = NameDrafts(reading.view)
        CompanyNames.apply(to: &draft)
        PersonForms.apply(to: &draft)
        ThingNames.apply(to: &draft)
        CapitalLines.apply(to: &draft)
        BodyNames.apply(to: &draft)
        reading.view.names = draft.names()
    }
}

/// The names of a document while rules change them: at most one at each token.
struct NameDrafts {
    let view: DocumentView
    private var found: [RecognizedName?]
    private var nameAt: [Int32]

    init(_ view: DocumentView) {
        self.view = view
        found = view.names
        nameAt = [Int32](repeating: -1, count: view.count)
        for (index, name) in view.names.enumerated() {
            for token in name.tokens { nameAt[token] = Int32(index) }
        }
    }

    /// In order of start.
    func names() -> [RecognizedName] {
        found.compactMap(\.self).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The names as they stand, in no order.
    var all: [RecognizedName] { found.compactMap(\.self) }

    func name(at token: Int) -> RecognizedName? {
        guard token >= 0, token < nameAt.count, nameAt[token] >= 0 else { return nil }
        return found[Int(nameAt[token])]
    }

    /// Puts a name over the tokens; those that it touches give way. Nothing happens where a user's own name is touched.
    mutating func put(_ tokens: Range<Int>, _ type: EntityType, confidence: Double = 0.9, subtype: String? = nil) {
        guard !tokens.isEmpty, tokens.allSatisfy({ name(at: $0)?.gazetteer == nil }) else { return }
        for token in tokens { remove(at: token) }
        for token in tokens { nameAt[token] = Int32(found.count) }
        found.append(RecognizedName(tokens: tokens, type: type, subtype: subtype, confidence: confidence))
    }

    mutating func remove(at token: Int) {
        guard let name = name(at: token), name.gazetteer == nil else { return }
        found[Int(nameAt[token])] = nil
        for other in name.tokens { nameAt[other] = -1 }
    }

    // MARK: Words

    /// A word with a capital that may be part of a name: no function word, no weekday.
    func isNameWord(_ token: Int) -> Bool {
        guard view[token].contains(.capital) else { return false }
        let none: WordClasses = [
            .article, .definite, .indefinite, .preposition, .personalPronoun, .subjectPronoun, .calendar, .clauseOpener,
            .complementizer, .relative, .coordinator, .possessivePronoun, .honorific,
        ]
        return view[token].isDisjoint(with: none)
    }

    /// The end of the run of such words that begins at a token, within its sentence.
    func runEnd(_ start: Int, limit: Int) -> Int {
        var end = start
        while end < view.count, end - start < limit, isNameWord(end), end == start || view.areInOneSentence(start, end)
        {
            end += 1
        }
        return end
    }

    /// The start of the run that ends before a token.
    func runStart(_ end: Int, limit: Int) -> Int {
        var start = end
        while start > 0, end - start < limit, isNameWord(start - 1), view.areInOneSentence(start - 1, end - 1) {
            start -= 1
        }
        return start
    }
}
