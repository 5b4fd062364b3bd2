import Annotation
import GRDB
import Wire

/// Rows of `entities`, wherever they are shown.
enum EntityRows {
    /// Most documents first, then by id; the id is an unsigned number in a signed column.
    static let order = "e.documents DESC, e.global < 0, e.global"

    /// The form of the best name that most mentions have. Another form, like a surname, may stand more often.
    static let name = """
        (SELECT f.name FROM entity_form ef JOIN form f ON f.id = ef.form
         WHERE ef.entity = e.id AND f.folded = e.folded ORDER BY ef.mentions DESC, f.name LIMIT 1)
        """

    /// The country that most documents give.
    static let country = """
        (SELECT c.country FROM entity_country c WHERE c.entity = e.id ORDER BY c.documents DESC, c.country LIMIT 1)
        """

    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments, limit: Int
    ) throws -> [EntityLookup.Found] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.id, e.global, e.type, e.documents, e.mentions, \(name) AS name, \(country) AS country
                FROM entity e WHERE e.documents > 0 AND \(condition) ORDER BY \(order) LIMIT ?
                """, arguments: arguments + [limit])
        return rows.map { EntityLookup.Found(id: $0["id"], summary: summary($0, documents: $0["documents"])) }
    }

    static func summary(_ row: Row, documents: Int) -> EntitySummary {
        EntitySummary(
            id: GlobalID.string(row["global"]), type: EntityCode.types[row["type"]], name: row["name"] ?? "",
            country: row["country"], documents: documents, mentions: row["mentions"])
    }
}
