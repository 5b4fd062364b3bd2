import Annotation
import Wire

/// One document as a page that needs nothing else: where it is from, its text, the facts beside it.
struct DocumentPage {
    let text: String
    let annotation: Annotation
    let submissions: [Submission]
    /// Where the text is from, where there is no better title.
    let origin: String
    /// Why there are no facts yet.
    var state: String?
    /// Whether an index stands beside the page.
    var hasIndex = false

    init(
        text: String, annotation: Annotation, submissions: [Submission], origin: String, state: String? = nil
    ) {
        self.text = text
        self.annotation = annotation
        self.submissions = submissions
        self.origin = origin
        self.state = state
    }

    /// The title that the text has, else that of a submission, else the origin.
    var title: String { annotation.title?.text ?? submissions.lazy.compactMap(\.title).first ?? origin }

    var html: String {
        let marked = MarkedText(text, annotation)
        let names = FactNames(annotation)
        let facts = PageFacts(names, Anchors(marked)).html
        let body = """
            \(header)\(legend(marked))
            <main>
            <article>
            \(PageText.html(marked, names))</article>
            \(facts.isEmpty ? "" : "<aside>\n\(facts)</aside>\n")</main>
            \(footer)
            """
        return PageFrame.html(title: title, body: body)
    }

    private var header: String {
        var facts: [(String, String)] = []
        func add(_ title: String, _ value: String?) { if let value { facts.append((title, HTML.line(value))) } }
        add("State", state)
        if annotation.title == nil { add("Title", title) }
        add("Published", annotation.published.map { "\($0.value) (\($0.basis.rawValue))" })
        add("Language", annotation.language)
        if annotation.unsupported == true { add("Note", "The model does not read this language.") }
        for submission in submissions {
            add("Source", submission.source)
            if let url = submission.url { facts.append(("Address", link(url))) }
        }
        let rows = facts.map { HTML.element("dt", [], $0.0) + HTML.element("dd", [], $0.1) + "\n" }
        let index = hasIndex ? "<p><a href=\"\(PageFolder.index)\">All documents</a></p>\n" : ""
        return HTML.element("header", [], "\(index)<dl class=\"meta\">\n\(rows.joined())</dl>\n")
    }

    /// Only addresses of the web lead anywhere.
    private func link(_ url: String) -> String {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return HTML.line(url) }
        return HTML.element("a", [("href", url), ("rel", "noreferrer noopener")], HTML.line(url))
    }

    private func legend(_ marked: MarkedText) -> String {
        let mentions = marked.shown.filter { $0.kind == .mention }
        let types = Set(mentions.map { annotation.mentions[$0.index].type })
        var items = EntityType.allCases.filter(types.contains).map { ("name \($0.rawValue)", $0.rawValue) }
        let kinds = Set(marked.shown.map(\.kind))
        let others: [(TextMark.Kind, String, String)] = [
            (.quote, "quote", "quotation"), (.role, "role", "role"), (.date, "date", "date"),
            (.quantity, "quantity", "number"), (.source, "source", "source cited"),
        ]
        items += others.filter { kinds.contains($0.0) }.map { ($0.1, $0.2) }
        guard !items.isEmpty else { return "" }
        let list = items.map { HTML.element("li", [], HTML.element("span", [("class", $0.0)], $0.1)) }
        return "\n" + HTML.element("ul", [("class", "legend")], list.joined())
    }

    private var footer: String {
        let extractor = annotation.extractor.isEmpty ? "" : " · extracted by \(annotation.extractor)"
        return HTML.element("footer", [], HTML.line("Document \(annotation.document)\(extractor)"))
    }
}
