import ClientKit

/// Shows the rows of a long answer: a table for people, JSON Lines for programs.
struct Listing<Row: Codable & Sendable> {
    let columns: [Table.Column]
    /// What to say where there is none.
    let nothing: String
    let cells: (Row) -> [String]

    /// Shows up to the limit; returns the number shown.
    @discardableResult
    func show<Rows: AsyncSequence>(_ rows: Rows, limit: Int, on console: Console) async throws -> Int
    where Rows.Element == Row {
        var table = Table(columns)
        var shown = 0
        var hasMore = false
        for try await row in rows {
            if shown == limit {
                hasMore = true
                break
            }
            shown += 1
            if console.isJSON { try console.json(row) } else { table.add(cells(row)) }
        }
        guard shown > 0 else { throw Failure(.nothingFound, nothing) }
        if !console.isJSON { console.print(table) }
        console.flush()
        if hasMore {
            console.note(
                shown == 1
                    ? "The first is shown: --limit 0 shows all."
                    : "The first \(Numbers.grouped(shown)) are shown: --limit 0 shows all.")
        }
        return shown
    }
}
