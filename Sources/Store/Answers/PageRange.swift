import GRDB

/// A part of a list that an index can seek to. A page goes on with one or more of them, one behind the other: SQLite does
/// not seek to the second of two sorted columns by one comparison where the first is an expression.
struct PageRange {
    /// On the alias of the list's table.
    var condition: String
    var arguments: StatementArguments
    /// As in the whole list, without what the condition holds fast.
    var order: String

    /// The list from its start.
    static func all(order: String) -> [PageRange] { [PageRange(condition: "true", arguments: [], order: order)] }

    /// The rows of the ranges up to a limit.
    static func rows<Item>(
        _ ranges: [PageRange], limit: Int, fetch: (PageRange, _ limit: Int) throws -> [Item]
    ) rethrows -> [Item] {
        var items: [Item] = []
        for range in ranges where items.count < limit { items += try fetch(range, limit - items.count) }
        return items
    }
}
