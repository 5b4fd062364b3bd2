import Annotation
import GRDB
import Wire

/// Rows of `entities`, wherever they are shown.
enum EntityRows {
    /// Most documents first, then by id; the id is an unsigned number in a signed column.
    static let order = "e.documents DESC, e.global < 0, e.global"

    /// The form of the best name that most mentions have, at most 1,000 characters. Another form, like a surname, may
    /// stand more often.
    static let name = """
        (SELECT substr(f.name, 1, 1000) FROM entity_form ef JOIN form f ON f.id = ef.form
         WHERE ef.entity = e.id AND f.folded = e.folded ORDER BY ef.mentions DESC, f.name LIMIT 1)
        """

    /// The country that most documents give.
    static let country = """
        (SELECT c.country FROM entity_country c WHERE c.entity = e.id ORDER BY c.documents DESC, c.country LIMIT 1)
        """

    /// What comes after an entity in `order`.
    static func after(documents: Int, global: Int64) -> [PageRange] {
        let isHigh = global < 0
        return [
            PageRange(
                condition: "e.documents = ? AND (e.global < 0) = ? AND e.global > ?",
                arguments: [documents, isHigh, global], order: "e.global"),
            PageRange(
                condition: "e.documents = ? AND (e.global < 0) > ?", arguments: [documents, isHigh], order: order),
            PageRange(condition: "e.documents < ?", arguments: [documents], order: order),
        ]
    }

    /// The rows that a condition on `e` selects. Names and countries are looked up for the rows of the page alone.
    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments,
        from ranges: [PageRange] = PageRange.all(order: order), limit: Int
    ) throws -> [EntityLookup.Found] {
        try PageRange.rows(ranges, limit: limit) { range, limit in
            let rows = try Row.fetchAll(
                db, sql: sql(where: condition, range), arguments: arguments + range.arguments + [limit])
            return rows.map { EntityLookup.Found(id: $0["id"], summary: summary($0, documents: $0["documents"])) }
        }
    }

    static func sql(where condition: String, _ range: PageRange) -> String {
        """
        SELECT e.id, e.global, e.type, e.documents, e.mentions, \(name) AS name, \(country) AS country
        FROM (SELECT e.id FROM entity e WHERE e.documents > 0 AND \(condition) AND \(range.condition)
              ORDER BY \(range.order) LIMIT ?) page CROSS JOIN entity e ON e.id = page.id
        ORDER BY \(order)
        """
    }

    static func summary(_ row: Row, documents: Int) -> EntitySummary {
        EntitySummary(
            id: GlobalID.string(row["global"]), type: EntityCode.types[row["type"]], name: row["name"] ?? "",
            country: row["country"], documents: documents, mentions: row["mentions"])
    }
}
