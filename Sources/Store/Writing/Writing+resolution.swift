import Annotation
import Foundation
import GRDB
import Resolution
import Wire

/// The resolver and the reader of forms, with the tables that ship with the program.
struct NameResolution: Sendable {
    let reader: FormReader
    let resolver: Resolver

    /// Throws `StoreError` where a table cannot be read.
    static func shipped() throws -> NameResolution { try loaded.get() }

    private static let loaded = Result<NameResolution, any Error> {
        let tables = try NameTables.shipped()
        return NameResolution(reader: FormReader(tables: tables), resolver: Resolver(tables: tables))
    }
}

/// The forms that the resolver met in one transaction, with their numbers.
final class MetForms {
    private(set) var forms: [Int64: Form] = [:]
    private(set) var numbers: [Form: Int64] = [:]

    func note(_ form: Form, number: Int64) {
        forms[number] = form
        numbers[form] = number
    }

    func forget() {
        forms = [:]
        numbers = [:]
    }
}

/// The forms that documents name, as the transaction sees them.
private struct WritingForms: FormSource {
    let writing: Writing
    let corrections: Corrections

    func forms(withBlock key: Int64, limit: Int) throws -> [Form] {
        var forms: [Form] = []
        for number in try writing.ids(.block, key) where forms.count < limit {
            let form = try writing.form(number: number)
            if !corrections.areFalse(form) { forms.append(form) }
        }
        return forms
    }
}

extension Writing {
    /// What the resolver knows of a form.
    func form(number: Int64) throws -> Form {
        if let form = met.forms[number] { return form }
        guard let row = try db.row("SELECT type, name, evidence FROM form WHERE id = ?", [number]) else {
            throw StoreError(.damaged, "A form is missing: restore a backup.")
        }
        let form = Form(
            type: EntityCode.types[row[0]], folded: DocumentFacts.fold(row[1]), evidence: row[2])
        met.note(form, number: number)
        return form
    }

    /// Gives forms that a document was the first to name an entity, and those that they change.
    mutating func resolve(appeared numbers: [Int64], for document: Int64) throws {
        guard !numbers.isEmpty else { return }
        let resolver = try NameResolution.shipped().resolver
        for number in numbers {
            for key in resolver.blockKeys(of: try form(number: number)) { own.set(.block, key, number) }
        }
        try apply(
            try assignments(appeared: numbers.map { try form(number: $0) }, touched: []), new: Set(numbers), document)
    }

    /// Takes forms that no document names any more out of their entities.
    mutating func resolve(vanished numbers: [Int64], for document: Int64) throws {
        guard !numbers.isEmpty else { return }
        let resolver = try NameResolution.shipped().resolver
        let gone = Set(try numbers.map { try form(number: $0) })
        var near: Set<Form> = []
        for form in gone { near.formUnion(try affected(by: form)) }
        for number in numbers {
            for key in resolver.blockKeys(of: try form(number: number)) {
                own.set(.block, key, number, isPresent: false)
            }
            try leave(number)
        }
        try apply(
            try assignments(appeared: [], touched: near.subtracting(gone).sorted { $0.id < $1.id }), new: [], document)
    }

    /// Resolves forms again after a correction.
    mutating func resolve(again forms: [Form]) throws {
        try apply(try assignments(appeared: [], touched: forms), new: [], nil)
    }

    /// The ids of the entities of forms, each once, in their order.
    func entities(of forms: [Int64]) throws -> [Int64] {
        var seen: Set<Int64> = []
        return try forms.compactMap { try record($0)?.entity }.filter { seen.insert($0).inserted }
    }

    mutating func knownCorrections() throws -> Corrections {
        if let corrections { return corrections }
        let known = try CorrectionRows.standing(db)
        corrections = known
        return known
    }

    private mutating func assignments(appeared: [Form], touched: [Form]) throws -> [Assignment] {
        let corrections = try knownCorrections()
        let source = WritingForms(writing: self, corrections: corrections)
        let isFalse = corrections.areFalse
        let found = try NameResolution.shipped().resolver.resolve(
            appeared: appeared.filter { !isFalse($0) }, touched: touched.filter { !isFalse($0) }, in: source,
            corrections: corrections)
        return found
            + (appeared + touched).filter(isFalse).map { Assignment(form: $0, entity: $0.nameId, isBest: true) }
    }

    private mutating func affected(by form: Form) throws -> [Form] {
        let corrections = try knownCorrections()
        let source = WritingForms(writing: self, corrections: corrections)
        return try NameResolution.shipped().resolver.affected(by: form, in: source, corrections: corrections)
    }

    /// A form that no document names is an entity of its own that nobody sees.
    private mutating func leave(_ number: Int64) throws {
        guard var record = try record(number) else { return }
        noteRank(of: record)
        if record.entity != record.global { move(&record, to: record.global) }
        record.leader = number
        record.total = 0
        own.records[number] = record
    }

    private mutating func move(_ record: inout FormRecord, to entity: Int64) {
        own.set(.entity, record.entity, record.form, isPresent: false)
        own.set(.entity, entity, record.form)
        record.entity = entity
    }

    private mutating func apply(_ assignments: [Assignment], new: Set<Int64>, _ document: Int64?) throws {
        let corrections = try knownCorrections()
        var moves: [Int64: Set<Int64>] = [:]
        let groups = Dictionary(grouping: assignments) {
            $0.isBest && corrections.areFalse($0.form) ? $0.form.id : $0.entity
        }
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
            let records = try group.compactMap { assignment in
                try met.numbers[assignment.form].flatMap { try record($0) }
            }
            guard let best = group.first(where: \.isBest), let leader = met.numbers[best.form] else { continue }
            let isFalse = corrections.areFalse(best.form)
            let total = isFalse ? 0 : records.reduce(0) { $0 + $1.documents }
            let entity = Int64(bitPattern: best.entity)
            for var record in records {
                let before = record
                if record.entity != entity {
                    if !new.contains(record.form) { moves[record.entity, default: []].insert(entity) }
                    move(&record, to: entity)
                } else if !new.contains(record.form) {
                    moves[record.entity, default: []].insert(entity)
                }
                record.leader = leader
                record.total = record.form == leader ? total : 0
                if record != before {
                    noteRank(of: before)
                    own.records[record.form] = record
                }
            }
        }
        try tell(moves, document)
    }

    /// Says on the feed what became of entities that had forms before.
    private mutating func tell(_ moves: [Int64: Set<Int64>], _ document: Int64?) throws {
        for (old, now) in moves.sorted(by: { $0.key < $1.key }) where now != [old] {
            let others = now.subtracting([old]).sorted()
            try emit(now.count > 1 ? .split : .merged, document: document, topics: [old] + others)
        }
    }
}
