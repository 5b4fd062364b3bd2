import CommandSupport

/// Rows in columns for people; what does not fit the width is cut with `…`.
struct Table {
    struct Column {
        var title: String
        /// Aligned to the right.
        var isNumber = false
        /// Where the cell is cut, its end is kept.
        var keepsEnd = false
        /// How readily this column gives up room where the line is too long; 0 keeps its width.
        var gives = 0
        /// What the cells usually hold: a column in which every row holds this, or nothing, is left out.
        var ordinary: String?
    }

    private static let gap = "  "
    private static let narrowest = 8

    let columns: [Column]
    private var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; the cells come from anywhere and are made harmless here.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "A row has a cell for each column")
        rows.append(cells.map(Sanitised.line))
    }

    var isEmpty: Bool { rows.isEmpty }

    /// The heading and the rows, none wider than the width where that is possible at all.
    func lines(width: Int, style: TextStyle = .plain) -> [String] { telling.allLines(width: width, style: style) }

    /// The table without the columns that tell nothing.
    private var telling: Table {
        let kept = columns.indices.filter { column in
            guard let ordinary = columns[column].ordinary else { return true }
            return !rows.allSatisfy { $0[column].isEmpty || $0[column] == ordinary }
        }
        guard kept.count < columns.count else { return self }
        var table = Table(kept.map { columns[$0] })
        table.rows = rows.map { row in kept.map { row[$0] } }
        return table
    }

    private func allLines(width: Int, style: TextStyle) -> [String] {
        let widths = fit(natural: naturalWidths(), into: width)
        return [style.bold(line(columns.map(\.title), widths))] + rows.map { line($0, widths) }
    }

    private func naturalWidths() -> [Int] {
        columns.indices.map { column in
            rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of($1[column])) }
        }
    }

    /// Takes the columns that may give in turn, the widest first, until the line fits.
    private func fit(natural: [Int], into width: Int) -> [Int] {
        var widths = natural
        var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
        while excess > 0 {
            let givers = columns.indices.filter { columns[$0].gives > 0 && widths[$0] > Self.narrowest }
            let widest = givers.max { widths[$0] * columns[$0].gives < widths[$1] * columns[$1].gives }
            guard let widest else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var result = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { result += Self.gap }
            let shown = DisplayWidth.truncate(cell, to: widths[index], keepingEnd: columns[index].keepsEnd)
            let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(shown)))
            result += columns[index].isNumber ? padding + shown : shown + padding
        }
        while result.last == " " { result.removeLast() }
        return result
    }
}
