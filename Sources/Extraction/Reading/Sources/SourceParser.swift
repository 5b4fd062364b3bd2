import Annotation

/// Finds what a text cites, from the words that cite: each look goes a few pieces to either side, so the work is linear.
struct SourceParser {
    /// A name, or a run of capitals that the recogniser does not know.
    struct Candidate {
        var pieces: Range<Int>
        /// Nil for a run of capitals.
        var type: EntityType?
    }

    enum Bearer { case outlet, institution, unclear }

    let view: DocumentView
    let text: PieceText

    init(_ view: DocumentView) {
        self.view = view
        text = view.pieces
    }

    /// What the word at an index cites.
    func source(at index: Int) -> Range<Int>? {
        let word = text.pieces[index].classes
        if word.contains(.according) { return text.is(index + 1, "to") ? following(index + 2, isNamed: true) : nil }
        if word.contains(.outletVerb) {
            if text.is(index + 1, "by") { return following(index + 2, isNamed: true) }
            return reporting(at: index) ?? pressNoun(before: index) ?? outlet(following: index + 1)
        }
        if word.contains(.announcingVerb) {
            return saying(at: index) ?? (text.is(index + 1, "on") ? outlet(following: index + 2) : nil)
        }
        if word.contains(.tellVerb) { return told(at: index) }
        if word.contains(.citingParticiple) { return following(index + 1, isNamed: true) }
        if word.contains(.quotingVerb) { return quoting(at: index) }
        if word.contains(.talkWord) { return isAddressed(index) ? outlet(following: index + 2) : nil }
        if word.contains(.publishVerb) { return text.is(index + 1, "by") ? outlet(following: index + 2) : nil }
        if word.contains(.pieceNoun) { return outlet(before: index) ?? outlet(afterPiece: index) }
        if word.contains(.serviceNoun) { return pressService(at: index) ?? officeAlone(at: index) }
        if text.is(index, "per") { return outlet(following: index + 1) }
        if text.is(index, "interview") { return isAddressed(index) ? interviewer(at: index + 2) : nil }
        return text.is(index, "source") || text.is(index, "sources") ? sourceLine(at: index) : nil
    }

    /// `with X`, `to X`, `for X`.
    private func isAddressed(_ index: Int) -> Bool {
        ["with", "to", "for"].contains { text.is(index + 1, $0) }
    }

    /// A word that cites, or one that the rules go by.
    func isCue(_ index: Int) -> Bool {
        let cues: WordClasses = [
            .according, .outletVerb, .announcingVerb, .tellVerb, .quotingVerb, .talkWord, .publishVerb, .pieceNoun,
            .pressNoun, .serviceNoun, .mediumNoun, .outletAuxiliary, .preposition, .definite, .complementizer,
        ]
        return !text.pieces[index].classes.isDisjoint(with: cues)
    }

    // MARK: Names

    /// The name that begins at an index, behind an article and a noun like `newspaper`.
    func candidate(at index: Int) -> Candidate? {
        var start = Self.quotationMarks.contains(text.mark(index)) ? index + 1 : index
        while start < index + 5, !text.opensLine(start), text.isWord(start) || isQuoted(start, from: index) {
            if !text.isWord(start) {
                start += 1
                continue
            }
            if let name = name(at: start), Int(text.pieces[start].token) == name.tokens.lowerBound {
                let end = end(of: name, from: start)
                // "New York" is a place, "New York Times" is none.
                let run = capitals(from: start)
                let isLonger = run > end && name.type != .organization && bearer(start..<run) == .outlet
                return Candidate(pieces: start..<(isLonger ? run : end), type: isLonger ? nil : type(of: name))
            }
            let isThe = text.is(start, "the")
            if text.isCapital(start), !isThe { return Candidate(pieces: start..<capitals(from: start), type: nil) }
            guard isThe || text.has(start, .outletDescriber) || text.has(start, .mediumNoun) else { return nil }
            start += 1
        }
        return nil
    }

    /// `told the "Evening Echo"`
    private func isQuoted(_ index: Int, from first: Int) -> Bool {
        index > first && Self.quotationMarks.contains(text.mark(index)) && text.isCapital(index + 1)
    }

