import Annotation

/// What follows the last paragraph of a story: teasers, headings, stamps, and paragraphs of another story before them.
struct PageTail: Sendable {
    let views: [PageLabels.View]
    let page: FoldedText
    /// Paragraphs of a story that must be left before one may be another's.
    private static let least = 3
    /// So few content words, and so small a part of its own, may a paragraph share with the story to be another's.
    private static let few = 6
    private static let strange = 0.16

    func label(from start: Int, _ kinds: inout [Section.Kind], _ vocabulary: inout BodyVocabulary) {
        guard let last = (start..<views.count).last(where: { kinds[$0] == .body && views[$0].isStory }) else { return }
        var isList = views[last].line.ending == .colon
        let hasTeasers = views[(last + 1)...].contains { $0.isSource && $0.isTeaser }
        for index in (last + 1)..<max(views.count, last + 1) where kinds[index] == .body {
            if isList || belongs(index, after: last, hasTeasers) {
                isList = isList && !views[index].line.isProse
            } else {
                kinds[index] = .boilerplate
            }
        }
        dropStrangers(upTo: last, &kinds, &vocabulary)
    }

    /// Lines that may end a story without a full stop: its source, its writer, a list, a sentence cut off by the crawler.
    private func belongs(_ index: Int, after last: Int, _ hasTeasers: Bool) -> Bool {
        let view = views[index]
        if view.isTeaser || view.isStamp { return false }
        if view.isForeign { return view.line.isProse }
        if view.line.ending == .sentence, view.line.words >= 3 { return true }
        if view.isSource { return !hasTeasers }
        if view.isWriter { return true }
        let byte = page.bytes[view.line.text.lowerBound]
        let isItem =
            byte == 0x2D || (0x30...0x39).contains(byte) || page.bytes[view.line.text].starts(with: [0xE2, 0x80])
        if isItem, !view.line.isTitleCase || view.line.words <= 8 { return true }
        return view.line.words >= 12 && !view.line.isTitleCase && index == last + 1 && view.line.innerStops == 0
    }

    /// Paragraphs at the end of the body that share next to no words with it, where teasers follow. In doubt prose is
    /// body: short stories share few words from one paragraph to the next.
    private func dropStrangers(upTo last: Int, _ kinds: inout [Section.Kind], _ vocabulary: inout BodyVocabulary) {
        var tail = 0
        for index in stride(from: last + 1, to: views.count, by: 1) where kinds[index] == .boilerplate {
            guard views[index].effect == nil || views[index].effect == .block || views[index].effect == .link else {
                break
            }
            tail += 1
        }
        guard tail >= 2 else { return }
        var left = (0...last).count { kinds[$0] == .body && views[$0].isStory }
        for index in (0...last).reversed() {
            guard kinds[index] == .body, views[index].isStory, !views[index].line.startsWithQuote else { return }
            let stems = BodyVocabulary.stems(in: page, views[index].line.text)
            vocabulary.remove(stems)
            left -= 1
            guard stems.count >= 9, vocabulary.cohesion(stems) < Self.strange, left >= Self.least else {
                vocabulary.add(stems)
                return
            }
            kinds[index] = .boilerplate
        }
    }
}
