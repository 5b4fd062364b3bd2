/// Pairs quotation marks paragraph by paragraph; only outer marks count.
///
/// A mark without partner is given up, unless its paragraph clearly is view: it opens the paragraph, or a colon or verb
/// of saying stands before it; then the paragraph's end closes it. Where the next paragraph opens with a mark of the same family, the
/// quotation goes on there, as printers have it. Linear in the number of tokens.
struct QuotedSpans: Sendable {
    let view: DocumentView

    func spans() -> [QuotedSpan] {
        var spans: [QuotedSpan] = []
        for paragraph in view.paragraphs.indices { add(paragraph, to: &spans) }
        return joined(spans)
    }

    private func add(_ index: Int, to spans: inout [QuotedSpan]) {
        let paragraph = view.paragraphs[index]
        let marks = marks(in: paragraph)
        guard !marks.isEmpty else {
            spans += DashDialogue(view: view).spans(in: paragraph)
            return
        }
        var open: QuoteMark?
        for (position, mark) in marks.enumerated() {
            guard let start = open else {
                if mark.side != .closing { open = mark }
                continue
            }
            guard mark.family == start.family else { continue }
            if mark.side == .opening {
                // A second mark opens: the first one was never closed.
                if start.token == paragraph.lowerBound {
                    spans.append(firstSentence(from: start.token, before: mark.token))
                }
                open = mark
            } else if closes(mark, start, marks[(position + 1)...], paragraph) {
                spans.append(QuotedSpan(tokens: start.token..<mark.token + 1))
                open = nil
            }
        }
        if let start = open, mayStayOpen(start, in: paragraph, index) {
            spans.append(QuotedSpan(tokens: start.token..<paragraph.upperBound, isOpen: true))
        }
    }

    private func marks(in paragraph: Range<Int>) -> [QuoteMark] {
        var marks: [QuoteMark] = []
        for token in paragraph {
            guard view.mayBeMark(token), var mark = QuoteMark(token, in: view.text) else { continue }
            if token == paragraph.lowerBound { mark.side = .opening }
            if token == paragraph.upperBound - 1, token > paragraph.lowerBound { mark.side = .closing }
            if mark.family == .single, mark.side != .closing, isLeadingApostrophe(token) { continue }
            if mark.family != .guillemet, mark.side == .closing, isMeasure(token),
                marks.last.map({ $0.family != mark.family || $0.side == .closing }) ?? true
            {
                continue
            }
            marks.append(mark)
        }
        return marks
    }

    /// `’90s`, `'em`: letters left out, no quotation.
    private func isLeadingApostrophe(_ token: Int) -> Bool {
        guard token + 1 < view.text.tokens.count, let first = view.text.bytes(of: token + 1).first else {
            return false
        }
        if (0x30...0x39).contains(first) { return view.text.bytes(of: token).last != 0x98 }
        return ["em", "tis", "twas", "til", "cause", "n", "bout"].contains(
            view.text.string(of: token + 1).lowercased())
    }

    /// `6'2"`: feet and inches after a number.
    private func isMeasure(_ token: Int) -> Bool {
        guard token > 0, view.text.tokens[token - 1].end == view.text.tokens[token].start else { return false }
        return view.text.bytes(of: token - 1).last.map { (0x30...0x39).contains($0) } ?? false
    }

    /// A single mark after an s may be a possessive: it closes where a comma, a stop or a verb of saying is next to it, or no better mark follows.
    private func closes(_ mark: QuoteMark, _ start: QuoteMark, _ rest: ArraySlice<QuoteMark>, _ paragraph: Range<Int>)
        -> Bool
    {
        guard mark.family == .single || isMeasure(mark.token) else { return true }
        let before = view.text.bytes(of: mark.token - 1).last ?? 0
        if [0x2C, 0x2E, 0x21, 0x3F].contains(before) || mark.token + 1 == paragraph.upperBound { return true }
        let after = mark.token + 1
        if let byte = view.text.bytes(of: after).first, !view.isWord(after), byte != 0x22 { return true }
        let isPossessive = before | 0x20 == 0x73 || isMeasure(mark.token)
        guard isPossessive, !view[after].contains(.speechVerb) else { return true }
        return !rest.prefix(4).contains { $0.family == mark.family && $0.side != .opening }
    }

    /// From an unclosed mark to the end of its sentence.
    private func firstSentence(from start: Int, before limit: Int) -> QuotedSpan {
        QuotedSpan(tokens: start..<min(view.sentenceEnd(of: start), limit), isOpen: true)
    }

    private func mayStayOpen(_ mark: QuoteMark, in paragraph: Range<Int>, _ index: Int) -> Bool {
        let isCurly = view.text.bytes(of: mark.token).last == 0x98
        guard mark.family != .single || isCurly || mark.token == paragraph.lowerBound,
            mark.token + 3 < paragraph.upperBound
        else {
            return false
        }
        if mark.token == paragraph.lowerBound { return true }
        let before = mark.token - 1
        // `…,” she said. “Then we started.` and the next paragraph goes on with a mark.
        if mark.side == .opening, view[before].contains(.stop), opensWithMark(index + 1, mark.family) { return true }
        return view.is(before, ":")
            || view[before].contains(.comma) && view[max(before - 1, 0)].isDisjoint(with: .cues) == false
            || !view[before].isDisjoint(with: .cues)
            || view[before].contains(.complementizer) && before > 0 && !view[before - 1].isDisjoint(with: .cues)
    }

    private func opensWithMark(_ paragraph: Int, _ family: QuoteMark.Family) -> Bool {
        guard view.paragraphs.indices.contains(paragraph) else { return false }
        return QuoteMark(view.paragraphs[paragraph].lowerBound, in: view.text)?.family == family
    }

    /// Joins paragraphs that one quotation runs over.
    private func joined(_ spans: [QuotedSpan]) -> [QuotedSpan] {
        var result: [QuotedSpan] = []
        for span in spans {
            if let last = result.last, last.isOpen, last.tokens.upperBound == span.tokens.lowerBound,
                view.startsParagraph(span.tokens.lowerBound),
                QuoteMark(span.tokens.lowerBound, in: view.text) != nil
            {
                result[result.count - 1] = QuotedSpan(
                    tokens: last.tokens.lowerBound..<span.tokens.upperBound, isOpen: span.isOpen)
            } else {
                result.append(span)
            }
        }
        return result
    }
}
