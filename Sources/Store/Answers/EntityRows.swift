import Annotation
import GRDB
import Wire

/// Rows of `entities`, wherever they are shown.
enum EntityRows {
    /// The entity that a form stands for: its best name, and what all its forms have together.
    static func summary(_ record: FormRecord, _ lookup: Lookup) throws -> EntitySummary {
        let forms = try members(of: record, lookup)
        return EntitySummary(
            id: GlobalID.string(record.entity), type: EntityCode.types[record.type],
            name: String(
                try CorrectionRows.name(of: record, lookup.db)?.prefix(1_000) ?? record.bestName.prefix(1_000)),
            country: record.country ?? country(of: forms),
            documents: record.total, mentions: forms.reduce(0) { $0 + $1.mentions })
    }

    /// All forms of an entity, the one that stands for it first; a component has at most 256.
    static func members(of record: FormRecord, _ lookup: Lookup) throws -> [FormRecord] {
        if record.total == record.documents { return [record] }
        let others = try lookup.ids(.entity, record.entity).filter { $0 != record.form }.compactMap {
            try lookup.record($0)
        }
        return [record] + others.filter { $0.leader == record.form && $0.documents > 0 }
    }

    private static func country(of forms: [FormRecord]) -> String? {
        forms.compactMap { form in form.country.map { (form.documents, $0) } }
            .min { ($1.0, $0.1) < ($0.0, $1.1) }?.1
    }

    /// The names of all forms, most mentions first.
    static func names(of forms: [FormRecord]) -> [FormRecord.Name] {
        var names: [[UInt8]: FormRecord.Name] = [:]
        for name in forms.flatMap(\.namesInUse) {
            let key = Array(name.text.utf8)
            names[key, default: FormRecord.Name(text: name.text)].documents += name.documents
            names[key]?.mentions += name.mentions
        }
        return names.sorted {
            $0.value.mentions != $1.value.mentions
                ? $0.value.mentions > $1.value.mentions : $0.key.lexicographicallyPrecedes($1.key)
        }.map(\.value)
    }
}
