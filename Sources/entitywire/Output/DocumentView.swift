import Annotation
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
        Sanitised.lines(document.text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private var facts: [String] {
        guard let annotation = document.annotation else { return [] }
        return entities(annotation) + roles(annotation) + quotes(annotation) + dates(annotation)
    }

    private func entities(_ annotation: Annotation) -> [String] {
        var table = Table([
            .init(title: "ENTITY"), .init(title: "TYPE"), .init(title: "COUNTRY"),
            .init(title: "MENTIONS", isNumber: true), .init(title: "NAME", gives: 1),
            .init(title: "ALSO", gives: 1),
        ])
        let counts = Dictionary(grouping: annotation.mentions, by: \.entity).mapValues(\.count)
        for entity in annotation.entities {
            table.add([
                entity.globalId ?? entity.id, entity.type.rawValue, entity.country ?? "",
                Numbers.grouped(counts[entity.id] ?? 0), entity.name, entity.aliases.joined(separator: ", "),
            ])
        }
        return section(table)
    }

    private func roles(_ annotation: Annotation) -> [String] {
        var table = Table([
            .init(title: "ROLE", gives: 1), .init(title: "OF", gives: 1), .init(title: "HOLDER", gives: 1),
        ])
        for role in annotation.roles {
            let of = role.organization.map { name($0, annotation) } ?? role.country ?? ""
            table.add([role.office, of, name(role.holder, annotation)])
        }
        return section(table)
    }

    private func quotes(_ annotation: Annotation) -> [String] {
        var table = Table([.init(title: "QUOTE", gives: 1), .init(title: "SPEAKER", gives: 2)])
        for quote in annotation.quotes {
            table.add([quote.text, quote.speaker.map { name($0, annotation) } ?? quote.speakerText ?? ""])
        }
        return section(table)
    }

    private func dates(_ annotation: Annotation) -> [String] {
        var table = Table([.init(title: "DATE", gives: 1), .init(title: "VALUE"), .init(title: "RESOLVED")])
        for date in annotation.dates { table.add([date.text, date.value, date.resolved ?? ""]) }
        return section(table)
    }

    private func section(_ table: Table) -> [String] {
        table.isEmpty ? [] : [""] + table.lines(width: width, style: style)
    }

    private func name(_ id: String, _ annotation: Annotation) -> String {
        annotation.entities.first { $0.id == id }?.name ?? id
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
