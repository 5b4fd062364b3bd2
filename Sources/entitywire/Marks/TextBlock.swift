import Annotation

/// A paragraph of a text as a reader sees it, in code points, without the white space around it.
struct TextBlock: Equatable {
    enum Kind: String { case title, heading, body, boilerplate }

    var kind: Kind
    var language: String?
    var start: Int
    var end: Int

    /// Cuts a text where a section ends and at blank lines; what no section covers is body.
    ///
    /// A dateline often stands on the first line of the body: it belongs to the body here.
    static func all(of text: [Unicode.Scalar], sections: [Section]) -> [TextBlock] {
        stretches(sections, length: text.count).flatMap { paragraphs(of: $0, in: text) }
    }

    /// The text from end to end, neighbours that look the same joined.
    private static func stretches(_ sections: [Section], length: Int) -> [TextBlock] {
        var result: [TextBlock] = []
        func add(_ kind: Kind, _ language: String?, to end: Int) {
            let start = result.last?.end ?? 0
            guard end > start else { return }
            if let last = result.last, last.kind == kind, last.language == language {
                result[result.count - 1].end = end
            } else {
                result.append(TextBlock(kind: kind, language: language, start: start, end: end))
            }
        }
        for section in sections {
            add(.body, nil, to: min(section.start, length))
            add(kind(section.kind), section.language, to: min(section.end, length))
        }
        add(.body, nil, to: length)
        return result
    }

    private static func kind(_ kind: Section.Kind) -> Kind {
        switch kind {
        case .title: .title
        case .heading: .heading
        case .dateline, .body: .body
        case .boilerplate: .boilerplate
        }
    }

    private static func paragraphs(of stretch: TextBlock, in text: [Unicode.Scalar]) -> [TextBlock] {
        var result: [TextBlock] = []
        var start: Int?
        var end = stretch.start
        var lineEnds = 0
        for index in stretch.start..<stretch.end {
            if text[index] == "\n" { lineEnds += 1 }
            if text[index].properties.isWhitespace || text[index] == "\u{FEFF}" { continue }
            if let first = start, lineEnds > 1 {
                result.append(stretch.between(first, end))
                start = nil
            }
            start = start ?? index
            end = index + 1
            lineEnds = 0
        }
        return start.map { result + [stretch.between($0, end)] } ?? result
    }

    private func between(_ start: Int, _ end: Int) -> TextBlock {
        TextBlock(kind: kind, language: language, start: start, end: end)
    }
}
