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
        let filter = RankingWalk.Filter(
            type: parameters.type.map(EntityCode.of), country: parameters.country?.uppercased())
        let after = try PageToken.parts(parameters.after, count: 2).map { parts in
            guard let global = GlobalID.number(parts[1]) else { throw PageToken.refusal }
            return Pair(-Int64(try PageToken.number(parts[0])), Ordinal.of(global))
        }
        return try await answer(deadlineMs: deadlineMs) { lookup in
            if let name = parameters.name.map(EntityKey.fold) {
                return try NameSearch(lookup, part: name, filter).page(after: after, limit: limit)
            }
            var walk = try RankingWalk(lookup, filter, after: after)
            var items: [FormRecord] = []
            while items.count <= limit, let record = try walk.next() { items.append(record) }
            return Self.page(items, limit: limit)
        }
    }

    /// A page of entities out of its rows and one more.
    static func page(_ records: [FormRecord], limit: Int) -> (page: Page<EntitySummary>, next: String?) {
        let items = records.prefix(limit)
        return (
            Page(items: items.map(EntityRows.summary)),
            records.count > limit ? items.last.map { token($0.rank) } : nil
        )
    }

    static func token(_ rank: Pair) -> String {
        PageToken.make(String(-rank.first), GlobalID.string(Ordinal.of(rank.second)))
    }
}
