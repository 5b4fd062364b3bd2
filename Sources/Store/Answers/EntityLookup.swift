import Annotation
import GRDB
import Resolution
import Wire

/// From what a person calls an entity to its form.
enum EntityLookup {
    /// How many bearers of one name are compared.
    private static let mostBearers = 2_000

    /// By `globalId`, or by a name in any spelling: the best name of one entity goes before an alias of another.
    ///
    /// - Throws: `unknown_entity`, `ambiguous` with candidates.
    static func resolve(_ query: String, _ lookup: Lookup) throws -> FormRecord {
        if let global = GlobalID.number(query) {
            let record = try lookup.form(global: global).flatMap { try lookup.record($0) }
            guard let record, record.documents > 0 else { throw unknown(query) }
            return record
        }
        let folded = EntityKey.fold(query)
        var found = try named(folded, lookup)
        if found.isEmpty { found = try alsoNamed(folded, lookup) }
        guard let first = found.first else { throw unknown(query) }
        guard found.count == 1 else {
            throw WireError(
                .ambiguous, "Several entities are called \(query.prefix(80)): give the id of one.",
                detail: ["candidates": .list(found.prefix(10).map { describe(EntityRows.summary($0)) })])
        }
        return first
    }

    /// Those whose best name it is, most documents first: the id of each type is looked up.
    static func named(_ folded: String, _ lookup: Lookup) throws -> [FormRecord] {
        let records = try EntityCode.types.compactMap { type in
            let global = Int64(bitPattern: EntityKey.globalNumber(type: type, folded: folded))
            return try lookup.form(global: global).flatMap { try lookup.record($0) }
        }
        return ranked(records)
    }

    /// Those that have it as another name, most documents first.
    static func alsoNamed(_ folded: String, _ lookup: Lookup) throws -> [FormRecord] {
        let records = try lookup.ids(.alias, Ordinal.hash(folded)).prefix(mostBearers).compactMap {
            try lookup.record($0)
        }
        return ranked(
            records.filter { record in
                record.namesInUse.contains { DocumentFacts.fold($0.text).utf8.elementsEqual(folded.utf8) }
            })
    }

    private static func ranked(_ records: [FormRecord]) -> [FormRecord] {
        records.filter { $0.documents > 0 }.sorted { $0.rank < $1.rank }
    }

    private static func describe(_ entity: EntitySummary) -> String {
        let unit = entity.documents == 1 ? "document" : "documents"
        return "\(entity.id) \(entity.name) (\(entity.type.rawValue), \(entity.documents) \(unit))"
    }

    private static func unknown(_ query: String) -> WireError {
        WireError(.unknownEntity, "No document names \(query.prefix(80)).")
    }
}
