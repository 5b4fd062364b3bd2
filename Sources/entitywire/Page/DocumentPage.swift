import Annotation
import Wire

/// One document as a page that needs nothing else: where it is from, its text, the facts beside it.
struct DocumentPage {
    let text: String
    let annotation: Annotation
    let submissions: [Submission]
    /// Where the text is from: a path, a line of a file, or the document's key.
    let path: String
    /// Title, file and date.
    let origin: PageOrigin
    /// Why there are no facts yet.
    let state: String?
    /// Whether an index stands beside the page.
    var hasIndex = false

    /// - Parameter path: where the text is from; its last part is shown where no submission has an id, unless it is the
    ///   document's key.
    init(
        text: String, annotation: Annotation, submissions: [Submission], origin path: String, state: String? = nil
    ) {
        self.text = text
        self.annotation = annotation
        self.submissions = submissions
        self.path = path
        self.state = state
        let file = path == annotation.document ? nil : path.split(separator: "/").last.map(String.init)
        origin = PageOrigin(text, annotation, submissions, file: file)
    }

    var html: String {
        let marked = MarkedText(text, annotation)
        let names = FactNames(annotation)
        let facts = PageFacts(names, Anchors(marked), text: text)
        let (lists, summary) = (facts.html, facts.summary)
        let body = """
            \(header)\(summary.isEmpty ? "" : "\n" + summary)\(legend(marked))
            <main>
            <article id="text">
            \(PageText.html(marked, names))</article>
            \(lists.isEmpty ? "" : "<aside id=\"facts\">\n\(lists)</aside>\n")</main>
            \(footer)
            """
        return PageFrame.html(title: origin.title, body: body)
    }

    // MARK: Header

    private var header: String {
        var facts: [(String, String)] = []
        func add(_ title: String, _ value: String?) {
            guard let value, !facts.contains(where: { $0 == (title, value) }) else { return }
            facts.append((title, value))
        }
        add("State", state.map(HTML.line))
        add("Published", origin.published.map(published))
        for submission in submissions { add("Source", submission.source.map(HTML.line)) }
        for submission in submissions { add("File", submission.id.map(HTML.line)) }
        if !facts.contains(where: { $0.0 == "File" }) { add("File", origin.file.map(HTML.line)) }
        for submission in submissions { add("Address", submission.url.map(link)) }
        add("Language", annotation.language)
        if annotation.unsupported == true { add("Note", "The model does not read this language.") }
        let rows = facts.map { HTML.element("dt", [], $0.0) + HTML.element("dd", [], $0.1) + "\n" }
        let index = hasIndex ? "<p><a href=\"\(PageFolder.index)\">All documents</a></p>\n" : ""
        let title = origin.isGiven ? HTML.element("h1", [("dir", "auto")], HTML.line(origin.title)) + "\n" : ""
        return HTML.element("header", [], "\(index)\(title)<dl class=\"meta\">\n\(rows.joined())</dl>\n")
    }

    /// The date in words, its value beside it, and where it is known from.
    private func published(_ value: String) -> String {
        let basis = annotation.published.map { $0.value == value ? $0.basis.rawValue : "given" } ?? "given"
        let words = DateInWords.of(value)
        let note = [words == nil ? nil : value, basis].compactMap(\.self).joined(separator: ", ")
        return HTML.line(words ?? value) + " " + HTML.element("small", [], HTML.line("(\(note))"))
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
