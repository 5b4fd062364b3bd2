/// Speech that a dash opens: `— We shall go, — said the mayor. — Tomorrow.`
///
/// Counts only where a second dash leads to a verb of saying: lists begin with dashes too.
struct DashDialogue: Sendable {
    let view: DocumentView

    func spans(in paragraph: Range<Int>) -> [QuotedSpan] {
        guard paragraph.count >= 6, isDash(paragraph.lowerBound) else { return [] }
        var spans: [QuotedSpan] = []
        var start: Int? = paragraph.lowerBound
        for token in paragraph.dropFirst() where isDash(token) {
            if let from = start {
                guard token + 1 < paragraph.upperBound, isCue(token + 1, paragraph) else { continue }
                spans.append(QuotedSpan(tokens: from..<token, isOpen: true))
                start = nil
            } else {
                start = token
            }
        }
        if !spans.isEmpty, let from = start, paragraph.upperBound - from > 2 {
            spans.append(QuotedSpan(tokens: from..<paragraph.upperBound, isOpen: true))
        }
        return spans
    }

    /// A verb of saying next, or after a short subject.
    private func isCue(_ token: Int, _ paragraph: Range<Int>) -> Bool {
        (token..<min(token + 4, paragraph.upperBound)).contains { view[$0].contains(.speechVerb) }
    }

    private func isDash(_ token: Int) -> Bool {
        let bytes = view.text.bytes(of: token)
        return bytes.elementsEqual([0xE2, 0x80, 0x94]) || bytes.elementsEqual([0xE2, 0x80, 0x93])
    }
}
