import Annotation

/// The text of a document for people: names in the colour of their type, quotations underlined, boilerplate dim.
struct TextView {
    let text: String
    let annotation: Annotation
    let style: TextStyle
    let width: Int

    init(_ text: String, _ annotation: Annotation, style: TextStyle, width: Int) {
        self.text = text
        self.annotation = annotation
        self.style = style
        self.width = width
    }

    /// Lines ready for the terminal: the legend where there are colours, and the paragraphs.
    var lines: [String] {
        let marked = MarkedText(text, annotation)
        var wrapped = WrappedLines(width: width, style: style)
        for paragraph in marked.paragraphs {
            for piece in paragraph.pieces { wrapped.add(piece.text, codes: codes(piece.marks, paragraph.block.kind)) }
            wrapped.endLine()
            wrapped.add("\n", codes: "")
        }
        return legend(marked) + wrapped.lines.dropLast()
    }

    private func legend(_ marked: MarkedText) -> [String] {
        guard style.isColoured, !marked.shown.isEmpty else { return [] }
        var legend = WrappedLines(width: width, style: style)
        let kinds = Set(marked.shown.map(\.kind))
        let types = Set(marked.shown.filter { $0.kind == .mention }.map { annotation.mentions[$0.index].type })
        for type in EntityType.allCases where types.contains(type) {
            legend.add(type.rawValue, codes: Self.codes(type))
            legend.add("  ", codes: "")
        }
        if kinds.contains(.quote) { legend.add("quotation", codes: "4") }
        legend.add("  ", codes: "")
        if !kinds.isDisjoint(with: [.role, .date, .quantity]) { legend.add("role, date, number", codes: "3") }
        legend.endLine()
        return legend.lines + [""]
    }

    private func codes(_ marks: [TextMark], _ block: TextBlock.Kind) -> String {
        var codes: Set<String> = []
        switch block {
        case .title, .heading: codes.insert("1")
        case .boilerplate: codes.insert("2")
        case .body: break
        }
        for mark in marks {
            switch mark.kind {
            case .quote: codes.insert("4")
            case .role, .date, .quantity: codes.insert("3")
            case .mention:
                codes.formUnion(Self.codes(annotation.mentions[mark.index].type).split(separator: ";").map(String.init))
            case .dateline, .source: break
            }
        }
        return codes.sorted().joined(separator: ";")
    }

    /// Colours that can be read on black and on white.
    private static func codes(_ type: EntityType) -> String {
        switch type {
        case .person: "1;35"
        case .organization: "1;94"
        case .location: "1;32"
        case .facility: "1;92"
        case .group: "1;36"
        case .event: "1;31"
        case .product: "1;33"
        case .miscellaneous: "1;95"
        }
    }
}
