import Annotation

// What each citing word cites.
extension SourceParser {
    /// `According to X`, `citing X`: an outlet, an unclear name, or a press service; not people, not institutions.
    func following(_ index: Int, isNamed: Bool) -> Range<Int>? {
        guard !text.opensLine(index) else { return nil }
        if let press = pressNoun(from: index) { return press }
        guard let found = candidate(at: index) else { return nil }
        if bearer(found) == .outlet { return found.pieces }
        guard isNamed, mayBeOutlet(found), found.pieces.count <= 3, !isAcronym(found) else { return nil }
        return found.type != nil && endsClause(found.pieces.upperBound) ? found.pieces : nil
    }

    func outlet(following index: Int) -> Range<Int>? {
        guard !text.opensLine(index), let found = candidate(at: index), bearer(found) == .outlet else {
            return nil
        }
        return found.pieces
    }

    /// `An interview with X`: any name that may be an outlet's; people give interviews too.
    func interviewer(at index: Int) -> Range<Int>? {
        if let known = outlet(following: index) { return known }
        guard !text.opensLine(index), let found = candidate(at: index), mayBeOutlet(found), found.type != nil else {
            return nil
        }
        return found.pieces
    }

    /// `A Bloomberg report`.
    func outlet(before index: Int) -> Range<Int>? {
        guard let found = candidate(before: index), bearer(found) == .outlet else { return nil }
        return found.pieces
    }

    /// `A story in the newspaper X`, `a report by X`.
    func outlet(afterPiece index: Int) -> Range<Int>? {
        let isLinked = ["by", "in", "from", "on"].contains { text.is(index + 1, $0) }
        return isLinked ? outlet(following: index + 2) : nil
    }

    /// `X reports`: an outlet by its words, or any name where the sentence only says who reported: `…, X reports.`
    func reporting(at index: Int) -> Range<Int>? {
        guard let found = candidate(before: index) else { return nil }
        if bearer(found) == .outlet { return found.pieces }
        guard mayBeOutlet(found) else { return nil }
        // `the MTX agency reported`
        if found.pieces.upperBound < index, text.has(found.pieces.upperBound, .mediumNoun) { return found.pieces }
        let before = found.pieces.lowerBound - 1
        if text.is(before, "as") || (text.is(before, "the") && text.is(before - 1, "as")) { return found.pieces }
        return text.mark(before) == Mark.comma && endsClause(index + 1) ? found.pieces : nil
    }

    func saying(at index: Int) -> Range<Int>? {
        if let press = pressNoun(before: index) { return press }
        guard let found = candidate(before: index), found.type != .person, bearer(found) == .outlet else {
            return nil
        }
        return found.pieces
    }

    /// `told X`: an outlet, or an organisation that is no institution.
    func told(at index: Int) -> Range<Int>? {
        guard !text.opensLine(index + 1), let found = candidate(at: index + 1) else { return nil }
        if bearer(found) == .outlet { return found.pieces }
        guard mayBeOutlet(found), found.type != nil || isAcronym(found), !isDescription(found.pieces.upperBound) else {
            return nil
        }
        return found.pieces
    }

    /// "Told UNHCR officials": the name only describes those who were told.
    private func isDescription(_ index: Int) -> Bool {
        guard text.isWord(index), !text.opensLine(index), !text.isCapital(index) else { return false }
        return !text.has(index, .tellComplement)
    }

    /// `quoted by X`; `X quoted the politician as saying`.
    func quoting(at index: Int) -> Range<Int>? {
        if text.is(index + 1, "by") { return following(index + 2, isNamed: true) }
        guard let found = candidate(before: index) else { return nil }
        if bearer(found) == .outlet { return found.pieces }
        let says = (index + 1..<min(index + 10, text.count)).contains { text.is($0, "as") && text.is($0 + 1, "saying") }
        return says && bearer(found) != .institution ? found.pieces : nil
    }

