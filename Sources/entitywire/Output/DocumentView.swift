import Annotation
import CommandSupport
import Wire

/// One document for people: where it was met, its text, the facts found in it.
struct DocumentView {
    let document: DocumentAnswer
    let style: TextStyle
    let width: Int

    init(_ document: DocumentAnswer, style: TextStyle, width: Int) {
        self.document = document
        self.style = style
        self.width = width
    }

    /// Lines ready for the terminal.
    var lines: [String] { heading + [""] + text + facts }

    private var heading: [String] {
        var lines = [fact("Document", document.document), fact("State", document.state.rawValue)]
        if let reason = document.reason { lines.append(fact("Reason", reason)) }
        if let published = document.annotation?.published {
            lines.append(fact("Published", "\(published.value) (\(published.basis.rawValue))"))
        }
        if let language = document.annotation?.language { lines.append(fact("Language", language)) }
        for submission in document.submissions { lines.append(fact("Submitted", describe(submission))) }
        for version in document.versions { lines.append(fact("Version", ShortKey.of(version))) }
        return lines
    }

    private var text: [String] {
        TextView(document.text, document.shownAnnotation, style: style, width: width).lines
    }

    private var facts: [String] {
        document.annotation.map { FactsView($0, style: style, width: width).lines } ?? []
    }

    private func fact(_ title: String, _ value: String) -> String {
        style.bold(title.padding(to: 11)) + Sanitised.line(value)
    }

    private func describe(_ submission: Submission) -> String {
        let parts = [
            submission.source, submission.title, submission.published, submission.url, submission.id,
            submission.tags.map { $0.joined(separator: ", ") },
        ]
        let known = parts.compactMap(\.self)
        return known.isEmpty ? "without further data" : known.joined(separator: " · ")
    }
}

extension DocumentAnswer {
    /// What was found, or an annotation without facts while there is no result.
    var shownAnnotation: Annotation { annotation ?? Annotation(document: document, extractor: "") }
}
