import Annotation
import CommandSupport
import Wire

/// One entity for people.
struct EntityView {
    let entity: EntityAnswer
    let style: TextStyle
    let width: Int

    init(_ entity: EntityAnswer, style: TextStyle, width: Int) {
        self.entity = entity
        self.style = style
        self.width = width
    }

    /// Lines ready for the terminal.
    var lines: [String] {
        heading + section(names) + section(roles) + section(quotes) + section(documents) + section(related)
    }

    private var heading: [String] {
        let summary = entity.entity
        let country = summary.country.map { ", \($0)" } ?? ""
        let counts = "\(Numbers.count(summary.mentions, "mention")) in \(Numbers.count(summary.documents, "document"))"
        return [
            style.bold(Sanitised.line(summary.name)) + " (\(summary.type.rawValue)\(Sanitised.line(country)))",
            Sanitised.line("\(summary.id) · \(counts)"),
        ]
    }

    private var names: Table {
        var table = Table([.init(title: "NAME", gives: 1), .init(title: "MENTIONS", isNumber: true)])
        for form in entity.names { table.add([form.name, Numbers.grouped(form.mentions)]) }
        return table
    }

    private var roles: Table {
        var table = Table([.init(title: "ROLE", gives: 1), .init(title: "OF", gives: 1)] + evidenceColumns)
        for role in entity.roles { table.add([role.office ?? "", role.of ?? ""] + evidence(role)) }
        return table
    }

    private var quotes: Table {
        var table = Table([.init(title: "QUOTE")] + evidenceColumns)
        for quote in entity.quotes { table.add([quote.kind ?? ""] + evidence(quote)) }
        return table
    }

    private var documents: Table {
        var table = Table(DocumentRows.columns)
        for document in entity.documents { table.add(DocumentRows.cells(document)) }
        return table
    }

    private var related: Table {
        var columns = EntityRows.columns
        columns[0].title = "WITH"
        var table = Table(columns)
        for other in entity.related { table.add(EntityRows.cells(other)) }
        return table
    }

    private var evidenceColumns: [Table.Column] {
        [.init(title: "DOCUMENT"), .init(title: "AT", isNumber: true), .init(title: "TEXT", gives: 1)]
    }

    private func evidence(_ evidence: EntityAnswer.Evidence) -> [String] {
        [ShortKey.of(evidence.document), Numbers.grouped(evidence.start), evidence.text]
    }

    private func section(_ table: Table) -> [String] {
        table.isEmpty ? [] : [""] + table.lines(width: width, style: style)
    }
}
