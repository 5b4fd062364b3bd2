import Annotation

/// Decides which lines of a page belong to its story.
///
/// Walks down the page from the first paragraph; stock phrases open stretches of other stories, which end where the story
/// clearly goes on; then looks at the tail, at headings that belong to another story, and at the head.
struct PageLabels: Sendable {
    /// A line and what is known of it alone.
    struct View: Sendable {
        let line: PageLine
        let effect: PagePhrases.Effect?
        /// Surely in another language than the body.
        let isForeign: Bool
        let isStamp: Bool
        let isWriter: Bool
        let isSource: Bool

        /// A paragraph of the language of the body that no stock phrase spoils.
        var isStory: Bool { line.isProse && effect == nil && !isForeign && !isStamp && !isTeaser }
        /// A paragraph cut short, as lists of other stories show it.
        var isTeaser: Bool { line.ending == .ellipsis && !line.startsWithQuote || isSource && line.words > 9 }
    }

    private enum Region { case block, links }

    let views: [View]
    let page: FoldedText

    /// The kind of each line.
    func kinds() -> [Section.Kind] {
        var kinds = [Section.Kind](repeating: .body, count: views.count)
        guard
            let first = views.firstIndex(where: \.isStory)
                ?? views.firstIndex(where: { $0.effect == nil && !$0.isStamp })
        else {
            return kinds.map { _ in .boilerplate }
        }
        let isTitle = isTitleSentence(at: first)
        let start = isTitle ? first + 1 : first
        var vocabulary = BodyVocabulary()
        walk(from: start, &kinds, &vocabulary)
        PageTail(views: views, page: page).label(from: start, &kinds, &vocabulary)
        PageHeadings(views: views, page: page).label(from: start, &kinds, vocabulary)
        PageHead(views: views).label(upTo: start, &kinds)
        return kinds
    }

    /// A question or call at the very top with a paragraph below is the title, its mark notwithstanding.
    private func isTitleSentence(at first: Int) -> Bool {
        let line = views[first].line
        guard line.words <= 18, line.innerStops == 0, first + 1 < views.count, !line.startsWithQuote else {
            return false
        }
        let mark = page.bytes[line.text.upperBound - 1]
        let isLoud = mark == 0x3F || mark == 0x21
        return isLoud && !views[..<first].contains { $0.line.isHeadline && $0.effect == nil && $0.line.words > 3 }
            && views[(first + 1)...].contains(where: \.isStory)
    }

    private func walk(from start: Int, _ kinds: inout [Section.Kind], _ vocabulary: inout BodyVocabulary) {
        var region: Region?
        var linked = 0
        for index in start..<views.count {
            let view = views[index]
            switch view.effect {
            case .closing:
                for rest in index..<views.count { kinds[rest] = .boilerplate }
                return
            case .block: (region, linked) = (.block, 0)
            case .link where region == nil: (region, linked) = (.links, 0)
            case .link, .line: break
            case nil:
                if view.isForeign, isSideBar(index) { region = .block }
                if region == .links, view.isStory, view.line.words >= (linked > 0 ? 10 : 15) {
                    region = nil
                }
                if region == .block,
                    goesOn(at: index, vocabulary, isAfterList: isTightList(before: index, count: linked))
                {
                    region = nil
                }
                linked += 1
                guard region == nil else { break }
                if view.isStory { vocabulary.add(BodyVocabulary.stems(in: page, view.line.text)) }
                continue
            }
            kinds[index] = .boilerplate
        }
    }

    /// A line in another language that is no paragraph, or one that stands in a list of such lines.
    private func isSideBar(_ index: Int) -> Bool {
        let line = views[index].line
        if line.startsWithQuote, line.ending != .ellipsis { return false }
        let reach = max(0, index - 2)..<min(views.count, index + 3)
        if !line.isProse || line.ending == .ellipsis {
            return reach.count { views[$0].isForeign } > 1 || index + 1 == views.count
        }
        let near = [index - 1, index + 1].filter(views.indices.contains)
        return near.contains { views[$0].isForeign && !views[$0].line.isProse && !views[$0].line.startsWithQuote }
    }

    /// Whether the lines since a phrase opened a stretch are headings without a blank line between: links, not teasers.
    private func isTightList(before index: Int, count: Int) -> Bool {
        guard count >= 2, count <= 12 else { return false }
        return (index - count..<index).allSatisfy { views[$0].line.isHeadline && !views[$0].isTeaser }
            && (index - count + 1..<index).allSatisfy { !views[$0].line.blankBefore }
    }

    /// Whether the story goes on with a paragraph after a stretch of other stories: it speaks of the same things, or stands
    /// in a run of paragraphs that speak of one of them. Lists of other stories have a heading over each of theirs.
    private func goesOn(at index: Int, _ vocabulary: BodyVocabulary, isAfterList: Bool) -> Bool {
        let view = views[index]
        guard view.isStory, view.line.words >= 14 else { return false }
        let stems = BodyVocabulary.stems(in: page, view.line.text)
        let shared = vocabulary.shared(stems)
        if isAfterList, view.line.blankBefore, shared >= 2 { return true }
        let next = index + 1
        let isFollowed = next < views.count && views[next].isStory && views[next].line.words >= 10
        let isInRun =
            isFollowed && (next + 1 == views.count || views[next + 1].isStory || views[next + 1].effect != nil)
        return shared >= 4 && vocabulary.cohesion(stems) >= (isFollowed ? 0.3 : 0.45) || isInRun && shared >= 1
    }
}
