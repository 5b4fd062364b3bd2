import Annotation

/// What stands above the first paragraph: navigation, the title, sub-titles, the writer, the date.
struct PageHead: Sendable {
    let views: [PageLabels.View]

    func label(upTo start: Int, _ kinds: inout [Section.Kind]) {
        let title = title(before: start)
        for index in 0..<start {
            let view = views[index]
            if index == title {
                kinds[index] = view.line.words <= 3 && view.line.isShouted ? .dateline : .title
            } else if view.isWriter || view.isSource || view.isStamp {
                kinds[index] = .dateline
            } else if view.effect != nil || view.isForeign || view.isTeaser {
                kinds[index] = .boilerplate
            } else if title.map({ index < $0 }) ?? false {
                kinds[index] = view.line.words <= 3 ? .boilerplate : .heading
            } else {
                kinds[index] = view.line.words <= 1 ? .boilerplate : .heading
            }
        }
    }

    /// The first line of four words or more that is no stock phrase, stamp or by-line; else the longest.
    private func title(before start: Int) -> Int? {
        let possible = (0..<start).filter {
            let view = views[$0]
            return view.effect == nil && !view.isForeign && !view.isStamp && !view.isWriter && !view.isSource
                && !view.isTeaser
        }
        return possible.first { views[$0].line.words >= 4 }
            ?? possible.max { (views[$0].line.words, -$0) < (views[$1].line.words, -$1) }
    }
}
