import Annotation

/// Tells the headings of a story from those of other stories that a site put between its paragraphs.
struct PageHeadings: Sendable {
    let views: [PageLabels.View]
    let page: FoldedText
    /// A long heading that shares less than this part of its content words with the body belongs to another story.
    private static let strange = 0.34

    func label(from start: Int, _ kinds: inout [Section.Kind], _ vocabulary: BodyVocabulary) {
        for index in start..<max(views.count, start) where kinds[index] == .body {
            let view = views[index]
            if view.isStamp, view.line.words >= 2 {
                kinds[index] = .boilerplate
            } else if isHeading(index, kinds) {
                if isStrange(view, vocabulary) {
                    kinds[index] = .boilerplate
                } else if view.line.words <= 14 || view.line.isTitleCase {
                    kinds[index] = .heading
                }
            }
        }
        dropRepetitions(from: start, &kinds)
    }

    /// A line without a full stop between paragraphs, and no item of a list.
    private func isHeading(_ index: Int, _ kinds: [Section.Kind]) -> Bool {
        let line = views[index].line
        guard line.isHeadline, !line.startsLowercase, !line.startsWithQuote, line.words <= 22,
            index + 1 < views.count, line.ending != .colon || line.words <= 8
        else { return false }
        let first = page.bytes[line.text.lowerBound]
        guard first != 0x2D, !page.bytes[line.text].starts(with: [0xE2, 0x80]), !views[index].isWriter else {
            return false
        }
        let before = index > 0 && kinds[index - 1] == .body ? views[index - 1] : nil
        if let before, before.line.ending == .colon || isItem(before) { return false }
        let after = views[index + 1]
        return !(isItem(after) && !after.line.blankBefore && after.effect == nil)
            && views[(index + 1)...].prefix(4).contains(where: \.isStory)
    }

    /// A short line that is neither a paragraph nor a stock phrase.
    private func isItem(_ view: PageLabels.View) -> Bool {
        !view.line.isProse && view.effect == nil && !view.isForeign && view.line.words <= 8 && !view.line.blankBefore
    }

    private func isStrange(_ view: PageLabels.View, _ vocabulary: BodyVocabulary) -> Bool {
        guard view.line.words >= 7 else { return false }
        let stems = BodyVocabulary.stems(in: page, view.line.text)
        let shared = vocabulary.shared(stems)
        return stems.count >= 5 && vocabulary.cohesion(stems) < Self.strange || stems.count >= 3 && shared == 0
    }

    /// A line that stands twice one after the other is the caption of a picture.
    private func dropRepetitions(from start: Int, _ kinds: inout [Section.Kind]) {
        for index in stride(from: start + 1, to: views.count, by: 1) {
            let (one, other) = (views[index - 1].line, views[index].line)
            guard one.words <= 40, one.text.count == other.text.count,
                page.bytes[one.text].elementsEqual(page.bytes[other.text])
            else {
                continue
            }
            if !one.isProse { kinds[index - 1] = .boilerplate }
            kinds[index] = .boilerplate
        }
    }
}
