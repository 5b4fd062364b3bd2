import Annotation

/// The list of the pages in a folder: the newest first, in groups that a line of links at the top leads to.
struct IndexPage {
    private var rows: [Row] = []

    mutating func add(_ row: Row) { rows.append(row) }

    var html: String {
        let groups = Group.all(of: rows.sorted { $0.stands(before: $1) })
        var counts = [
            Numbers.count(rows.reduce(0) { $0 + $1.quotes }, "quotation"),
            Numbers.count(rows.reduce(0) { $0 + $1.names }, "name"),
        ]
        let undated = rows.count { $0.published == nil }
        if undated > 0 { counts.append("\(Numbers.grouped(undated)) without a date") }
        let heading = Numbers.count(rows.count, "document")
        let note = HTML.element("p", [("class", "meta")], HTML.line(counts.joined(separator: " · ")))
        return PageFrame.html(
            title: heading,
            body: "<h1>\(heading)</h1>\n\(note)\n\(links(groups))\(groups.map(section).joined(separator: "\n"))")
    }

    // MARK: Groups

    /// Rows that stand under one heading.
    private struct Group {
        var id: String
        var title: String
        var rows: ArraySlice<Row>

        /// More than this are parted, so that each link leads near to what is sought.
        static let size = 100

        /// From more months than this it is years that are listed.
        private static let largestMonths = 36

        /// One group a month or a year; large ones in parts. The rows are sorted.
        static func all(of rows: [Row]) -> [Group] {
            let length = Set(rows.map { $0.published?.prefix(7) }).count > largestMonths ? 4 : 7
            var groups: [Group] = []
            var start = 0
            while start < rows.count {
                let period = rows[start].published?.prefix(length)
                let end = rows[start...].firstIndex { $0.published?.prefix(length) != period } ?? rows.count
                groups += parts(of: rows[start..<end], period: period.map(String.init))
                start = end
            }
            return groups
        }

        private static func parts(of rows: ArraySlice<Row>, period: String?) -> [Group] {
            let title = period.map { DateInWords.of($0) ?? $0 } ?? "No date"
            let count = (rows.count + size - 1) / size
            return (0..<count).map { index in
                let start = rows.startIndex + rows.count * index / count
                let part = rows[start..<(rows.startIndex + rows.count * (index + 1) / count)]
                let id = "\(period ?? "undated")-\(index + 1)"
                return Group(id: id, title: count == 1 ? title : "\(title), \(range(part, period))", rows: part)
            }
        }

        /// What tells a part from its neighbours: its days, or its files.
        private static func range(_ rows: ArraySlice<Row>, _ period: String?) -> String {
            guard let first = rows.first, let last = rows.last else { return "" }
            guard period == nil else {
                let days = (first.published ?? "", last.published ?? "")
                return days.0 == days.1 ? days.0 : "\(days.0) to \(days.1)"
            }
            let names = [first.file, last.file].map { file in
                let stem = file.split(separator: ".").first ?? ""
                return stem.count > 14 ? stem.prefix(13) + "…" : stem
            }
            return names.joined(separator: " to ")
        }
    }

    private func links(_ groups: [Group]) -> String {
        guard groups.count > 1 else { return "" }
        let links = groups.map { group in
            let title = HTML.line(group.title) + " " + HTML.element("small", [], Numbers.grouped(group.rows.count))
            return HTML.element("li", [], HTML.element("a", [("href", "#\(group.id)")], title))
        }
        return HTML.element("ul", [("class", "groups")], links.joined()) + "\n"
    }

    private func section(_ group: Group) -> String {
        let heading = HTML.element("h2", [("id", group.id), ("dir", "auto")], HTML.line(group.title))
        let head = """
            <thead><tr><th class="date">Published</th><th>Document</th><th class="source">Source</th>\
            <th class="number">Quotations</th><th class="number">Names</th><th class="top">Mostly about</th></tr></thead>
            """
        let body = group.rows.map(row).joined(separator: "\n")
        return "\(heading)\n<table class=\"index\">\n\(head)\n<tbody>\n\(body)\n</tbody>\n</table>"
    }

    private func row(_ row: Row) -> String {
        let link = HTML.element("a", [("href", row.page), ("dir", "auto")], HTML.line(row.title))
        let top = row.top.map { HTML.element("span", [("class", "name \($0.type.rawValue)")], HTML.line($0.name)) }
        let source = [row.source, row.file].filter { !$0.isEmpty }.joined(separator: " · ")
        let cells = [
            HTML.element("td", [("class", "date")], HTML.line(row.published ?? "")),
            HTML.element("td", [("class", "title")], link),
            HTML.element("td", [("class", "source"), ("title", source)], HTML.line(source)),
            HTML.element("td", [("class", "number"), ("data-unit", "quotations")], Numbers.grouped(row.quotes)),
            HTML.element("td", [("class", "number"), ("data-unit", "names")], Numbers.grouped(row.names)),
            HTML.element("td", [("class", "top")], top.joined(separator: " ")),
        ]
        return HTML.element("tr", [], cells.joined())
    }
}
