import Annotation
import Foundation
import GRDB
import Resolution
import Wire

extension Writing {
    /// Carries out what a person says of names; with `dryRun` only says what would change.
    mutating func correct(_ correction: CorrectionParameters, author: String, command: String) throws -> Outcome {
        guard correction.dryRun == true else {
            return try once(command) { writing in
                try CanonicalJSON.encode(try writing.carryOut(correction, author: author))
            }
        }
        let before = (events.count, tally, own, rankedBefore)
        try db.run("SAVEPOINT trial")
        let answer = Result { try carryOut(correction, author: author) }
        try db.run("ROLLBACK TO trial")
        try db.run("RELEASE trial")
        events.removeLast(events.count - before.0)
        (tally, own, rankedBefore) = (before.1, before.2, before.3)
        corrections = nil
        met.forget()
        var told = try answer.get()
        told.correction = nil
        return .reply(try CanonicalJSON.encode(told))
    }

    private mutating func carryOut(_ correction: CorrectionParameters, author: String) throws -> CorrectionAnswer {
        if correction.kind == .undo { return try undo(correction) }
        let body = try body(of: correction)
        try db.run(
            "INSERT INTO correction (kind, body, author, note, at, subject) VALUES (?, ?, ?, ?, ?, ?)",
            [correction.kind.rawValue, try CanonicalJSONBody.encode(body), author, correction.note, now, body.subject])
        let id = db.lastInsertedRowID
        return try settle(body, id: id)
    }

    private mutating func undo(_ correction: CorrectionParameters) throws -> CorrectionAnswer {
        let id = Int64(correction.first) ?? -1
        guard let row = try db.row("SELECT body FROM correction WHERE id = ? AND undone = 0", [id]) else {
            throw WireError.badField("first", "There is no correction \(correction.first.prefix(40)) that stands.")
        }
        let body = try CanonicalJSONBody.decode(row[0])
        let before = try forms(of: body)
        try db.run("UPDATE correction SET undone = 1 WHERE id = ?", [id])
        return try settle(body, id: id, forms: before)
    }

    /// Resolves what a correction is about and tells what became another entity.
    private mutating func settle(_ body: CorrectionRows.Body, id: Int64, forms known: [Form]? = nil) throws
        -> CorrectionAnswer
    {
        corrections = nil
        let forms = try known ?? forms(of: body)
        let before = try names(of: forms)
        try resolve(again: forms)
        let after = try names(of: forms)
        let changed = zip(before, after).filter { $0 != $1 }.map {
            CorrectionAnswer.Change(name: $0.name, from: $0.entity, to: $1.entity)
        }
        let topics = Set(before.map(\.entity) + after.map(\.entity)).compactMap(GlobalID.number).sorted()
        try emit(.corrected, document: nil, topics: topics)
        return CorrectionAnswer(correction: Int(id), changes: changed)
    }

    private struct Named: Equatable {
        var name: String
        var entity: String
        var isShown: Bool
    }

    private func names(of forms: [Form]) throws -> [Named] {
        try forms.compactMap { form in
            guard let number = try number(of: form), let record = try record(number) else { return nil }
            let leader = try self.record(record.leader)
            return Named(
                name: record.bestName, entity: leader?.total ?? 0 > 0 ? GlobalID.string(record.entity) : "none",
                isShown: leader?.total ?? 0 > 0)
        }
    }

    private func number(of form: Form) throws -> Int64? {
        try met.numbers[form] ?? ids(.formKey, Ordinal.of(Int64(bitPattern: form.id))).first
    }

    /// The forms that a correction is about and that documents name, with all others of their entities.
    private func forms(of body: CorrectionRows.Body) throws -> [Form] {
        var forms: Set<Form> = []
        for reference in body.first + body.second {
            let nameId = Int64(bitPattern: EntityKey.globalNumber(type: reference.type, folded: reference.folded))
            for number in try ids(.formName, nameId) {
                guard let record = try record(number), record.documents > 0 else { continue }
                for member in try ids(.entity, record.entity) + [number]
                where try self.record(member)?.documents ?? 0 > 0 {
                    forms.insert(try form(number: member))
                }
            }
        }
        return forms.sorted { $0.id < $1.id }
    }

    private func body(of correction: CorrectionParameters) throws -> CorrectionRows.Body {
        let first = try references(to: correction.first)
        switch correction.kind {
        case .merge, .apart:
            guard let other = correction.second else {
                throw WireError.badField("second", "Say which two: the second is missing.")
            }
            var (one, two) = (first, try references(to: other))
            if one.forms == two.forms || correction.kind == .apart && one.entity == two.entity {
                // Two names of what is one entity now: only the names that were said.
                (one.forms, two.forms) = (try named(correction.first, in: one.forms), try named(other, in: two.forms))
            }
            guard one.forms != two.forms else { throw WireError.badField("second", "Both are the same name.") }
            guard one.forms.first?.type == two.forms.first?.type else {
                throw WireError.badField(
                    "second",
                    "A \(one.forms.first?.type.rawValue ?? "") and a \(two.forms.first?.type.rawValue ?? "") cannot be one."
                )
            }
            if correction.kind == .merge {
                return .init(first: Array(one.forms.prefix(1)), second: Array(two.forms.prefix(1)))
            }
            return .init(first: one.forms, second: two.forms)
        case .rename:
            guard let name = correction.second, !name.isEmpty else {
                throw WireError.badField("second", "Say the new name.")
            }
            return .init(first: first.forms, second: [], name: name)
        case .false:
            return .init(first: try named(correction.first, in: first.forms), second: [])
        case .undo: throw WireError.badField("kind", "undo names a correction.")
        }
    }

    /// The forms of the entity that a person names, the best first.
    private func references(to query: String) throws -> (entity: Int64, forms: [FormReference]) {
        let lookup = seen
        let record = try EntityLookup.resolve(query, lookup)
        let forms = try EntityRows.members(of: record, lookup).map { member in
            FormReference(
                type: EntityCode.types[member.type], folded: DocumentFacts.fold(member.names[0].text),
                evidence: member.evidence)
        }
        return (record.entity, forms)
    }

    /// Of forms those that have a name; all where it is an id.
    private func named(_ query: String, in forms: [FormReference]) throws -> [FormReference] {
        let folded = EntityKey.fold(query)
        let named = forms.filter { $0.folded.utf8.elementsEqual(folded.utf8) }
        return named.isEmpty ? forms : named
    }
}
