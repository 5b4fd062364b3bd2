import Annotation
import GRDB
import Resolution
import Wire

/// From what a person calls an entity to its row.
enum EntityLookup {
    struct Found {
        var id: Int64
        var summary: EntitySummary
    }

    /// By `globalId`, or by a name in any spelling: the best name of one entity goes before an alias of another.
    ///
    /// - Throws: `unknown_entity`, `ambiguous` with candidates.
    static func resolve(_ query: String, _ db: Database) throws -> Found {
        if let global = GlobalID.number(query) {
            guard let found = try EntityRows.fetch(db, where: "e.global = ?", [global], limit: 1).first else {
                throw unknown(query)
            }
            return found
        }
        let folded = EntityKey.fold(query)
        var found = try EntityRows.fetch(db, where: "e.folded = ?", [folded], limit: 10)
        if found.isEmpty {
            found = try EntityRows.fetch(
                db,
                where: """
                    e.id IN (SELECT ef.entity FROM form f JOIN entity_form ef ON ef.form = f.id WHERE f.folded = ?)
                    """, [folded], limit: 10)
        }
        guard let first = found.first else { throw unknown(query) }
        guard found.count == 1 else {
            throw WireError(
                .ambiguous, "Several entities are called \(query.prefix(80)): give the id of one.",
                detail: ["candidates": .list(found.map { describe($0.summary) })])
        }
        return first
    }

    private static func describe(_ entity: EntitySummary) -> String {
        let unit = entity.documents == 1 ? "document" : "documents"
        return "\(entity.id) \(entity.name) (\(entity.type.rawValue), \(entity.documents) \(unit))"
    }

    private static func unknown(_ query: String) -> WireError {
        WireError(.unknownEntity, "No document names \(query.prefix(80)).")
    }
}
