import Annotation
import Foundation
import GRDB
package import Wire

extension Store {
    /// One entity: its names, roles, quotations, documents and related, each list cut at the limit.
    ///
    /// - Throws: `unknown_entity`, `ambiguous`, `bad_field`, `deadline`.
    package func entity(_ parameters: EntityParameters, deadlineMs: Int? = nil) async throws -> EntityAnswer {
        let limit = try PageLimit.rows(parameters.limit, ordinary: 20)
        return try await answer(deadlineMs: deadlineMs) { lookup in
            let record = try EntityLookup.resolve(parameters.entity, lookup)
            var search = DocumentSearch()
            search.add(tags: [.form(record.form)])
            return EntityAnswer(
                entity: EntityRows.summary(record),
                names: record.namesInUse.prefix(limit).map {
                    EntityAnswer.Form(name: String($0.text.prefix(1_000)), mentions: $0.mentions)
                },
                roles: try Self.roles(lookup, of: record.form, limit: limit),
                quotes: try Self.quotes(lookup, of: record.form, limit: limit),
                documents: try search.items(lookup, limit: limit).map(\.summary),
                related: try Self.related(lookup, of: record, limit: limit))
        }
    }

    /// The most characters of a role or quotation that are shown.
    private static let longestEvidence = 10_000
    /// How many documents of an entity, the latest, tell who is related to it.
    private static let mostCompared = 1_000

    static let roleRows = """
        SELECT d.key, r.start, r.start + r.length AS "end",
            substr(t.body, r.start + 1, min(r.length, \(longestEvidence))) AS text,
            substr(r.office, 1, 1000) AS office, r.organization, r.country
        FROM role r JOIN document d ON d.id = r.document JOIN text t ON t.document = r.document
        WHERE r.document = ? AND r.holder = ? ORDER BY r.number LIMIT ?
        """

    static let quoteRows = """
        SELECT d.key, q.start, q.start + q.length AS "end",
            substr(t.body, q.start + 1, min(q.length, \(longestEvidence))) AS text, q.kind
        FROM quote q JOIN document d ON d.id = q.document JOIN text t ON t.document = q.document
        WHERE q.document = ? AND q.speaker = ? ORDER BY q.number LIMIT ?
        """

    private static func roles(_ lookup: Lookup, of form: Int64, limit: Int) throws -> [EntityAnswer.Evidence] {
        try evidence(roleRows, .holder(form), lookup, form, limit) { row in
            let organization = try (row["organization"] as Int64?).flatMap { try lookup.record($0)?.bestName }
            return EntityAnswer.Evidence(
                document: KeyBytes.hex(row["key"]), start: row["start"], end: row["end"], text: row["text"],
                office: row["office"], of: organization.map { String($0.prefix(1_000)) } ?? row["country"])
        }
    }

    private static func quotes(_ lookup: Lookup, of form: Int64, limit: Int) throws -> [EntityAnswer.Evidence] {
        try evidence(quoteRows, .speaker(form), lookup, form, limit) { row in
            EntityAnswer.Evidence(
                document: KeyBytes.hex(row["key"]), start: row["start"], end: row["end"], text: row["text"],
                kind: EntityCode.quotes[row["kind"]].rawValue)
        }
    }

    /// The facts of a form in the order of their documents; each document that the tag finds has at least one.
    private static func evidence(
        _ sql: String, _ tag: IndexRow.Tag, _ lookup: Lookup, _ form: Int64, _ limit: Int,
        make: (Row) throws -> EntityAnswer.Evidence
    ) throws -> [EntityAnswer.Evidence] {
        var search = DocumentSearch()
        search.add(tags: [tag])
        var found: [EntityAnswer.Evidence] = []
        for document in try search.ids(lookup, limit: limit) where found.count < limit {
            found += try lookup.db.rows(sql, [document, form, limit - found.count]).map(make)
        }
        return found
    }

    /// Who is named in the same documents; the number of documents is that of the common ones.
    private static func related(_ lookup: Lookup, of record: FormRecord, limit: Int) throws -> [EntitySummary] {
        var search = DocumentSearch()
        search.add(tags: [.form(record.form)])
        var common: [Int64: (documents: Int, mentions: Int)] = [:]
        for document in try search.ids(lookup, limit: mostCompared, fromEnd: true) {
            for item in try Appearances.fetch(lookup.db, document: document) where item.form != record.form {
                let sum = common[item.form] ?? (0, 0)
                common[item.form] = (sum.documents + 1, sum.mentions + item.mentions)
            }
        }
        // Only those that can be among the first are looked up.
        let counts = common.values.map(\.documents).sorted(by: >)
        let least = counts.count > limit ? counts[limit - 1] : 0
        let candidates = common.filter { $0.value.documents >= least }.sorted {
            ($1.value.documents, $0.key) < ($0.value.documents, $1.key)
        }
        return try first(limit, of: candidates.map(\.key), lookup) { common[$0]?.documents ?? 0 }.map { form in
            var summary = EntityRows.summary(form)
            summary.documents = common[form.form]?.documents ?? 0
            summary.mentions = common[form.form]?.mentions ?? 0
            return summary
        }
    }

    /// The first forms by a number, then by id.
    private static func first(
        _ limit: Int, of forms: [Int64], _ lookup: Lookup, by number: (Int64) -> Int
    ) throws -> [FormRecord] {
        let records = try forms.compactMap { try lookup.record($0) }
        return Array(
            records.sorted {
                let (left, right) = (number($0.form), number($1.form))
                return left != right ? left > right : Ordinal.of($0.global) < Ordinal.of($1.global)
            }.prefix(limit))
    }
}