    private static let quotationMarks: Set<UInt32> = [0x22, 0x27, 0x2018, 0x201C, 0xAB]

    /// The name that ends before an index, with auxiliaries or a noun like `newspaper` between.
    func candidate(before index: Int) -> Candidate? {
        var end = index
        while end > 0, index - end < 3, !text.opensLine(end), isBetween(end - 1) { end -= 1 }
        guard end > 0, !text.opensLine(end), text.isWord(end - 1) || text.isNumber(end - 1) else { return nil }
        if let name = name(at: end - 1) {
            var start = end - 1
            while start > 0, Int(text.pieces[start - 1].token) >= name.tokens.lowerBound { start -= 1 }
            return Candidate(pieces: start..<end, type: type(of: name))
        }
        var start = end
        while start > 0, end - start < 6, text.isCapital(start - 1), start == end || !text.opensLine(start) {
            start -= 1
        }
        if start < end, text.is(start, "the") || text.is(start, "as") || text.pieces[start].length == 1 { start += 1 }
        return start < end ? Candidate(pieces: start..<end, type: nil) : nil
    }

    /// A place that no table knows may as well be an outlet.
    private func type(of name: RecognizedName) -> EntityType {
        name.type == .location && name.subtype == nil ? .miscellaneous : name.type
    }

    /// Words between an outlet and its verb: `has`, `newspaper`; not the last word of the `China Daily`.
    private func isBetween(_ index: Int) -> Bool {
        text.has(index, .outletAuxiliary) || (text.has(index, .mediumNoun) && !text.isCapital(index))
    }

    private func name(at index: Int) -> RecognizedName? { view.name(at: Int(text.pieces[index].token)) }

    func isPerson(_ index: Int) -> Bool { name(at: index)?.type == .person }

    private func end(of name: RecognizedName, from start: Int) -> Int {
        var end = start
        while end < text.count, Int(text.pieces[end].token) < name.tokens.upperBound { end += 1 }
        return end
    }

    private func capitals(from start: Int) -> Int {
        var end = start
        while end < text.count, end - start < 6, text.isCapital(end), end == start || !text.opensLine(end) { end += 1 }
        return end
    }

    /// Whether a name is that of an outlet, by its words or by a noun beside it.
    func bearer(_ candidate: Candidate) -> Bearer {
        let byWords = bearer(candidate.pieces)
        guard byWords != .outlet else { return byWords }
        switch candidate.type {
        // "A local Arabic daily", "the broadcaster David …"
        case .group, .location, .person, .facility: return byWords
        // `the Young Writers Club news agency`
        default: return isBesideMedium(candidate.pieces) ? .outlet : byWords
        }
    }

    /// Whether the words of a name show that it is an outlet.
    func bearer(_ pieces: Range<Int>) -> Bearer {
        var result = Bearer.unclear
        for index in pieces {
            if text.has(index, .institutionWord) { return .institution }
            let isPart = text.has(index, .outletWord) && (pieces.count > 1 || text.is(index - 1, "the"))
            if isPart || text.has(index, .outletName) { result = .outlet }
        }
        return result
    }

    /// `the Milenio newspaper`, `broadcaster eNCA`, `news agency KNO`.
    private func isBesideMedium(_ pieces: Range<Int>) -> Bool {
        func isMedium(_ index: Int) -> Bool {
            guard text.has(index, .mediumNoun), !text.isCapital(index) else { return false }
            return !text.has(index, .generalMedium) || text.is(index - 1, "news") || text.has(index - 1, .pressNoun)
        }
        let next =
            text.is(pieces.upperBound, "news") || text.has(pieces.upperBound, .pressNoun)
            ? pieces.upperBound + 1 : pieces.upperBound
        if !text.opensLine(pieces.upperBound), isMedium(next) { return true }
        return !text.opensLine(pieces.lowerBound) && isMedium(pieces.lowerBound - 1)
    }

    /// Whether a name of this kind may be an outlet though its words do not show it.
    func mayBeOutlet(_ candidate: Candidate) -> Bool {
        guard bearer(candidate.pieces) != .institution, candidate.pieces.count <= 4 else { return false }
        switch candidate.type {
        case .organization, .product, .miscellaneous, nil: return true
        default: return false
        }
    }
}
