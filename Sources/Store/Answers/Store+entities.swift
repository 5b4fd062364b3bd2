import Annotation
import GRDB
import Resolution
package import Wire

extension Store {
    /// Entities by name, type and country; most documents first, then by id.
    ///
    /// - Throws: `bad_field`, `deadline`.
    package func entities(
        _ parameters: EntitiesParameters, deadlineMs: Int? = nil
    ) async throws -> (page: Page<EntitySummary>, next: String?) {
        let limit = try PageLimit.rows(parameters.limit)
        // A search for a long string in long names is one step for SQLite, which no deadline ends.
        guard parameters.name?.utf8.count ?? 0 <= 1_000 else {
            throw WireError.badField("name", "The name has more than 1000 bytes: give a part of it.")
        }
        let filter = Self.filter(parameters)
        let after = try PageToken.parts(parameters.after, count: 2).map { parts in
            guard let global = GlobalID.number(parts[1]) else { throw PageToken.refusal }
            return EntityRows.after(documents: try PageToken.number(parts[0]), global: global)
        }
        return try await read(deadlineMs: deadlineMs) { db in
            let from = after ?? PageRange.all(order: EntityRows.order)
            var items = try EntityRows.fetch(db, where: filter.0, filter.1, from: from, limit: limit + 1).map(\.summary)
            guard items.count > limit else { return (Page(items: items), nil) }
            items.removeLast()
            return (Page(items: items), items.last.map { PageToken.make(String($0.documents), $0.id) })
        }
    }

    private static func filter(_ parameters: EntitiesParameters) -> (String, StatementArguments) {
        var conditions = ["true"]
        var arguments = StatementArguments()
        func add(_ condition: String, _ more: StatementArguments) {
            conditions.append(condition)
            arguments += more
        }
        if let name = parameters.name {
            add(
                """
                e.id IN (SELECT ef.entity FROM form f JOIN entity_form ef ON ef.form = f.id
                    WHERE instr(f.folded, ?) > 0)
                """, [EntityKey.fold(name)])
        }
        if let type = parameters.type { add("e.type = ?", [EntityCode.of(type)]) }
        if let country = parameters.country { add("\(EntityRows.country) = ?", [country.uppercased()]) }
        return (conditions.joined(separator: " AND "), arguments)
    }
}
