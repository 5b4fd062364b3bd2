import Annotation

/// On which side of publication a date lies that does not say so itself: that of the verb it stands with.
///
/// The nearest verb decides, before the date and, where the date begins its clause, behind it. The words are those of
/// `Lexicon/en/time.txt`. News speaks of the past unless it says otherwise: no cue means nothing.
struct DateTense: Sendable {
    let text: PieceText

    private static let reach = 24

    /// The match with its side, where it has none and the verb tells one.
    func sided(_ match: DateMatch) -> DateMatch {
        guard match.type == .date || match.type == .time, isOpen(match), match.offset?.direction == nil,
            match.offset?.count == nil, let direction = direction(of: match.pieces), direction != .past
        else { return match }
        // A day of the month is near its publication: where the verb is in doubt, nearness decides.
        if direction == .unknown, !match.value.hasPrefix("XXXX-WXX") { return match }
        var result = match
        result.offset = match.offset ?? DateOffset()
        result.offset?.direction = direction
        return result
    }

    /// A weekday, a month, a day, a quarter: what comes back each week or year.
    private func isOpen(_ match: DateMatch) -> Bool {
        guard match.value.hasPrefix("XXXX-"), match.value != "XXXX-XX" else { return false }
        return !match.value.hasPrefix("XXXX-XX-XX") && match.value != "XXXX-WXX" && match.value != "XXXX-QX"
    }

    private func direction(of pieces: Range<Int>) -> DateOffset.Direction? {
        let start = pieces.lowerBound
        if text.is(start, "since") || text.is(start - 1, "since") { return .past }
        let opensClause =
            text.pieces[start].opensSentence || text.mark(start - 1) == Mark.comma || text.has(start - 1, .coordinator)
        return opensClause ? behind(pieces) ?? before(start) : before(start) ?? behind(pieces)
    }

    private func before(_ start: Int) -> DateOffset.Direction? {
        var index = start
        while index > 0, start - index < Self.reach, !text.pieces[index].opensSentence {
            index -= 1
            if let direction = cue(index, steps: start - index) { return direction }
        }
        return nil
    }

    private func behind(_ pieces: Range<Int>) -> DateOffset.Direction? {
        var index = pieces.upperBound
        while index < text.count, index - pieces.upperBound < Self.reach, !text.pieces[index].opensSentence {
            if let direction = cue(index, steps: Self.reach) { return direction }
            index += 1
        }
        return nil
    }

    private func cue(_ index: Int, steps: Int) -> DateOffset.Direction? {
        guard text.isWord(index), !text.isCapital(index) || text.pieces[index].opensSentence else { return nil }
        if text.is(index, "won"), Mark.isApostrophe(text.mark(index + 1)) { return .future }
        if text.has(index, .futureCue) { return futureCue(index) }
        if text.has(index, .pastVerb) || endsAsPast(index) { return .past }
        // "The law takes effect in July": only right before the date and in a whole sentence.
        guard text.has(index, .scheduleVerb), steps <= 6, isInWholeSentence(index) else { return nil }
        return .future
    }

    /// `Will` always; `would` unless `have` follows; `due`, `plans` and the like with what is due.
    private func futureCue(_ index: Int) -> DateOffset.Direction? {
        if text.is(index, "would") || text.is(index, "may") || text.is(index, "might") || text.is(index, "must") {
            return text.is(index + 1, "have") ? .past : .future
        }
        let isModal = text.is(index, "will") || text.is(index, "shall") || text.is(index, "ll") || text.is(index, "can")
        if isModal || text.is(index, "upcoming") { return .future }
        let isDue = ["due", "scheduled", "slated", "expected", "poised", "planned"].contains { word in
            text.bytes(of: index).elementsEqual(word.utf8)
        }
        guard isDue || text.is(index + 1, "to") || text.is(index + 1, "for") else {
            return endsAsPast(index) ? .past : nil
        }
        if text.is(index - 1, "was") || text.is(index - 1, "were") || text.is(index - 1, "been") { return .unknown }
        return .future
    }

    /// A word in `-ed` that is no noun or adverb.
    private func endsAsPast(_ index: Int) -> Bool {
        guard text.pieces[index].length >= 4, text.bytes(of: index).suffix(2).elementsEqual("ed".utf8) else {
            return false
        }
        return !text.bytes(of: index).suffix(3).elementsEqual("eed".utf8) && !text.is(index, "hundred")
    }

    private func isInWholeSentence(_ index: Int) -> Bool {
        var end = index + 1
        while end < text.count, end - index < 60, !text.pieces[end].opensSentence, !text.opensLine(end) { end += 1 }
        return [Mark.dot, 0x22, 0x201D, 0x21, 0x3F].contains(text.mark(end - 1))
    }
}
