import Annotation

/// What was found in one document, for people.
struct FactsView {
    let annotation: Annotation
    let style: TextStyle
    let width: Int

    init(_ annotation: Annotation, style: TextStyle, width: Int) {
        self.annotation = annotation
        self.style = style
        self.width = width
    }

    /// Lines ready for the terminal; each kind of fact begins with an empty one.
    var lines: [String] { entities() + roles() + quotes() + dates() + quantities() + sources() }

    private func entities() -> [String] {
        var table = Table([
            .init(title: "ENTITY"), .init(title: "TYPE"), .init(title: "COUNTRY", ordinary: ""),
            .init(title: "MENTIONS", isNumber: true), .init(title: "NAME", gives: 1),
            .init(title: "ALSO", gives: 1, ordinary: ""),
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

    private func roles() -> [String] {
        var table = Table([
            .init(title: "ROLE", gives: 1), .init(title: "OF", gives: 1), .init(title: "HOLDER", gives: 1),
        ])
        for role in annotation.roles {
            let of = role.organization.map { name($0) } ?? role.country ?? ""
            table.add([role.office, of, name(role.holder)])
        }
        return section(table)
    }

    private func quotes() -> [String] {
        var table = Table([.init(title: "SPEAKER", gives: 2), .init(title: "QUOTE", gives: 1)])
        for quote in annotation.quotes {
            table.add([quote.speaker.map { name($0) } ?? quote.speakerText ?? "", quote.text])
        }
        return section(table)
    }

    private func dates() -> [String] {
        var table = Table([.init(title: "DATE", gives: 1), .init(title: "VALUE"), .init(title: "RESOLVED")])
        for date in annotation.dates { table.add([date.text, date.value, date.resolved ?? ""]) }
        return section(table)
    }

    private func quantities() -> [String] {
        var table = Table([
            .init(title: "QUANTITY", gives: 1), .init(title: "KIND"), .init(title: "VALUE", isNumber: true),
            .init(title: "UNIT", gives: 1),
        ])
        for quantity in annotation.quantities {
            table.add([
                quantity.text, quantity.kind.rawValue, quantity.value.map(Numbers.value) ?? "", quantity.unit ?? "",
            ])
        }
        return section(table)
    }

    private func sources() -> [String] {
        var table = Table([.init(title: "CITES", gives: 1), .init(title: "ENTITY", gives: 1)])
        for source in annotation.sources { table.add([source.text, source.entity.map { name($0) } ?? ""]) }
        return section(table)
    }

    private func section(_ table: Table) -> [String] {
        table.isEmpty ? [] : [""] + table.lines(width: width, style: style)
    }

    private func name(_ id: String) -> String {
        annotation.entities.first { $0.id == id }?.name ?? id
    }
}
