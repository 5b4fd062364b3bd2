import Annotation

/// Finds the date of publication in a text: stated in a dateline, by-line or imprint, or forced by `today (July 28, 2022)`.
///
/// A stamp in a side-bar proves only when the page was captured, and is never taken.
struct PublicationDate {
    let reading: Reading
    let text: PieceText
    /// The dates of the fact-bearing sections in order.
    let matches: [DateMatch]

    func find() -> Published? {
        if let stated = statedInText() ?? statedBesideBody() { return Published(value: stated, basis: .stated) }
        return besideToday().map { Published(value: $0, basis: .inferred) }
    }

    // MARK: Stated

    private func statedInText() -> String? {
        let first = reading.sections.first { $0.kind == .body }?.bytes
        for match in matches.prefix(40) where isFull(match) {
            let start = Int(text.pieces[match.pieces.lowerBound].start)
            let line = lineStart(of: match.pieces.lowerBound, in: text)
            let isInDateline = reading.sections.contains { $0.kind == .dateline && $0.bytes.contains(start) }
            let opensBody = first.map { Int(text.pieces[line].start) <= firstWord(of: $0) } ?? (line == 0)
            if isUpdate(match, in: text) { continue }
            if isInDateline || opensBody && isDateline(match) { return day(match) }
        }
        return matches.first { isFull($0) && isImprint($0, in: text) }.map(day)
    }

    /// Lines before the body and the one behind it that say `Published` themselves, though they belong to the page.
    private func statedBesideBody() -> String? {
        guard let body = reading.sections.firstIndex(where: { $0.kind == .body }),
            let last = reading.sections.lastIndex(where: { $0.kind == .body })
        else { return nil }
        for (index, section) in reading.sections.enumerated() where section.kind == .boilerplate {
            guard index < body || index == last + 1 else { continue }
            // One line behind the body, a by-line's length before it: what follows belongs to others.
            let limit = index < body ? 2000 : 200
            let range = section.bytes.lowerBound..<min(section.bytes.upperBound, section.bytes.lowerBound + limit)
            let page = PieceText(bytes: reading.text.bytes, range: wholeScalars(range))
            if let found = DateReader.matches(in: page).first(where: { isFull($0) && isImprint($0, in: page) }) {
                return day(found)
            }
        }
        return nil
    }

    private func wholeScalars(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end < reading.text.bytes.count, end > range.lowerBound, reading.text.bytes[end] & 0xC0 == 0x80 {
            end -= 1
        }
        return range.lowerBound..<end
    }

    private func firstWord(of range: Range<Int>) -> Int {
        range.first { reading.text.bytes[$0] > 0x20 } ?? range.lowerBound
    }

    /// `DAKAR, Senegal, Jul 25 2022 (IPS) -`, `CAIRO - 17 July 2022:`: capitals before it, a bracket or dash behind it.
    private func isDateline(_ match: DateMatch) -> Bool {
        let line = lineStart(of: match.pieces.lowerBound, in: text)
        guard match.pieces.lowerBound - line <= 16 else { return false }
        let leads = (line..<match.pieces.lowerBound).allSatisfy { index in
            text.pieces[index].kind != .word || text.isCapital(index) || text.look(index, in: Self.leadWords) != nil
        }
        let behind = text.mark(match.pieces.upperBound)
        return leads && (behind == Mark.opening || behind == Mark.colon || Mark.isDash(behind))
    }

    private static let leadWords = WordTable<Bool>(
        ["and", "date", "de", "of", "the", "el", "al", "on"].map { ($0, true) })

    /// A short line that opens with `Published`, `Posted`, or with `By` and capitals.
    private func isImprint(_ match: DateMatch, in text: PieceText) -> Bool {
        let line = lineStart(of: match.pieces.lowerBound, in: text)
        guard match.pieces.lowerBound - line <= 20, let cue = text.look(line, in: Self.cues) else { return false }
        let nearest = nearestCue(match, in: text)
        if nearest?.cue == .update { return false }
        if cue != .by {
            return text.opensLine(match.pieces.upperBound)
                || nearest.map { $0.index + 6 > match.pieces.lowerBound } ?? false
                || text.mark(line + 1) == Mark.colon
        }
        return (line..<match.pieces.lowerBound).allSatisfy { text.pieces[$0].kind != .word || text.isCapital($0) }
    }

    /// Whether the line says of the date that the text was changed then: an update is no publication.
    private func isUpdate(_ match: DateMatch, in text: PieceText) -> Bool {
        nearestCue(match, in: text)?.cue == .update
    }

    /// The word of publishing or changing nearest before a date on its line.
    private func nearestCue(_ match: DateMatch, in text: PieceText) -> (cue: Cue, index: Int)? {
        let line = lineStart(of: match.pieces.lowerBound, in: text)
        return (line..<match.pieces.lowerBound).last { text.look($0, in: Self.cues).map { $0 != .by } ?? false }
            .flatMap { index in text.look(index, in: Self.cues).map { ($0, index) } }
    }

    private enum Cue { case published, update, by }

    private static let cues = WordTable<Cue>([
        ("published", .published), ("posted", .published), ("updated", .update), ("modified", .update),
        ("edited", .update), ("revised", .update), ("corrected", .update), ("accessed", .update),
        ("retrieved", .update),
        ("update", .update), ("first", .published), ("released", .published), ("issued", .published),
        ("date", .published), ("dated", .published), ("by", .by),
    ])

    // MARK: Forced

    /// `today (July 28, 2022)`, `yesterday, 27 July 2022`.
    private func besideToday() -> String? {
        for (named, dated) in zip(matches, matches.dropFirst()) where isFull(dated) {
            let gap = dated.pieces.lowerBound - named.pieces.upperBound
            guard named.value == "XXXX-XX-XX", (0...1).contains(gap), !text.opensLine(dated.pieces.lowerBound),
                gap == 0 || [Mark.opening, Mark.comma].contains(text.mark(named.pieces.upperBound)),
                let offset = text.look(named.pieces.upperBound - 1, in: Self.offsets),
                let date = civil(dated.value)
            else { continue }
            return iso(date.adding(days: offset))
        }
        return nil
    }

    private static let offsets = WordTable<Int>([("today", 0), ("yesterday", 1), ("tomorrow", -1)])

    // MARK: Parts

    /// A day with its year.
    private func isFull(_ match: DateMatch) -> Bool {
        match.value.utf8.count >= 10 && !match.value.contains("X") && !match.value.contains("/")
    }

    private func day(_ match: DateMatch) -> String { String(match.value.prefix(10)) }

    private func civil(_ value: String) -> CivilDate? {
        let parts = value.prefix(10).split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    private func iso(_ date: CivilDate) -> String {
        CalendarDate(year: date.year, month: date.month, day: date.day).value
    }

    private func lineStart(of index: Int, in text: PieceText) -> Int {
        var start = index
        // A line without an end is no dateline; looking further would cost time.
        while start > 0, index - start < 40, !text.opensLine(start) { start -= 1 }
        return start
    }
}
