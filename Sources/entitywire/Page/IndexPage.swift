import Annotation

/// The list of the pages in a folder.
struct IndexPage {
    struct Row {
        var file: String
        var title: String
        var published: String?
        var language: String?
        var names: Int
        var quotes: Int
        /// The entities that the document speaks of most.
        var top: [Entity]

        /// - Parameter file: the page's name in the folder.
        init(_ page: DocumentPage, file: String) {
            let annotation = page.annotation
            self.file = file
            title = page.title
            published = annotation.published?.value
            language = annotation.language
            names = annotation.entities.count
            quotes = annotation.quotes.count
            let counts = Dictionary(grouping: annotation.mentions, by: \.entity).mapValues(\.count)
            let ranked = annotation.entities.enumerated().sorted {
                (-(counts[$0.element.id] ?? 0), $0.offset) < (-(counts[$1.element.id] ?? 0), $1.offset)
            }
            top = ranked.prefix(6).map(\.element)
        }
    }

    private var rows: [Row] = []

    mutating func add(_ row: Row) { rows.append(row) }

    var html: String {
        let heading = "<h1>\(Numbers.count(rows.count, "document"))</h1>"
        let head = """
            <thead><tr><th>Document</th><th>Published</th><th>Language</th><th class="number">Names</th>\
            <th class="number">Quotations</th><th>Mostly about</th></tr></thead>
            """
        let body = rows.map { row($0) }.joined(separator: "\n")
        return PageFrame.html(
            title: Numbers.count(rows.count, "document"),
            body: "\(heading)\n<table>\n\(head)\n<tbody>\n\(body)\n</tbody>\n</table>")
    }

    private func row(_ row: Row) -> String {
        let link = HTML.element("a", [("href", row.file), ("dir", "auto")], HTML.line(row.title))
        let top = row.top.map { HTML.element("span", [("class", "name \($0.type.rawValue)")], HTML.line($0.name)) }
        let cells = [
            HTML.element("td", [], link),
            HTML.element("td", [("class", "fact")], HTML.line(row.published ?? "")),
            HTML.element("td", [("class", "fact")], HTML.line(row.language ?? "")),
            HTML.element("td", [("class", "number"), ("data-unit", "names")], Numbers.grouped(row.names)),
            HTML.element("td", [("class", "number"), ("data-unit", "quotations")], Numbers.grouped(row.quotes)),
            HTML.element("td", [], top.joined(separator: " ")),
        ]
        return HTML.element("tr", [], cells.joined())
    }
}
