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
            return try only(query, of: try identified(global, lookup), lookup)
        }
        let folded = EntityKey.fold(query)
        var found = try named(folded, lookup)
        if found.isEmpty { found = try alsoNamed(folded, lookup) }
        return try only(query, of: found, lookup)
    }

    /// Every id that was ever given out is that of a form, or of its name alone: it leads to where the form is now.
    private static func identified(_ global: Int64, _ lookup: Lookup) throws -> [FormRecord] {
        let current = try ranked(lookup.ids(.entity, global).compactMap { try lookup.record($0) }, lookup)
        if !current.isEmpty { return current }
        let forms = try lookup.ids(.formName, global) + [lookup.form(global: global)].compactMap { $0 }
        return try ranked(forms.compactMap { try lookup.record($0) }, lookup)
    }

    private static func only(_ query: String, of found: [FormRecord], _ lookup: Lookup) throws -> FormRecord {
        guard let first = found.first else { throw unknown(query) }
        guard found.count == 1 else {
            throw WireError(
                .ambiguous, "Several entities are called \(query.prefix(80)): give the id of one.",
                detail: ["candidates": .list(try found.prefix(10).map { describe(try EntityRows.summary($0, lookup)) })]
            )
        }
        return first
    }

    /// Those whose best name it is, most documents first: the id of each type is looked up.
    static func named(_ folded: String, _ lookup: Lookup) throws -> [FormRecord] {
        let records = try EntityCode.types.map { type in
            let global = Int64(bitPattern: EntityKey.globalNumber(type: type, folded: folded))
            return try lookup.ids(.formName, global).compactMap { try lookup.record($0) }
        }
        return try ranked(records.flatMap(\.self), lookup)
    }

    /// Those that have it as another name, most documents first.
    static func alsoNamed(_ folded: String, _ lookup: Lookup) throws -> [FormRecord] {
        let records = try lookup.ids(.alias, Ordinal.hash(folded)).prefix(mostBearers).compactMap {
            try lookup.record($0)
        }
        return try ranked(
            records.filter { record in
                record.namesInUse.contains { DocumentFacts.fold($0.text).utf8.elementsEqual(folded.utf8) }
            }, lookup)
    }

    /// The entities of the forms that documents name, each once, most documents first.
    private static func ranked(_ records: [FormRecord], _ lookup: Lookup) throws -> [FormRecord] {
        var leaders: [Int64: FormRecord] = [:]
        for record in records where record.documents > 0 && leaders[record.leader] == nil {
            leaders[record.leader] = record.leader == record.form ? record : try lookup.record(record.leader)
        }
        return leaders.values.filter(\.isRanked).sorted { $0.rank < $1.rank }
    }

    private static func describe(_ entity: EntitySummary) -> String {
        let unit = entity.documents == 1 ? "document" : "documents"
        return "\(entity.id) \(entity.name) (\(entity.type.rawValue), \(entity.documents) \(unit))"
    }

    private static func unknown(_ query: String) -> WireError {
        WireError(.unknownEntity, "No document names \(query.prefix(80)).")
    }
}
