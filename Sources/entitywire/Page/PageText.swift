import Annotation

/// The text of a document as HTML, each fact's place marked and linked to what is told of it.
struct PageText {
    private let marked: MarkedText
    private let names: FactNames
    private var html = ""
    private var open: [TextMark] = []
    private var begun: Set<TextMark> = []
    /// In how many pieces each quotation is still to come.
    private var left: [TextMark: Int] = [:]

    init(_ marked: MarkedText, _ names: FactNames) {
        self.marked = marked
        self.names = names
        for mark in marked.paragraphs.lazy.flatMap(\.pieces).flatMap(\.marks) where mark.kind == .quote {
            left[mark, default: 0] += 1
        }
    }

    /// The paragraphs.
    static func html(_ marked: MarkedText, _ names: FactNames) -> String {
        var text = PageText(marked, names)
        for paragraph in marked.paragraphs { text.add(paragraph) }
        return text.html
    }

    private mutating func add(_ paragraph: MarkedText.Paragraph) {
        let block = paragraph.block
        let element =
            switch block.kind {
            case .title: "h1"
            case .heading: "h2"
            case .body, .boilerplate: "p"
            }
        html += HTML.open(element, [("class", block.kind.rawValue), ("lang", block.language), ("dir", "auto")])
        for piece in paragraph.pieces {
            turn(to: piece.marks)
            html += HTML.lines(piece.text)
            for mark in piece.marks { left[mark]? -= 1 }
        }
        turn(to: [])
        html += "</\(element)>\n"
    }

    /// Closes and opens until exactly these marks are open.
    private mutating func turn(to marks: [TextMark]) {
        let common = zip(open, marks).prefix { $0 == $1 }.count
        while open.count > common { close(open.removeLast()) }
        for mark in marks.dropFirst(common) {
            begin(mark)
            open.append(mark)
        }
    }

    private mutating func begin(_ mark: TextMark) {
        let isFirst = begun.insert(mark).inserted
        let reference = reference(mark)
        html += HTML.open(
            reference == nil ? "span" : "a",
            [
                ("class", classes(mark)), ("id", isFirst ? Anchors.text(mark.kind, mark.index) : nil),
                ("href", reference), ("title", names.tooltip(mark)),
            ])
    }

    private mutating func close(_ mark: TextMark) {
        html += reference(mark) == nil ? "</span>" : "</a>"
        guard left[mark] == 0 else { return }
        let note = names.speakerNote(names.annotation.quotes[mark.index])
        let attributes = [
            ("class", note.isInferred ? "speaker inferred" : "speaker"),
            ("href", "#\(Anchors.fact(.quote, mark.index))"), ("title", note.line),
        ]
        // The word joiner keeps the pill on the line on which the quotation ends.
        html += HTML.element("a", attributes, "\u{2060}" + HTML.line(note.short))
    }

    /// Links cannot stand in links: what has others inside is none. A quotation leads on through its speaker.
    private func reference(_ mark: TextMark) -> String? {
        switch mark.kind {
        case .dateline, .quote: nil
        case _ where marked.parents.contains(mark): nil
        case .mention:
            names.places[names.annotation.mentions[mark.index].entity].map { "#\(Anchors.entity($0))" }
        case .role, .source, .quantity, .date: "#\(Anchors.fact(mark.kind, mark.index))"
        }
    }

    private func classes(_ mark: TextMark) -> String {
        switch mark.kind {
        case .dateline: "dateline"
        case .quote: "quote \(names.annotation.quotes[mark.index].kind.rawValue)"
        case .role: "role"
        case .source: "source"
        case .quantity: "quantity"
        case .date: "date"
        case .mention: "name \(names.annotation.mentions[mark.index].type.rawValue)"
        }
    }
}
