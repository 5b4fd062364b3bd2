import Annotation
import Foundation
import GRDB

/// What the transaction sees: its own changes over those of memory over the file.
extension Writing {
    func ids(_ index: PairIndex, _ key: Int64) throws -> [Int64] {
        let changed = Changes.Key(index: index, key: key)
        var marks = draft.pairs[changed] ?? [:]
        if let own = own.pairs[changed] { marks.merge(own) { $1 } }
        // The id of a form stands for one form.
        if index == .formKey, let form = marks.first { return [form.key] }
        let known = try lookup.ids(index, key)
        guard !marks.isEmpty else { return known }
        return known.filter { marks[$0] == nil } + marks.filter(\.value).map(\.key).sorted()
    }

    /// With what the transaction changed so far, for a walk.
    var seen: Lookup {
        var seen = lookup
        seen.recent.apply(draft, sequence: .max)
        seen.recent.apply(own, sequence: .max)
        return seen
    }

    func record(_ form: Int64) throws -> FormRecord? {
        try own.records[form] ?? draft.records[form] ?? lookup.record(form)
    }

    /// The form of an entity of a document, made where it is new.
    mutating func form(_ item: DocumentFacts.Item) throws -> Int64 {
        if let form = try ids(.formKey, Ordinal.of(item.global)).first { return form }
        let name = item.forms[0].name
        try db.run(
            "INSERT INTO form (global, type, name) VALUES (?, ?, ?)", [item.global, EntityCode.of(item.type), name])
        let form = db.lastInsertedRowID
        own.set(.formKey, Ordinal.of(item.global), form)
        own.records[form] = FormRecord(
            form: form, global: item.global, type: EntityCode.of(item.type), names: [.init(text: name)])
        if let row = NameIndex.row(form: form, spelling: 0) { own.names[row] = NameIndex.text(item.folded) }
        return form
    }

    /// Counts what a document says of a form, or takes it back.
    mutating func count(_ item: DocumentFacts.Item, form: Int64, sign: Int) throws {
        guard var record = try record(form) else { return }
        if documentsBefore[form] == nil { documentsBefore[form] = record.documents }
        record.documents += sign
        record.mentions += sign * item.mentions
        for spelling in item.forms {
            var number = record.names.firstIndex { $0.has(spelling.name) } ?? record.names.count
            if number == record.names.count {
                number = add(spelling.name, to: &record, folded: item.folded)
            }
            record.names[number].documents += sign
            record.names[number].mentions += sign * spelling.mentions
            record.names[number].isChanged = true
        }
        for country in item.countries { record.add(country: country, documents: sign) }
        own.records[form] = record
    }

    /// A new spelling, found by itself where it is not the best name written otherwise.
    private mutating func add(_ name: String, to record: inout FormRecord, folded best: String) -> Int {
        let number = record.names.count
        record.names.append(.init(text: name))
        let folded = DocumentFacts.fold(name)
        if !folded.utf8.elementsEqual(best.utf8) {
            own.set(.alias, Ordinal.hash(folded), record.form)
            if let row = NameIndex.row(form: record.form, spelling: number) { own.names[row] = NameIndex.text(folded) }
        }
        return number
    }
}

/// The rows of `name_index`: names by their parts, three characters or more.
enum NameIndex {
    /// The spellings of a form that are found by a part are its first 255.
    private static let bits: Int64 = 8

    static func row(form: Int64, spelling: Int) -> Int64? {
        spelling < 1 << bits ? form << bits | Int64(spelling) : nil
    }

    static func form(ofRow row: Int64) -> Int64 { row >> bits }

    /// What of a folded name is indexed: parts are looked for in the first 1,000 characters.
    static func text(_ folded: String) -> String { String(folded.prefix(1_000)) }
}