    /// `Source: X` to the end of its line, where this is short.
    func sourceLine(at index: Int) -> Range<Int>? {
        guard text.opensLine(index), text.mark(index + 1) == Mark.colon else { return nil }
        var end = index + 2
        while end < text.count, !text.opensLine(end), end - index < 14 { end += 1 }
        guard end > index + 2, text.opensLine(end), !text.opensLine(index + 2) else { return nil }
        if text.mark(end - 1) == Mark.dot { end -= 1 }
        return index + 2..<end
    }

    // MARK: Press services

    /// `the MoD press service`, `the press service of the ministry`: from its name to its noun.
    func pressNoun(from index: Int) -> Range<Int>? {
        var start = index
        while start < index + 2, text.is(start, "the") || text.has(start, .indefinite) { start += 1 }
        for noun in start..<min(start + 8, text.count) {
            guard text.isWord(noun) || Mark.isApostrophe(text.mark(noun)), noun == start || !text.opensLine(noun) else {
                return nil
            }
            if text.has(noun, .pressNoun), text.has(noun + 1, .serviceNoun) { return start..<owner(behind: noun + 2) }
            guard text.isCapital(noun) || text.is(noun, "s") || !text.isWord(noun) || !isCue(noun) else {
                return nil
            }
        }
        return nil
    }

    /// The same before its verb: `the fleet press office said`.
    func pressNoun(before index: Int) -> Range<Int>? {
        guard index > 1, text.has(index - 1, .serviceNoun), text.has(index - 2, .pressNoun) else { return nil }
        var start = index - 2
        while start > 0, index - start < 9, !text.opensLine(start), isOwner(start - 1) { start -= 1 }
        while text.is(start, "the"), start < index - 2 { start += 1 }
        return start..<index
    }

    /// `the press service of the ministry` wherever it stands.
    func pressService(at index: Int) -> Range<Int>? {
        guard index > 0, text.has(index - 1, .pressNoun), text.is(index + 1, "of"), !text.opensLine(index) else {
            return nil
        }
        let end = owner(behind: index + 1)
        return end > index + 1 ? index - 1..<end : nil
    }

    private func isOwner(_ index: Int) -> Bool {
        text.isCapital(index) && !text.is(index, "the") || text.is(index, "s") || Mark.isApostrophe(text.mark(index))
            || text.has(index, .pressOwner)
    }

    /// `… of the Ministry of Defence` behind the noun.
    private func owner(behind index: Int) -> Int {
        guard text.is(index, "of"), !text.opensLine(index) else { return index }
        let start = text.is(index + 1, "the") ? index + 2 : index + 1
        guard let found = candidate(at: start), found.pieces.lowerBound == start else { return index }
        return found.pieces.upperBound
    }

    /// `X's office.`: a sentence of nothing else, as translated credits have it.
    func officeAlone(at index: Int) -> Range<Int>? {
        guard index > 2, text.is(index - 1, "s"), endsSentence(index + 1) else { return nil }
        var start = index
        while start > 0, index - start < 8, !text.pieces[start].opensSentence { start -= 1 }
        guard text.pieces[start].opensSentence, index - start > 2,
            (start..<index - 2).allSatisfy({ text.isCapital($0) }), Mark.isApostrophe(text.mark(index - 2))
        else { return nil }
        return start..<index + 1
    }

    // MARK: What stands around

    func isAcronym(_ candidate: Candidate) -> Bool {
        guard candidate.pieces.count == 1 else { return false }
        return text.bytes(of: candidate.pieces.lowerBound).allSatisfy { $0 < 0x61 }
    }

    private func endsSentence(_ index: Int) -> Bool {
        text.opensLine(index) || text.pieces[index].opensSentence || text.mark(index) == Mark.dot
    }

    func endsClause(_ index: Int) -> Bool {
        if text.opensLine(index) || text.pieces[index].opensSentence { return true }
        let mark = text.mark(index)
        return mark == Mark.dot || mark == Mark.comma || mark == Mark.closing || mark == 0x3B || mark == Mark.colon
    }
}
