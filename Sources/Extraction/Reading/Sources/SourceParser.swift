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

    let text: PieceText
    /// The index into `names` of each token's name, or -1.
    let nameOfToken: [Int32]
    let names: [RecognizedName]

    init(_ text: PieceText, _ reading: Reading) {
        self.text = text
        names = reading.names
        var nameOfToken = [Int32](repeating: -1, count: reading.text.tokens.count)
        for (index, name) in reading.names.enumerated() {
            for token in name.tokens { nameOfToken[token] = Int32(index) }
        }
        self.nameOfToken = nameOfToken
    }

    /// The piece ranges that the word at an index cites.
    func sources(at index: Int) -> [Range<Int>] {
        guard let cue = word(index) else { return [] }
        let source: Range<Int>? =
            switch cue {
            case .according: word(index + 1) == .to ? following(index + 2, isNamed: true) : nil
            case .report where word(index + 1) == .by: following(index + 2, isNamed: true)
            case .report: reporting(at: index) ?? pressNoun(before: index) ?? outlet(following: index + 1)
            case .say: saying(at: index)
            case .tell: told(at: index)
            case .quote: quoting(at: index)
            case .per: outlet(following: index + 1)
            case .cite: following(index + 1, isNamed: true)
            case .speak: [.with, .to].contains(word(index + 1)) ? outlet(following: index + 2) : nil
            case .interview: [.with, .to].contains(word(index + 1)) ? interviewer(at: index + 2) : nil
            case .publish: word(index + 1) == .by ? outlet(following: index + 2) : nil
            case .piece: outlet(before: index) ?? outlet(afterPiece: index)
            case .source: sourceLine(at: index)
            case .service: pressService(at: index) ?? officeAlone(at: index)
            default: nil
            }
        return source.map { [$0] } ?? []
    }

    func word(_ index: Int) -> SourceWord? { text.look(index, in: SourceWord.table) }

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
            let isThe = word(start) == .the
            if text.isCapital(start), !isThe { return Candidate(pieces: start..<capitals(from: start), type: nil) }
            guard isThe || Self.describing.has(text, start) || word(start) == .medium else { return nil }
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
        if start < end, word(start) == .the || word(start) == .as || text.pieces[start].length == 1 { start += 1 }
        return start < end ? Candidate(pieces: start..<end, type: nil) : nil
    }

    /// A place that no table knows may as well be an outlet.
    private func type(of name: RecognizedName) -> EntityType {
        name.type == .location && name.subtype == nil ? .miscellaneous : name.type
    }

    /// Words between an outlet and its verb: `has`, `newspaper`; not the last word of the `China Daily`.
    private func isBetween(_ index: Int) -> Bool {
        word(index) == .auxiliary || (word(index) == .medium && !text.isCapital(index))
    }

    private func name(at index: Int) -> RecognizedName? {
        let token = Int(text.pieces[index].token)
        guard token >= 0, nameOfToken[token] >= 0 else { return nil }
        return names[Int(nameOfToken[token])]
    }

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

    private static let describing = WordTable<Bool>(
        [
            "a", "an", "state", "local", "news", "private", "public", "national", "television", "tv", "radio", "owned",
            "run", "daily",
        ]
        .map { ($0, true) })

    /// Whether a name is that of an outlet, by its words or by a noun beside it.
    func bearer(_ candidate: Candidate) -> Bearer {
        let byWords = bearer(candidate.pieces)
        guard byWords == .unclear else { return byWords }
        switch candidate.type {
        // "A local Arabic daily", "the broadcaster David …"
        case .group, .location, .person, .facility: return .unclear
        default: return isBesideMedium(candidate.pieces) ? .outlet : .unclear
        }
    }

    /// Whether the words of a name show that it is an outlet.
    func bearer(_ pieces: Range<Int>) -> Bearer {
        var result = Bearer.unclear
        for index in pieces {
            switch text.look(index, in: OutletWord.table) {
            case .institution: return .institution
            case .known: result = .outlet
            case .medium where pieces.count > 1 || word(index - 1) == .the: result = .outlet
            default: continue
            }
        }
        return result
    }

    /// `the Milenio newspaper`, `broadcaster eNCA`, `news agency KNO`.
    private func isBesideMedium(_ pieces: Range<Int>) -> Bool {
        func isMedium(_ index: Int) -> Bool {
            guard word(index) == .medium, !text.isCapital(index) else { return false }
            return !Self.general.has(text, index) || word(index - 1) == .news || word(index - 1) == .press
        }
        let next =
            word(pieces.upperBound) == .news || word(pieces.upperBound) == .press
            ? pieces.upperBound + 1 : pieces.upperBound
        if !text.opensLine(pieces.upperBound), isMedium(next) { return true }
        return !text.opensLine(pieces.lowerBound) && isMedium(pieces.lowerBound - 1)
    }

    /// Media of other kinds too: agencies, sites, networks.
    private static let general = WordTable<Bool>(
        ["agency", "site", "network", "station", "portal", "channel"].map { ($0, true) })

    /// Whether a name of this kind may be an outlet though its words do not show it.
    func mayBeOutlet(_ candidate: Candidate) -> Bool {
        guard bearer(candidate.pieces) != .institution, candidate.pieces.count <= 4 else { return false }
        switch candidate.type {
        case .organization, .product, .miscellaneous, nil: return true
        default: return false
        }
    }
}
