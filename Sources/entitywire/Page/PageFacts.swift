import Annotation

/// What was found in a document as lists of HTML, each fact linked to its places in the text.
struct PageFacts {
    let annotation: Annotation
    let names: FactNames
    let anchors: Anchors
    private let scalars: [Unicode.Scalar]

    init(_ names: FactNames, _ anchors: Anchors, text: String) {
        annotation = names.annotation
        self.names = names
        self.anchors = anchors
        scalars = Array(text.unicodeScalars)
    }

    /// The lists, what was said first; a kind of fact that the document lacks has none.
    var html: String { quotes + entities + roles + dates + quantities + sources }

    /// A line of links to the lists, with how much is in each.
    var summary: String {
        let kinds: [(String, Int, String, String)] = [
            ("quotations", annotation.quotes.count, "quotation", "quotations"),
            ("names", annotation.entities.count, "name", "names"), ("roles", annotation.roles.count, "role", "roles"),
            ("dates", annotation.dates.count, "date", "dates"),
            ("numbers", annotation.quantities.count, "number", "numbers"),
            ("sources", annotation.sources.count, "source", "sources"),
        ]
        let links = kinds.filter { $0.1 > 0 }.map { id, count, one, many in
            HTML.element("a", [("href", "#\(id)")], Numbers.count(count, one, many))
        }
        guard !links.isEmpty else { return "" }
        let text = HTML.element("a", [("class", "totext"), ("href", "#text")], "Text")
        return HTML.element("nav", [("class", "facts")], ([text] + links).joined(separator: " "))
    }

    // MARK: Kinds of facts

    private var quotes: String {
        list(
            "quotations", "Quotations",
            annotation.quotes.indices.map { index in
                let quote = annotation.quotes[index]
                let note = names.speakerNote(quote)
                let words = note.words.map { HTML.element("small", [], HTML.line("\($0) → ")) } ?? ""
                var told = entityLink(quote.speaker)
                told = told.isEmpty ? HTML.line(note.name) : words + told
                let reporter = names.name(quote.source).map { "reported by \($0)" }
                let kind = quote.kind == .indirect ? "indirect" : nil
                let notes = [note.isInferred ? "inferred" : nil, quote.cue, kind, reporter].compactMap(\.self)
                if !notes.isEmpty { told += self.note(notes.joined(separator: " · ")) }
                return fact(.quote, index, quote.text, told)
            })
    }

    private var entities: String {
        let mentions = Dictionary(grouping: annotation.mentions.indices) { annotation.mentions[$0].entity }
        let order = annotation.entities.indices.sorted {
            let counts = (mentions[annotation.entities[$0].id]?.count, mentions[annotation.entities[$1].id]?.count)
            return (-(counts.0 ?? 0), $0) < (-(counts.1 ?? 0), $1)
        }
        return list("names", "Names", order.map { entity($0, mentions[annotation.entities[$0].id] ?? []) })
    }

    private func entity(_ index: Int, _ mentions: [Int]) -> String {
        let entity = annotation.entities[index]
        let places = mentions.filter { anchors.reference(.mention, $0) != nil }
        let name = HTML.element("b", [("class", "name \(entity.type.rawValue)")], HTML.line(entity.name))
        let count = places.isEmpty ? nil : Numbers.count(places.count, "place")
        var content = name + note([names.kind(entity), count].compactMap(\.self).joined(separator: " · "))
        if !places.isEmpty {
            let shown = places.map { HTML.element("li", [], place(annotation.mentions[$0], $0)) }
            let list = HTML.element("ul", [], shown.joined())
            content = HTML.element("details", [], HTML.element("summary", [], content) + list)
        }
        let offices = names.offices(entity.id)
        if !offices.isEmpty { content += row(HTML.line(offices.joined(separator: " · "))) }
        if !entity.aliases.isEmpty {
            content += row(HTML.element("small", [], "also " + HTML.line(entity.aliases.joined(separator: " · "))))
        }
        return item(Anchors.entity(index), content)
    }

    /// A mention among some of the words around it, which leads to the text.
    private func place(_ mention: Mention, _ index: Int) -> String {
        let reach = 30
        let before = scalars[max(0, mention.start - reach)..<mention.start].drop { $0 != " " && $0 != "\n" }
        let after = scalars[mention.end..<min(scalars.count, mention.end + reach)]
        let cut = after.lastIndex { $0 == " " || $0 == "\n" } ?? after.endIndex
        let words = [Array(before), Array(after[..<cut])].map { scalars in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return HTML.line(String(view))
        }
        let name = HTML.element("a", [("href", anchors.reference(.mention, index))], HTML.line(mention.text))
        return HTML.element("small", [], "…\(words[0])\(name)\(words[1])…")
    }

    private var roles: String {
        list(
            "roles", "Roles",
            annotation.roles.indices.map { index in
                let role = annotation.roles[index]
                return fact(.role, index, names.office(role), entityLink(role.holder))
            })
    }

    private var dates: String {
        list(
            "dates", "Dates",
            annotation.dates.indices.map { index in
                let date = annotation.dates[index]
                let value = date.resolved ?? date.value
                let words = DateInWords.of(value, repeated: date.type == .set)
                let values = date.resolved.map { $0 == date.value ? $0 : "\($0), from \(date.value)" } ?? date.value
                return fact(.date, index, date.text, HTML.line(words ?? date.type.rawValue) + note(values))
            })
    }

    private var quantities: String {
        list(
            "numbers", "Numbers",
            annotation.quantities.indices.map { index in
                let quantity = annotation.quantities[index]
                let value = HTML.line(names.value(quantity)) + note(quantity.kind.rawValue)
                return fact(.quantity, index, quantity.text, value)
            })
    }

    private var sources: String {
        list(
            "sources", "Sources cited",
            annotation.sources.indices.map { index in
                let source = annotation.sources[index]
                return fact(.source, index, source.text, entityLink(source.entity))
            })
    }

    // MARK: Parts

    private func list(_ id: String, _ title: String, _ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        let heading = HTML.element("h2", [("id", id)], "\(HTML.line(title)) \(note(Numbers.grouped(items.count)))")
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

    private func row(_ html: String) -> String { HTML.element("div", [], html) }

    private func note(_ text: String) -> String { " " + HTML.element("small", [], HTML.line(text)) }
}
