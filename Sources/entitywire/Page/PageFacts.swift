import Annotation

/// What was found in a document as lists of HTML, each fact linked to its places in the text.
struct PageFacts {
    let annotation: Annotation
    let names: FactNames
    let anchors: Anchors

    init(_ names: FactNames, _ anchors: Anchors) {
        annotation = names.annotation
        self.names = names
        self.anchors = anchors
    }

    /// The lists; a kind of fact that the document lacks has none.
    var html: String { entities + roles + quotes + dates + quantities + sources }

    private var entities: String {
        let mentions = Dictionary(grouping: annotation.mentions.indices) { annotation.mentions[$0].entity }
        return list(
            "Names",
            annotation.entities.indices.map { index in
                let entity = annotation.entities[index]
                var content = HTML.element("b", [("class", "name \(entity.type.rawValue)")], HTML.line(entity.name))
                content += note(names.kind(entity))
                for office in names.offices(entity.id) { content += row(HTML.line(office)) }
                if !entity.aliases.isEmpty {
                    content += row("also " + HTML.line(entity.aliases.joined(separator: " · ")))
                }
                let places = mentions[entity.id]?.compactMap { anchors.reference(.mention, $0) } ?? []
                if !places.isEmpty { content += row("in the text " + links(places)) }
                return item(Anchors.entity(index), content)
            })
    }

    private var roles: String {
        list(
            "Roles",
            annotation.roles.indices.map { index in
                let role = annotation.roles[index]
                return fact(.role, index, names.office(role), entityLink(role.holder))
            })
    }

    private var quotes: String {
        list(
            "Quotations",
            annotation.quotes.indices.map { index in
                let quote = annotation.quotes[index]
                var told = entityLink(quote.speaker)
                if told.isEmpty { told = HTML.line(quote.speakerText ?? "speaker unknown") }
                if let cue = quote.cue { told += note(cue) }
                if let source = names.name(quote.source) { told += note("reported by \(source)") }
                if quote.kind == .indirect { told += note("indirect") }
                return fact(.quote, index, quote.text, told)
            })
    }

    private var dates: String {
        list(
            "Dates",
            annotation.dates.indices.map { index in
                let date = annotation.dates[index]
                let value = date.resolved.map { "\(date.value) = \($0)" } ?? date.value
                return fact(.date, index, date.text, HTML.line(value) + note(date.type.rawValue))
            })
    }

    private var quantities: String {
        list(
            "Numbers",
            annotation.quantities.indices.map { index in
                let quantity = annotation.quantities[index]
                let value = HTML.line(names.value(quantity)) + note(quantity.kind.rawValue)
                return fact(.quantity, index, quantity.text, value)
            })
    }

    private var sources: String {
        list(
            "Sources cited",
            annotation.sources.indices.map { index in
                let source = annotation.sources[index]
                return fact(.source, index, source.text, entityLink(source.entity))
            })
    }

    // MARK: Parts

    private func list(_ title: String, _ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        let heading = HTML.element("h2", [], "\(HTML.line(title)) \(note(Numbers.grouped(items.count)))")
        return HTML.element("section", [], "\(heading)\n<ul>\n\(items.joined())</ul>") + "\n"
    }

    private func item(_ id: String, _ content: String) -> String { HTML.element("li", [("id", id)], content) + "\n" }

    /// A fact with its words, which lead to the text.
    private func fact(_ kind: TextMark.Kind, _ index: Int, _ words: String, _ told: String) -> String {
        let reference = anchors.reference(kind, index)
        let words = HTML.element(reference == nil ? "span" : "a", [("href", reference)], HTML.line(words))
        return item(Anchors.fact(kind, index), words + (told.isEmpty ? "" : row(told)))
    }

    private func entityLink(_ id: String?) -> String {
        guard let id, let place = names.places[id], let entity = names.entity(id) else { return "" }
        let attributes = [("class", "name \(entity.type.rawValue)"), ("href", "#\(Anchors.entity(place))")]
        return HTML.element("a", attributes, HTML.line(entity.name))
    }

    private func links(_ references: [String]) -> String {
        let links = references.enumerated().map { HTML.element("a", [("href", $1)], "\($0 + 1)") }
        return links.joined(separator: " ")
    }

    private func row(_ html: String) -> String { HTML.element("div", [], html) }

    private func note(_ text: String) -> String { " " + HTML.element("small", [], HTML.line(text)) }
}
